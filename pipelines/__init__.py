"""Item pipelines, one stage a file: assemble 50, topic 100, claims 200, evidence 300, record 400."""

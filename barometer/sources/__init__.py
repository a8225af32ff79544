"""Sources as data: the schema of a source file, URL rules, canonical keys."""

"""Item pipelines, one stage a file: assemble 50, topic 100, claims 200, evidence 300, record 400.

A stage is an adapter: it takes the item, lets `barometer` do the work, and gives the item on. None drops an item, for
every leased request must be settled by the last.
"""

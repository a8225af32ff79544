"""The index: one analyzer, one protocol, an embedded engine."""

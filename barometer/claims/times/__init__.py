"""When a figure holds: the guideline's call 8."""

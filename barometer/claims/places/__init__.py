"""Where a figure holds: the guideline's call 13."""

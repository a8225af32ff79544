"""Who is given as the source of a figure: the guideline's call 10."""

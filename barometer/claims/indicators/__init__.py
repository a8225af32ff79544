"""What is measured, and which indicator that is: the guideline's call 12."""

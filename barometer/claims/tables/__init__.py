"""Tables and lists: what their heads say of the numbers under them."""

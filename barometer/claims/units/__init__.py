"""What a number counts or measures beyond its own words: ranges, currencies, units lent by its neighbours."""

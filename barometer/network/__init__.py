"""The address guard and the robots decision."""

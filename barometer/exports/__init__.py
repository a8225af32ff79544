"""Articles and claims on their way out: rows with their provenance, in the formats that people open."""

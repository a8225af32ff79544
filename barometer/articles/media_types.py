"""Media types by which a page is told to be read; without imports, for the process of a crawl needs no more of it."""

JSON_FEED = "application/feed+json"
"""What a feed tells of an article is kept as a feed of one item: JSON Feed 1.1."""

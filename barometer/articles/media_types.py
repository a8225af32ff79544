"""Media types, and first bytes, by which a page is told to be read; without imports: a crawl needs no more of it."""

JSON_FEED = "application/feed+json"
"""What a feed tells of an article is kept as a feed of one item: JSON Feed 1.1."""

PDF_SIGNATURE = b"%PDF-"
"""How a PDF begins, whatever its media type says."""

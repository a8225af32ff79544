"""The website: server-rendered pages in Chinese and English over record and index, and the same as JSON."""

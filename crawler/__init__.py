"""The Scrapy side: spiders, frontier, middlewares. Knows barometer; barometer does not know it."""

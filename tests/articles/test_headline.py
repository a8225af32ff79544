"""The title of an article on a page of unknown markup."""

from barometer.articles.headline import headline_of
from barometer.articles.page import Page


def test_where_the_title_of_every_page_is_the_sites_name_the_headline_is_the_headline():
    body = "<p>Exports of umbrellas from Yiwu rose by a tenth in May, the commerce bureau said on Monday.</p>" * 3
    page = Page(
        f"<html><head><title>The Lantern</title></head><body><h1>Yiwu umbrella exports rise</h1>{body}</body></html>",
        "https://e.example/a/1",
    )
    assert headline_of(page) == "Yiwu umbrella exports rise"
    logo = Page("<title>Yiwu umbrella exports rise</title><h1>The Lantern</h1>", "https://e.example/a/1")
    assert headline_of(logo) == "Yiwu umbrella exports rise"

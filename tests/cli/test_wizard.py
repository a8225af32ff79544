"""`barometer sources add` on a site with sections, advertisements, topic pages, an archive and boxes in articles."""

from pathlib import Path

import yaml

from tests.cli.conftest import Barometer
from tests.crawler.site import Answer, Site

STORY = (
    '<h1 class="head">{title}</h1><time class="when" datetime="2026-02-{day} 09:15:00">x</time><div class="text">'
    '<div class="share-tools"><a href="#">Share</a> <a href="#">Print</a></div><p>Exports of {what} from Yiwu rose '
    "{day} percent in January, the bureau said.</p><p>Orders of {what} came from Kenya, a factory owner said.</p>"
    '<aside class="next"><a href="/trade/a-{day}.html">Another story of Yiwu</a> <a href="/b">More of these</a></aside>'
    "</div>"
)


def page(body: str) -> Answer:
    return Answer(
        200, f"<html lang='en'><head><title>Home - The Lantern</title></head><body>{body}</body></html>".encode()
    )


def test_what_is_proposed_is_narrow_and_names_the_lists_and_what_is_to_be_taken_out(
    site: Site, tmp_path: Path, barometer_on: Barometer
) -> None:
    named = []
    for number, what in enumerate(("umbrellas", "toys", "lamps", "socks"), start=11):
        address = f"/{('trade', 'world')[number % 2]}/yiwu-{what}-exports-rise-412{number}.html"
        title = f"Yiwu {what} exports rise {number} percent on the year"
        site.give(address, page(STORY.format(title=title, day=number, what=what)))
        named.append(f'<li><a href="{address}">{title}</a> <span>2026-02-{number}</span></li>')
    topic = "/features/the-week-in-pictures-of-yiwu-41190.html"
    site.give(topic, page(f"<h1>The week in pictures</h1><ul>{''.join(named)}</ul>"))
    advertisement = "/sponsored/great-umbrellas-for-your-shop-41191.html"
    others = f'<li><a href="{advertisement}">Great umbrellas for your shop, now cheaper</a></li>'
    others += f'<li><a href="{topic}">The week of Yiwu in pictures, from the halls</a></li>'
    menu = '<a href="/trade/index.html">Trade</a><a href="/about/index.html">About</a>'
    older = '<a href="/archive/2026/01/">Older stories</a>'
    site.give("/", page(f"{menu}<ul>{named[0]}{others}{''.join(named[1:])}</ul>{older}"))
    site.give("/trade/index.html", page(f'<ul>{"".join(named)}</ul><a href="/trade/index_2.html">2</a>'))

    (tmp_path / "sources").mkdir()
    own = {"BAROMETER_SOURCES": str(tmp_path / "sources"), "BAROMETER_NETWORK_ALLOW": f"127.0.0.1:{site.port}"}
    done = barometer_on(tmp_path / "data", "sources", "add", site.url("/"), "--name", "lantern", **own)
    assert done.returncode == 0, done.stdout + done.stderr
    text = (tmp_path / "sources" / "lantern.yaml").read_text("utf-8")
    proposed = yaml.safe_load(text)
    assert proposed["name"]["en"] == "The Lantern"
    host = rf"127\.0\.0\.1:{site.port}"
    assert proposed["articles"] == [rf"^https?://{host}/(?:world|trade)/[^/?&]+-(?P<key>\d{{4,}})\.html$"]
    assert proposed["listings"] == [
        r"/archive/\d{4}/\d+/$",
        rf"//{host}/trade/index\.html$",
        r"/trade/index_\d+\.html$",
    ]
    assert proposed["select"] == [
        {"body": ".text", "title": ".head", "published": ".when::attr(datetime)", "strip": [".share-tools", ".next"]}
    ]
    assert "not proposed: source_name, author (nothing holds on the pages read)" in " ".join(done.stdout.split())
    assert f"left out: {site.url(topic)}: no article" in text
    assert site.times_asked(advertisement) == 0

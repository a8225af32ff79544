"""The pages in a real Chromium: accessibility rules, no sideways scrolling, nothing that runs."""

import re
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn

from barometer.website.app import create_app
from barometer.website.names import Directory
from barometer.words.language import words_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if CHROMIUM is None:
    pytest.skip("no Chromium is installed here", allow_module_level=True)
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
playwright = pytest.importorskip("playwright.sync_api")

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
PATHS = ["/", "/?q=义乌&language=zh&place=Yiwu", "/?q=a (b", "/?q=xyzzy", "/claims", "/claims?sort=value&unit=tonne",
         "/subscribe", "/subscribe?q=义乌&try=1", "/subscribe?q=(&try=1", "/feeds", "/health"]  # fmt: skip
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 360, "height": 640}


@contextmanager
def serving(newsroom) -> Iterator[str]:
    """Serve a record on a free port of this machine; give its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    app = create_app(newsroom.record, newsroom.index, Directory({}, {}))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@pytest.fixture(scope="module")
def address(settled) -> Iterator[str]:
    """The website over the shared record."""
    with serving(settled) as at:
        yield at


@pytest.fixture(scope="module")
def browser():
    """One Chromium for all of these tests."""
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def paths(settled) -> list[str]:
    found = settled.index.search_articles("中欧班列", limit=1).items[0].id
    return [*PATHS, "/saved", f"/articles/{found}", "/articles/1"]


@pytest.mark.parametrize(("language", "scheme", "size"), [("zh-CN", "light", DESKTOP), ("en-GB", "dark", PHONE)])
def test_axe_finds_nothing_and_the_console_stays_empty(browser, address, paths, language, scheme, size):
    context = browser.new_context(color_scheme=scheme, locale=language, viewport=size)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in paths:
        page.goto(address + path)
        results = axe.Axe().run(page)
        assert results.violations_count == 0, (path, results.generate_report())
    expected = ("404 (Not Found)", "400 (Bad Request)")  # of the pages that say so
    assert [text for text in complaints if not text.endswith(expected)] == []
    context.close()


@pytest.mark.parametrize("language", ["zh-CN", "en-GB"])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(browser, address, paths, language):
    context = browser.new_context(locale=language, viewport=NARROW)
    page = context.new_page()
    for path in paths:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], path
    context.close()


def test_a_mark_leads_to_its_record_and_back_by_keyboard(browser, address, paths):
    page = browser.new_page()
    page.goto(address + paths[-2])
    mark = page.locator("a.claim").first
    mark.focus()
    assert mark.evaluate("each => getComputedStyle(each).outlineStyle") != "none"
    page.keyboard.press("Enter")
    record = page.locator("li.record:target")
    assert record.count() == 1
    assert record.is_visible()
    record.locator("p.quote a").click()
    assert page.locator("a.claim:target").inner_text() == mark.inner_text()
    page.close()


def test_hostile_text_runs_nothing_asks_for_nothing_and_breaks_no_layout(browser, newsroom):
    text = "<script>document.title='owned'</script><img src=/x onerror=\"document.title='owned'\">\u202e"
    article = newsroom.publish(f"义乌{text}", f"义乌出口额12亿元{text}" + "x" * 5000, source_name=text)
    newsroom.settle()
    context = browser.new_context(viewport=NARROW)
    page = context.new_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).path))
    pages = {"/", "/claims", f"/articles/{article}"}
    with serving(newsroom) as at:
        for path in pages:
            page.goto(at + path)
            assert page.title() != "owned"
            assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], path
    assert asked <= pages | {"/static/site.css", "/static/icon.svg"}
    context.close()


@pytest.mark.parametrize("size", [DESKTOP, NARROW])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_button_and_no_day_of_a_saved_search_is_broken(browser, newsroom, language, size):
    asked = {"q": "义乌出口 跨境电商 中欧班列 小商品市场", "after": "2025-01-01", "before": "2026-11-28"}
    with serving(newsroom) as address:
        page = browser.new_page(viewport=size)
        form = {"name": "义乌出口额与跨境电商的全部文章，最新在前", "finds": "articles", **asked}
        page.request.post(f"{address}/saved", form=form, headers={"origin": address})
        page.goto(f"{address}/saved?lang={language}")
        page.locator(".saved li").wait_for()
        lines = "every => every.map(each => { const range = document.createRange(); range.selectNodeContents(each);"
        lines += " return new Set([...range.getClientRects()].map(one => one.top)).size })"
        for what in (".saved button", ".saved time", ".saved p > bdi"):
            counted = page.locator(what).evaluate_all(lines)
            assert counted == [1] * len(counted) != [], what
        page.close()


@pytest.mark.parametrize("size", [DESKTOP, NARROW])
def test_a_correction_is_seen_without_scrolling_and_leads_to_its_versions(browser, newsroom, size):
    for value in ("12", "13"):
        body = "\n".join(f"义乌出口额{value}亿元，同比增长{each}%。" for each in range(2, 30))
        name = newsroom.publish("出口", body, url="https://news.example/c")
    newsroom.settle()
    with serving(newsroom) as address:
        page = browser.new_page(viewport=size)
        page.goto(f"{address}/articles/{name}?lang=zh")
        told = page.locator(".versions .changed").bounding_box()
        assert told["y"] + told["height"] < size["height"]
        for number, heading in enumerate(("revisions-heading", "evidence-heading")):
            page.locator(".versions a").nth(number).click()
            playwright.expect(page.locator(f"#{heading}")).to_be_in_viewport()
            page.go_back()
        page.close()


def follow(link):
    """Click what leads to another page, and wait until that page is there."""
    with link.page.expect_navigation():
        link.click()


@pytest.mark.parametrize(("language", "size"), [("zh-CN", PHONE), ("en-GB", DESKTOP)])
def test_every_search_feature_is_reached_by_hand_without_javascript(browser, newsroom, language, size):
    for number in range(25):
        newsroom.publish(
            f"义乌市场快讯{number}", f"义乌出口额达{number + 2}亿元，订单增长。", day=3, month=4 + number % 3
        )
    newsroom.publish("Yiwu exports rise", "Exports of Yiwu rose 12.8 percent.", language="en", source="people_en")
    newsroom.settle()
    words = words_of("zh" if language == "zh-CN" else "en")
    context = browser.new_context(locale=language, viewport=size, java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    with serving(newsroom) as at:
        page.goto(at)
        page.locator("details.help summary").click()
        assert page.locator("details.help td code").count() >= 10
        page.locator("#q").fill("义乌出口")
        follow(page.locator("form.ask button"))
        assert "26" in page.locator("#found-heading").inner_text()
        assert "Yiwu export" in page.locator(".tongues").inner_text()
        follow(page.locator(".tongues a"))
        assert "25" in page.locator("#found-heading").inner_text()
        follow(page.locator(".tongues a"))
        page.locator("select[name=sort]").select_option("date")
        follow(page.locator("form.ask button"))
        assert page.locator(".hits li").count() == 20
        assert page.locator(".why .reason").count() > 0
        assert page.locator(".hits mark").count() > 0
        follow(page.locator("a[rel=next]"))
        assert page.locator(".hits li").count() == 6
        page.go_back()
        follow(page.locator("figure.histogram a").first)
        assert page.locator("a.chip").count() == 2  # from, and before
        follow(page.locator("a.clear"))
        for facet in ("source", "language", "place", "indicator", "month"):
            heading = page.locator("aside.facets h3", has_text=re.compile(f"^{words.text(facet)}$"))
            link = heading.locator("xpath=..").locator("li a").first
            count = link.locator(".count").inner_text()
            follow(link)
            assert page.locator("#found-heading").inner_text().startswith(count), facet
            follow(page.locator("a.chip").first)
            page.go_back()
            page.go_back()
        for form in ("csv", "jsonl", "parquet", "xlsx"):
            with page.expect_download() as waiting:
                page.locator(".exports a", has_text=re.compile(f"^{form}$")).click()
            assert Path(waiting.value.path()).stat().st_size > 500, form
        page.locator("#save-name").fill("出口")
        follow(page.locator("form.save button"))
        follow(page.locator("ul.saved a").first)
        assert page.locator("#q").input_value() == "义乌出口"
        follow(page.locator(".hits h3 a", has_text="义乌市场快讯").first)
        assert page.locator("a.claim").count() >= 1
        follow(page.locator(".alike a").first)
        assert page.locator("article.text h1").inner_text().startswith("义乌市场快讯")
        follow(page.locator("nav a[href='/claims']").first)
        if size == PHONE:
            page.locator("details.more summary").first.click()
        page.locator("input[name=minimum]").fill("20亿")
        page.locator("input[name=period], #period").first.fill("")
        follow(page.locator("form.ask button").first)
        assert "7" in page.locator("#found-heading").inner_text()
        follow(page.locator("table.claims thead a").first)
        assert page.locator("th[aria-sort=descending]").count() == 1
    context.close()

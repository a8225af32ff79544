"""Saving a search and finding it again."""

import pytest
from lxml.html import document_fromstring

HOME = "http://127.0.0.1:8000"
OURS = {"origin": HOME, "accept-language": "en"}


def save(site, **fields):
    return site.post("/saved", data={"finds": "articles", **fields}, headers=OURS, follow_redirects=False)


def test_the_form_below_results_saves_the_search_as_it_is(own_site, newsroom):
    newsroom.publish("义乌出口", "义乌出口额12亿元。")
    newsroom.settle()
    shown = own_site.get("/claims?q=义乌&minimum=5e8&sort=value&order=up").text
    form = document_fromstring(shown).xpath("//form[@class='save']")[0]
    fields = {each.get("name"): each.get("value") for each in form.xpath(".//input[@type='hidden']")}
    assert save(own_site, **fields, name=" 大  数 ").status_code == 303
    page = own_site.get("/saved", headers={"accept-language": "en"}).text
    link = document_fromstring(page).xpath("//ul[@class='saved']//h2/a")[0]
    assert link.text_content() == "大 数"
    again = own_site.get(link.get("href"))
    assert again.status_code == 200
    assert again.text.count("12亿元") >= 1
    assert "sort=value" in link.get("href")
    assert "order=up" in link.get("href")


def test_deleting_takes_it_away(own_site):
    save(own_site, name="a", q="义乌")
    page = document_fromstring(own_site.get("/saved").text)
    action = page.xpath("//ul[@class='saved']//form/@action")[0]
    assert own_site.post(action, headers=OURS, follow_redirects=False).status_code == 303
    assert not document_fromstring(own_site.get("/saved").text).xpath("//ul[@class='saved']/li")


def test_a_name_that_is_taken_or_missing_is_told_and_nothing_lost(own_site):
    save(own_site, name="a", q="first")
    again = save(own_site, name="a", q="second")
    assert again.status_code == 409
    assert document_fromstring(again.text).xpath("//form[@class='save']/input[@name='q']/@value") == ["second"]
    assert save(own_site, name="  ", q="x").status_code == 400
    assert save(own_site, name="n" * 121, q="x").status_code == 400
    assert document_fromstring(own_site.get("/saved").text).xpath("//ul[@class='saved']//code/bdi/text()") == ["first"]


def test_a_wrong_search_is_not_saved(own_site):
    assert save(own_site, name="a", q="(").status_code == 400
    assert not document_fromstring(own_site.get("/saved").text).xpath("//ul[@class='saved']/li")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": HOME, "sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://localhost:8000"},
    ],
)
def test_a_form_of_another_site_changes_nothing(own_site, headers):
    answer = own_site.post("/saved", data={"name": "a", "q": "义乌"}, headers=headers)
    assert answer.status_code == 403
    assert own_site.post("/saved/1/delete", headers=headers).status_code == 403
    assert not document_fromstring(own_site.get("/saved").text).xpath("//ul[@class='saved']/li")


def test_an_endless_form_is_refused(own_site):
    assert save(own_site, name="a", q="x" * 100_000).status_code == 413
    many = {f"field{number}": "x" for number in range(60)}
    assert save(own_site, name="a", **many).status_code == 400

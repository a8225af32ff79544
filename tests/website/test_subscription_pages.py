"""Subscribing on the website, and what the links of mails do: nothing by being opened, all by being posted."""

import re
from datetime import timedelta
from html import unescape

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from barometer.alerts.hearing import hear
from barometer.alerts.links import mute_url, sign_action
from barometer.alerts.subscribers import get_subscriber, list_subscribers, subscribe
from barometer.alerts.subscription import Condition, Subscription
from barometer.archive.tables import alerts, deliveries
from barometer.config import Settings
from tests.website.conftest import NOW

OURS = {"origin": "http://127.0.0.1:8000", "accept-language": "en"}
FORM = {"q": "义乌 出口", "email": "reader@mail.example", "both": "yes", "cadence": "daily", "hour": "7"}
FORM |= {"indicator": "exports", "place": "Yiwu", "below": "10", "unit": "percent", "tongue": "en", "cap": "3"}


def token(action: str, number: int = 1) -> str:
    return sign_action(Settings(secret_key="k" * 32), action, number)


def state(newsroom, number: int = 1) -> str:
    return get_subscriber(newsroom.record, number).state


def subscribed(mailing, **more: str) -> None:
    assert mailing.post("/subscribe", data={**FORM, **more}, headers=OURS).status_code == 200


def test_one_subscribes_says_yes_changes_and_leaves(mailing, newsroom):
    answer = mailing.post("/subscribe", data=FORM, headers=OURS)
    assert "Look into your mail" in answer.text
    assert "reader@mail.example" in answer.text
    (found,) = list_subscribers(newsroom.record)
    told = found.subscription
    assert (found.state, told.query, told.cadence, told.hour, told.cap) == ("pending", "义乌 出口", "daily", 7, 3)
    assert told.condition is not None
    assert told.condition.as_json() == {"indicator": "exports", "place": "Yiwu", "unit": "percent", "below": "10"}

    page = mailing.get(f"/subscriptions/confirm?token={token('confirm')}", headers={"accept-language": "en"})
    assert "“义乌 出口”, Yiwu exports, below 10%, daily at 7:00" in unescape(page.text)
    assert state(newsroom) == "pending"  # opening the link is no yes: scanners open links
    action = unescape(re.search(r'action="([^"]+)"', page.text.partition("<main")[2])[1])
    assert "You will be told" in mailing.post(action, headers=OURS).text
    assert state(newsroom) == "confirmed"

    path = f"/subscriptions/edit?token={token('edit')}"
    form = mailing.get(path, headers={"accept-language": "en"}).text
    assert 'value="义乌 出口"' in form
    assert re.search(r'<option value="exports" selected>', form)
    changed = {**FORM, "q": "", "email": "other@mail.example", "above": "1", "below": "", "cadence": "instant"}
    assert "It is changed." in mailing.post(path, data=changed, headers=OURS).text
    now = get_subscriber(newsroom.record, 1).subscription
    assert (now.target, now.query, now.cadence) == ("reader@mail.example", "", "instant")

    leave = f"/subscriptions/leave?token={token('leave')}"
    assert mailing.get(leave).status_code == 200
    assert state(newsroom) == "confirmed"
    assert mailing.post(leave, headers=OURS).status_code == 200
    assert state(newsroom) == "left"
    assert mailing.get(path).status_code == 404


def as_a_browser_sends_it(page: str) -> dict[str, str]:
    """Give what a browser sends when the form is posted with nothing touched."""
    form = BeautifulSoup(page, "html.parser").select_one("form.subscription")
    assert form is not None
    sent = {str(each["name"]): str(each.get("value", "")) for each in form.select("input:not([type=checkbox])")}
    sent |= {str(each["name"]): str(each["value"]) for each in form.select("input[checked]")}
    for each in form.select("select"):
        chosen = each.select_one("option[selected]") or each.select_one("option")
        sent[str(each["name"])] = str(chosen.get("value", chosen.text))
    return sent


@pytest.mark.parametrize(
    "condition",
    [
        {"indicator": "exports", "status": "forecast", "above": "5", "comparison": "yoy"},
        {"indicator": "exports", "target": "missed", "changed": "3", "source": "people"},
        {"place": "Zhapu", "unit": "percent", "below": "1"},  # a place that articles name and no list has
        {"event": "source_trouble", "source": "people"},
    ],
)
def test_saving_a_form_untouched_changes_nothing(mailing, newsroom, condition):
    newsroom.publish("Trade", "The port of Zhapu handled 5,000 containers in May.", language="en")
    number, told = subscribed_by_hand(newsroom, condition)
    path = f"/subscriptions/edit?token={token('edit', number)}"
    form = as_a_browser_sends_it(mailing.get(path, headers={"accept-language": "en"}).text)
    assert "It is changed." in mailing.post(path, data=form, headers=OURS).text
    assert get_subscriber(newsroom.record, number).subscription == told


def test_a_source_that_is_gone_is_told_when_its_subscription_is_edited(mailing, newsroom):
    number, told = subscribed_by_hand(newsroom, {"event": "source_trouble", "source": "a_source_of_before"})
    path = f"/subscriptions/edit?token={token('edit', number)}"
    form = as_a_browser_sends_it(mailing.get(path, headers={"accept-language": "en"}).text)
    answer = mailing.post(path, data=form, headers=OURS)
    assert answer.status_code == 400
    assert "no source is known as a_source_of_before" in answer.text
    assert get_subscriber(newsroom.record, number).subscription == told


def subscribed_by_hand(newsroom, condition: dict[str, str]) -> tuple[int, Subscription]:
    told = Subscription(
        channel="email",
        target="reader@mail.example",
        condition=Condition.read(condition),
        cadence="weekly",
        weekday=3,
        hour=21,
        zone="Asia/Kolkata",
        cap=7,
        name="mine",
        both_languages=False,
    )
    return subscribe(newsroom.record, told, NOW, confirmed=True), told


def test_a_mail_program_leaves_by_one_post_from_anywhere(mailing, newsroom):
    subscribed(mailing)
    path = f"/subscriptions/leave?token={token('leave')}"
    one_click = {"List-Unsubscribe": "One-Click"}
    headers = {"host": "barometer.example", "content-type": "application/x-www-form-urlencoded"}
    assert mailing.post(path, data=one_click, headers=headers).status_code == 200
    assert state(newsroom) == "left"


def test_what_waits_is_dropped_and_nothing_more_matches_after_leaving(mailing, newsroom):
    subscribed(mailing, indicator="", place="", below="", unit="", cadence="instant")
    mailing.post(f"/subscriptions/confirm?token={token('confirm')}", headers=OURS)
    newsroom.publish("义乌出口增长", "义乌出口增长一成。")
    assert hear(newsroom.record, lambda: NOW + timedelta(hours=1)) == 1
    mailing.post(f"/subscriptions/leave?token={token('leave')}", headers=OURS)
    newsroom.publish("义乌出口再增长", "义乌出口又增长两成，与此前不同。")
    assert hear(newsroom.record, lambda: NOW + timedelta(hours=2)) == 0
    with newsroom.record.reading() as connection:
        assert connection.execute(select(alerts)).all() == []
        assert set(connection.execute(select(deliveries.c.state)).scalars()) == {"dead"}


def test_one_story_is_muted_and_others_are_told(mailing, newsroom):
    subscribed(mailing, indicator="", place="", below="", unit="", cadence="instant")
    mailing.post(f"/subscriptions/confirm?token={token('confirm')}", headers=OURS)
    first = newsroom.publish("义乌出口增长", "义乌出口增长一成，市场繁荣，商户看好下半年的订单，物流企业增开专线。")
    path = mute_url(Settings(secret_key="k" * 32), 1, first)
    assert "No more of this story?" in mailing.get(path, headers={"accept-language": "en"}).text
    assert mailing.post(path, headers=OURS).status_code == 200
    newsroom.publish("义乌出口增长（转载）", "义乌出口增长一成，市场繁荣，商户看好下半年的订单，物流企业增开专线。")
    newsroom.publish("铁路", "义乌出口的另一则消息，讲的是铁路运输的全新进展。")
    assert hear(newsroom.record, lambda: NOW + timedelta(hours=1)) == 1


@pytest.mark.parametrize("name", ["confirm", "leave", "edit", "mute"])
@pytest.mark.parametrize("wrong", ["", "1.leave.x", "1.mute-7.x", "９.edit.x"])
def test_a_link_that_we_did_not_sign_does_nothing(mailing, newsroom, name, wrong):
    subscribed(mailing)
    path = f"/subscriptions/{name}?token={wrong}"
    answers = [mailing.get(path), mailing.post(path, headers=OURS)]
    assert {answer.status_code for answer in answers} == {404}
    assert state(newsroom) == "pending"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"q": "", "indicator": "", "place": "", "below": "", "unit": ""}, "neither a search nor a condition"),
        ({"email": "nobody"}, "no e-mail address"),
        ({"cap": "0"}, "cap of 0"),
        ({"cap": "many"}, "no number"),
        ({"below": "ten"}, "no number"),
        ({"q": "(义乌"}, "never closed"),
        ({"event": "source_silent"}, "an event is no figure"),
        ({"zone": "Mars"}, "time zone"),
    ],
)
def test_a_form_that_makes_no_sense_is_told_and_kept(mailing, newsroom, values, told):
    answer = mailing.post("/subscribe", data={**FORM, **values}, headers=OURS)
    assert answer.status_code == 400
    assert told in unescape(answer.text)
    assert f'value="{FORM["email"]}"' in answer.text or "email" in values
    assert list_subscribers(newsroom.record) == []
    chinese = mailing.post("/subscribe", data={**FORM, **values}, headers={**OURS, "accept-language": "zh"})
    alert = chinese.text.partition('role="alert"')[2].partition("</section>")[0]
    assert re.search("[一-鿿]", alert.partition("<p>")[2]), alert


def test_an_address_is_not_flooded_with_questions(mailing):
    answers = [
        mailing.post("/subscribe", data={**FORM, "q": f"义乌 {n}月"}, headers=OURS).status_code for n in range(5)
    ]
    assert answers == [200, 200, 200, 400, 400]


def test_a_form_of_another_site_subscribes_nobody(mailing, newsroom):
    assert mailing.post("/subscribe", data=FORM, headers={"origin": "https://evil.example"}).status_code == 403
    assert mailing.post("/subscriptions/edit?token=x", data=FORM).status_code == 403
    assert list_subscribers(newsroom.record) == []
    proxied = {"origin": "https://barometer.example", "host": "barometer.example", "accept-language": "en"}
    assert mailing.post("/subscribe", data=FORM, headers=proxied).status_code == 200


def test_trying_shows_what_would_have_been_told_and_sends_nothing(mailing, newsroom):
    newsroom.publish("义乌出口增长8.2%", "据海关统计，今年前5个月，义乌市出口额同比增长8.2%。")
    newsroom.publish("天气", "晴。")
    form = {**FORM, "try": "1", "email": ""}
    page = unescape(mailing.get("/subscribe", params=form, headers={"accept-language": "en"}).text)
    assert "In the last 30 days it would have told 1 alert." in page
    assert "↑ 8.2%" in page
    assert "<mark>8.2%</mark>" in re.sub("<mark [^>]*>", "<mark>", page)
    assert list_subscribers(newsroom.record) == []


def test_from_a_search_and_from_a_saved_one_the_query_is_carried_over(mailing, newsroom):
    newsroom.publish("义乌出口", "义乌出口增长一成。")
    newsroom.settle()
    page = unescape(mailing.get("/", params={"q": "出口 | 进口", "source": "people", "place": "Yiwu"}).text)
    link = re.search(r'href="(/subscribe\?[^"]+)"', page)[1]
    form = mailing.get(link).text
    assert 'value="(出口 | 进口) source:people place:Yiwu"' in form
    saving = {"name": "出口", "finds": "claims", "q": "出口", "minimum": "5", "unit": "percent"}
    mailing.post("/saved", data=saving, headers=OURS)
    page = unescape(mailing.get("/saved").text)
    link = re.search(r'href="(/subscribe\?[^"]+)"', page)[1]
    assert 'value="出口 unit:percent value:&gt;=5"' in mailing.get(link).text


def test_without_a_mail_server_the_page_says_so(own_site):
    answer = own_site.post("/subscribe", data=FORM, headers=OURS)
    assert answer.status_code == 503
    assert "BAROMETER_SMTP_URL" in answer.text


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"place": "Yiwuu"}, "没有名为“Yiwuu”的地点；是不是 Yiwu"),
        ({"unit": ""}, "界限须有单位"),
    ],
)
def test_what_could_never_be_told_is_refused(mailing, wrong, told):
    page = mailing.post("/subscribe", data={**FORM, **wrong}, headers=OURS | {"accept-language": "zh"})
    assert page.status_code == 400
    assert told in unescape(page.text)

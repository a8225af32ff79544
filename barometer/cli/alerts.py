"""`barometer subscriptions` and `barometer alerts`: who is told what; try it on the past, send it, try again."""

import json
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import click
from sqlalchemy import func, select

from barometer.alerts.bundling import bundle_due
from barometer.alerts.chat import check_chat, shown_chat
from barometer.alerts.checking import check_wanted
from barometer.alerts.describing import asked_for
from barometer.alerts.hearing import CONSUMER, hear
from barometer.alerts.letters import quote_of
from barometer.alerts.links import read_action, webhook_secret
from barometer.alerts.preview import preview as look_back
from barometer.alerts.sending import Sent, retry_dead, send_due
from barometer.alerts.subscribers import confirm as confirm_subscription
from barometer.alerts.subscribers import get_subscriber, list_subscribers, mute_story, subscribe
from barometer.alerts.subscribers import leave as leave_subscription
from barometer.alerts.subscription import Channel, Condition, Subscription
from barometer.archive.outbox import register
from barometer.archive.tables import alerts as alerts_table
from barometer.archive.tables import deliveries
from barometer.cli.workplace import Workplace, opened
from barometer.clock import now
from barometer.errors import UsageError
from barometer.sources import read_sources
from barometer.words.language import words_of

_WHAT = (
    click.option("--query", default="", help="A search, as `barometer search` takes it."),
    click.option("--indicator", help="Figures of this indicator."),
    click.option("--place", help="Figures of this place."),
    click.option("--unit", help="Figures in this unit, such as percent or CNY."),
    click.option("--comparison", help="Figures compared with: yoy, mom, qoq, since."),
    click.option("--status", help="Figures that are actual, target or forecast."),
    click.option("--below", help="Figures below this, in --unit; a fall counts below zero."),
    click.option("--above", help="Figures above this, in --unit; with --comparison alone: in percent."),
    click.option("--changed", help="Figures that differ by so many percent from the last one known of their source."),
    click.option("--target", help="Targets: told, or those that an actual figure met or missed."),
    click.option("--source", help="Figures of this source, or the source that an event is about."),
    click.option(
        "--event",
        help="source_silent (answers, nothing new) or source_trouble (any, and its end).",
    ),
)


def _what(command: Any) -> Any:
    for option in reversed(_WHAT):
        command = option(command)
    return command


def _condition(values: dict[str, str | None]) -> Condition | None:
    given = {name: value for name, value in values.items() if value}
    return Condition.read(given) if given else None


def say_untold(workplace: Workplace) -> None:
    """Say, where anybody is subscribed, that nobody hears of recorded pages, and how to see what they would have."""
    waiting = sum(one.state == "confirmed" for one in list_subscribers(workplace.record))
    if waiting:
        told = f"{waiting} confirmed subscription{'s hear' if waiting > 1 else ' hears'} nothing of recorded pages"
        click.echo(f"({told}: `barometer alerts preview NUMBER` shows what would have been told)", err=True)


def _sources(workplace: Workplace) -> Iterable[str]:
    read = read_sources(*workplace.settings.source_folders)
    return [*read.sources, *read.problems]


def _told(subscription: Subscription) -> str:
    return asked_for(subscription, words_of("en"), {})


def _target(subscription: Subscription) -> str:
    return shown_chat(subscription.target) if subscription.channel == "chat" else subscription.target


@click.group()
def subscriptions() -> None:
    """Add, list, confirm and end subscriptions.

    Example: barometer subscriptions add --email me@example.org --indicator exports --unit percent --below 10
    """


@subscriptions.command("add")
@click.option("--email", help="Tell it by mail to this address.")
@click.option("--webhook", help="Post it to this https:// address.")
@click.option(
    "--chat", help="Tell a chat: its address as apprise has it, such as dingtalk://TOKEN or tgram://BOT/CHAT."
)
@click.option("--name", default="", help="What to call it in messages.")
@click.option("--cadence", default="instant", help="instant, hourly, daily or weekly.")
@click.option("--language", default="en", help="en or zh.")
@click.option("--hour", default=8, show_default=True, help="Of daily and weekly messages.")
@click.option("--weekday", default=0, show_default=True, help="Of weekly messages; 0 is Monday.")
@click.option("--zone", default="Asia/Shanghai", show_default=True, help="The subscriber's time zone.")
@click.option("--cap", default=20, show_default=True, help="Most messages a day.")
@click.option("--one-language", is_flag=True, help="Find the words of the search only as they are written.")
@click.option("--confirmed", is_flag=True, help="Do not ask: the operator answers for the address.")
@_what
def add(email: str | None, webhook: str | None, chat: str | None, confirmed: bool, query: str, **values: Any) -> None:
    """Begin a subscription. Its address is asked first whether it wants it, unless --confirmed.

    Its search finds both languages, as `barometer search` does, unless --one-language.

    Example: barometer subscriptions add --email me@example.org --query "义乌 出口" --cadence daily
    """
    channels: dict[Channel, str | None] = {"email": email, "webhook": webhook, "chat": chat}
    given = [(channel, target) for channel, target in channels.items() if target]
    if len(given) != 1:
        raise UsageError("give one of --email, --webhook and --chat")
    ((channel, target),) = given
    if channel == "chat":
        check_chat(target)
    own = {name: values.pop(name) for name in ("name", "cadence", "language", "hour", "weekday", "zone", "cap")}
    both = not values.pop("one_language")
    subscription = Subscription(
        channel=channel, target=target, query=query, condition=_condition(values), both_languages=both, **own
    )
    with opened(create=True) as workplace:
        check_wanted(workplace.record, workplace.settings, _sources(workplace), subscription)
        register(workplace.record, CONSUMER, now(), backfill=False)
        number = subscribe(workplace.record, subscription, now(), confirmed=confirmed)
        secret = webhook_secret(workplace.settings, number) if channel == "webhook" else ""
    click.echo(f"subscription {number}: {_told(subscription)}")
    if not confirmed:
        click.echo("it waits for the yes of its address, which the daemon or `barometer alerts send` asks first")
    if secret:
        click.echo(f"its messages are signed with {secret}")


@subscriptions.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a subscription.")
def list_all(as_json: bool) -> None:
    """List every subscription.

    Example: barometer subscriptions list
    """
    with opened() as workplace:
        for one in list_subscribers(workplace.record):
            it = one.subscription
            if as_json:
                told = {
                    "id": one.id,
                    "state": one.state,
                    "channel": it.channel,
                    "target": _target(it),
                    "query": it.query,
                }
                told |= {"condition": it.condition.as_json() if it.condition else None, "cadence": it.cadence}
                click.echo(json.dumps(told, ensure_ascii=False))
            else:
                click.echo(f"{one.id}  {one.state:<9} {it.cadence:<7} {_target(it)}  {_told(it)}")


@subscriptions.command("confirm")
@click.argument("token")
def confirm(token: str) -> None:
    """Confirm a subscription by the token of its link.

    Example: barometer subscriptions confirm 3.confirm.SIGNATURE
    """
    with opened() as workplace:
        number = read_action(workplace.settings, token, "confirm")
        confirm_subscription(workplace.record, number, now())
    click.echo(f"subscription {number} is confirmed")


@subscriptions.command("leave")
@click.argument("number", type=int)
def leave(number: int) -> None:
    """End a subscription; nothing more is told.

    Example: barometer subscriptions leave 3
    """
    with opened() as workplace:
        get_subscriber(workplace.record, number)
        leave_subscription(workplace.record, number, now())
    click.echo(f"subscription {number} has ended")


@subscriptions.command("mute")
@click.argument("number", type=int)
@click.argument("article", type=int)
def mute(number: int, article: int) -> None:
    """Tell a subscription nothing more of the story that an article tells.

    Example: barometer subscriptions mute 3 1234567890
    """
    with opened() as workplace:
        get_subscriber(workplace.record, number)
        mute_story(workplace.record, number, article, now())
    click.echo(f"subscription {number} hears no more of that story")


@click.group()
def alerts() -> None:
    """See what would be told, send what is due, look at what was sent.

    Example: barometer alerts preview --query "义乌 出口"
    """


@alerts.command("preview")
@click.argument("number", type=int, required=False)
@click.option("--days", default=30, show_default=True, help="How far to look back.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object an alert.")
@_what
def preview(number: int | None, days: int, as_json: bool, query: str, **values: Any) -> None:
    """Tell what a subscription, or one that is only thought of, would have told. Nothing is sent.

    Example: barometer alerts preview --indicator exports --place Yiwu --unit percent --above 10
    """
    with opened() as workplace:
        if number is not None:
            subscription = get_subscriber(workplace.record, number).subscription
        else:
            condition = _condition(values)
            subscription = Subscription(channel="email", target="preview@example.org", query=query, condition=condition)
            check_wanted(workplace.record, workplace.settings, _sources(workplace), subscription)
        count = 0
        for item in look_back(workplace.record, subscription, now() - timedelta(days=days)):
            count += 1
            quote = quote_of(item, subscription).text
            if as_json:
                claim = item.claim.id if item.claim else None
                told = {"article": item.article.id, "url": item.article.url, "claim": claim, "quote": quote}
                click.echo(json.dumps(told, ensure_ascii=False))
            else:
                before = f" (before: {item.before})" if item.before is not None else ""
                click.echo(
                    f"{item.article.title}\n    “{quote}”{before}\n    {item.article.source}  {item.article.url}"
                )
    if not as_json:
        click.echo(f"{count} alerts in {days} days")


@alerts.command("send")
def send() -> int:
    """Match what is new, and send what is due, once; the daemon does this all the time.

    Example: barometer alerts send
    """
    with opened() as workplace:
        matched, done = tell_subscribers(workplace)
    click.echo(f"{matched} new alerts; {done.sent} messages sent, {done.put_off} put off, {done.dead} given up")
    return 1 if done.put_off or done.dead else 0


def tell_subscribers(workplace: Workplace) -> tuple[int, Sent]:
    """Match what is new and send what is due, once; give how many alerts that made and what came of the messages."""
    matched = hear(workplace.record, now)
    bundle_due(workplace.record, now())
    return matched, send_due(workplace.record, workplace.settings, now)


@alerts.command("list")
@click.option("--state", type=click.Choice(["waiting", "sent", "dead"]), help="Only messages in this state.")
def list_messages(state: str | None) -> None:
    """List the messages with what became of them.

    Example: barometer alerts list --state dead
    """
    count = select(func.count()).where(alerts_table.c.delivery_id == deliveries.c.id).scalar_subquery()
    query = select(deliveries, count.label("alerts")).order_by(deliveries.c.id)
    if state is not None:
        query = query.where(deliveries.c.state == state)
    with opened() as workplace, workplace.record.reading() as connection:
        for row in connection.execute(query):
            told = f"{row.id}  {row.state:<7} subscription {row.subscription_id}, {row.kind}, {row.alerts} alerts"
            click.echo(told + f", {row.attempts} attempts" + (f": {row.problem}" if row.problem else ""))


@alerts.command("retry")
@click.argument("number", type=int, required=False)
def retry(number: int | None) -> None:
    """Let messages that were given up be tried again: one, or all.

    Example: barometer alerts retry
    """
    with opened() as workplace:
        count = retry_dead(workplace.record, now(), number)
    click.echo(f"{count} messages will be tried again")

"""Subscribing from a search, and what a subscriber does by a signed link: confirm, change, mute a story, leave.

A link alone changes nothing, for mail scanners open links: its page asks, and a posted form acts. Leaving and saying
yes may be posted from anywhere (RFC 8058): the token in the address is what permits it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from barometer.alerts.checking import check_wanted
from barometer.alerts.describing import asked_for, told_when
from barometer.alerts.hearing import CONSUMER
from barometer.alerts.letters import Item, Shown, show
from barometer.alerts.links import read_action, read_mute
from barometer.alerts.preview import preview
from barometer.alerts.subscribers import Subscriber, confirm, edit, get_subscriber, leave, mute_story, subscribe
from barometer.alerts.subscription import Subscription
from barometer.archive.outbox import register
from barometer.claims.lexicon import load_lexicon
from barometer.errors import SearchError, SubscriptionError
from barometer.website.forms import read_form
from barometer.website.rendering import Visit
from barometer.website.site import Site
from barometer.website.subscribing import ZONES, Form, filled_in

Posted = Annotated[dict[str, str], Depends(read_form)]
TRIED = timedelta(days=30)
SHOWN = 5
COUNTED = 500  # a preview counts no further


def routes(site: Site) -> APIRouter:
    """Give the routes."""
    router = APIRouter()
    _subscribing(router, site)
    _by_link(router, site)
    _editing(router, site)
    return router


def _subscribing(router: APIRouter, site: Site) -> None:
    @router.get("/subscribe")
    def asked(request: Request) -> Response:
        """The form, filled in by the address; with ?try it shows what the last thirty days would have told."""
        visit = Visit.of(request)
        form = Form(visit.parameters)
        if "try" not in visit.parameters:
            return _form(site, visit, form)
        try:
            wanted = form.subscription(target=form.get("email") or "preview@example.org")
            check_wanted(site.record, site.settings, site.directory.sources, wanted)
            return _form(site, visit, form, tried=_try(site, wanted))
        except (SubscriptionError, SearchError) as error:
            return _form(site, visit, form, status=400, problem=str(error))

    @router.post("/subscribe")
    def posted(request: Request, values: Posted) -> Response:
        """Begin a subscription: a question goes to the address."""
        visit = Visit.of(request)
        form = Form({"both": "no", **values})
        if not site.sends_mail:
            return _form(site, visit, form, status=503, problem=visit.words.text("subscribe_no_mail"))
        now = site.clock()
        try:
            wanted = form.subscription()
            check_wanted(site.record, site.settings, site.directory.sources, wanted)
            register(site.record, CONSUMER, now, backfill=False)
            subscribe(site.record, wanted, now)
        except (SubscriptionError, SearchError) as error:
            return _form(site, visit, form, status=400, problem=str(error))
        advice = visit.words.text("subscribe_asked_advice", email=wanted.target)
        return site.page(visit, "message.html", heading=visit.words.text("subscribe_asked"), detail="", advice=advice)


def _by_link(router: APIRouter, site: Site) -> None:
    def questions(name: str, act: Callable[[str], Subscriber], read: Callable[[str], Subscriber], done: str) -> None:
        @router.get(f"/subscriptions/{name}", name=f"ask to {name}")
        def ask(request: Request) -> Response:
            visit = Visit.of(request)
            token = visit.parameters.get("token", "")
            try:
                found = read(token)
            except SubscriptionError as error:
                return _no_such(site, request, error)
            return site.page(visit, "question.html", name=name, token=token, about=_about(site, visit, found))

        @router.post(f"/subscriptions/{name}", name=name)
        def do(request: Request) -> Response:
            visit = Visit.of(request)
            try:
                found = act(visit.parameters.get("token", ""))
            except SubscriptionError as error:
                return _no_such(site, request, error)
            advice = f"{done}_advice"
            return site.page(
                visit,
                "message.html",
                heading=visit.words.text(done),
                detail=_about(site, visit, found),
                advice=visit.words.text(advice) if advice in visit.words.say else "",
            )

    def reading(name: Any) -> Callable[[str], Subscriber]:
        return lambda token: get_subscriber(site.record, read_action(site.settings, token, name))

    def do_confirm(token: str) -> Subscriber:
        return confirm(site.record, read_action(site.settings, token, "confirm"), site.clock())

    def do_leave(token: str) -> Subscriber:
        number = read_action(site.settings, token, "leave")
        leave(site.record, number, site.clock())
        return get_subscriber(site.record, number)

    def do_mute(token: str) -> Subscriber:
        number, article = read_mute(site.settings, token)
        mute_story(site.record, number, article, site.clock())
        return get_subscriber(site.record, number)

    def read_muting(token: str) -> Subscriber:
        return get_subscriber(site.record, read_mute(site.settings, token)[0])

    questions("confirm", do_confirm, reading("confirm"), "subscription_confirmed")
    questions("leave", do_leave, reading("leave"), "subscription_left")
    questions("mute", do_mute, read_muting, "subscription_muted")


def _editing(router: APIRouter, site: Site) -> None:
    @router.get("/subscriptions/edit")
    def shown(request: Request) -> Response:
        """A subscription as a form."""
        visit = Visit.of(request)
        try:
            found = _of_edit(site, visit)
        except SubscriptionError as error:
            return _no_such(site, request, error)
        return _form(site, visit, filled_in(found.subscription), token=visit.parameters["token"])

    @router.post("/subscriptions/edit")
    def changed(request: Request, values: Posted) -> Response:
        """Change a subscription; where it is told to stays."""
        visit = Visit.of(request)
        try:
            found = _of_edit(site, visit)
        except SubscriptionError as error:
            return _no_such(site, request, error)
        told, token = found.subscription, visit.parameters["token"]
        form = Form({"both": "no", **values, "email": told.target, "name": told.name})
        try:
            wanted = form.subscription(channel=told.channel, target=told.target)
            check_wanted(site.record, site.settings, site.directory.sources, wanted)
            edit(site.record, found.id, wanted)
        except (SubscriptionError, SearchError) as error:
            return _form(site, visit, form, status=400, problem=str(error), token=token)
        return _form(site, visit, form, token=token, done=visit.words.text("subscription_edited"))


def _of_edit(site: Site, visit: Visit) -> Subscriber:
    number = read_action(site.settings, visit.parameters.get("token", ""), "edit")
    found = get_subscriber(site.record, number)
    if found.state == "left":
        raise SubscriptionError(f"subscription {number} was left: subscribe again to hear of it")
    return found


def _form(site: Site, visit: Visit, form: Form, *, status: int = 200, problem: str = "", **more: Any) -> Response:
    told: Mapping[str, Any] = {"token": "", "done": "", "tried": None, **more}
    directory, language = site.directory, visit.language
    return site.page(
        visit,
        "subscribe.html",
        status=status,
        form=form,
        problem=visit.words.mistake(problem) if problem else "",
        zones=[(each, each) for each in ZONES],
        indicators=_indicators(language),
        places=[(each, directory.place(each, language)) for each in sorted(load_lexicon().places)],
        sources=[(each, directory.source(each, language)) for each in directory.sources],
        sends_mail=site.sends_mail,
        **told,
    )


def _try(site: Site, subscription: Subscription) -> tuple[int, Sequence[Shown]]:
    """Count what the last thirty days would have told, and show the newest of it."""
    items: list[Item] = []
    for item in preview(site.record, subscription, site.clock() - TRIED):
        items.append(item)
        if len(items) == COUNTED:
            break
    newest = items[: -SHOWN - 1 : -1]
    return len(items), [show(item, subscription, site.directory.sources, None) for item in newest]


def _about(site: Site, visit: Visit, subscriber: Subscriber) -> str:
    words, told = visit.words, subscriber.subscription
    return words.listed([asked_for(told, words, site.directory.sources), told_when(told, words)])


def _no_such(site: Site, request: Request, error: SubscriptionError) -> Response:
    words = Visit.of(request).words
    return site.message(request, 404, "not_found", detail=words.mistake(str(error)))


def _indicators(language: str) -> list[tuple[str, str]]:
    named = ((name, indicator.names[language]) for name, indicator in load_lexicon().indicators.items())
    return sorted(named, key=lambda each: each[1])

"""What a language must know, and which language reads a sentence.

A language recognises; what its marks mean for a claim is decided once, in the core.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from barometer.claims.lexicon import Lexicon
from barometer.claims.text.script import is_chinese
from barometer.claims.values import Column, Reading, Role, Sentence, Speaker


class Language(Protocol):
    """The recognisers of one language over folded text. All are pure and linear in the length of the sentence."""

    @property
    def code(self) -> str:
        """The language's code (ISO 639-1)."""

    @property
    def period_follows(self) -> bool:
        """Whether a time expression may date the number in front of it ("rose 5% in May")."""

    @property
    def base_follows(self) -> bool:
        """Whether the base of a comparison stands behind its number ("up 5% from May")."""

    def sentence_ends(self, line: str) -> list[int]:
        """Give the offsets just after each sentence end within a line."""
        ...

    def read(self, sentences: Sequence[Sentence], published: date | None) -> list[Reading]:
        """Recognise everything in some sentences, each by itself."""
        ...

    def coordinates(self, gap: str) -> bool:
        """Say whether the words between two numbers make a list of them ("6%, 9% and 12%")."""
        ...

    def elides(self, gap: str) -> bool:
        """Say whether the words between two changes only name another subject, so that the second has no verb."""
        ...

    def touches(self, gap: str) -> bool:
        """Say whether the words between a cue and a number leave them side by side."""
        ...

    def unit_of(self, words: str) -> str | None:
        """Give the unit of the things that a stretch of words names last ("the number of entities")."""
        ...

    def length_of(self, words: str) -> bool:
        """Say whether a unit of time and the words behind it tell how long something is ("four-day event", 35岁)."""
        ...

    def share_of(self, words: str) -> bool:
        """Say whether the words right behind a percent make it a share ("percent of")."""
        ...

    def opens(self, words: str) -> bool:
        """Say whether the words of a clause in front of a number only lead to it, so that it is the subject."""
        ...

    def resumes(self, words: str) -> bool:
        """Say whether the words between two percentages only take the first one up again: "now it is"."""
        ...

    def takes_up(self, lead: str) -> bool:
        """Say whether a sentence opens on what the one before it told: "Now it is"."""
        ...

    def joins(self, words: str) -> bool:
        """Say whether the words between a time and a number begin another statement: "and expects margins of"."""
        ...

    def turns_to_now(self, words: str, *, as_of: bool) -> bool:
        """Say whether the words between a time and a number turn to what holds now: "and owes"; `as_of` a day."""
        ...

    def present(self, reading: Reading, start: int, end: int) -> bool:
        """Say whether the verb of a clause is in the present, and tells what holds now."""
        ...

    def priced(self, words: str) -> bool:
        """Say whether the words in front of a bare number make it a sum of money: "the new one cost"."""
        ...

    def moves(self, reading: Reading, position: int) -> bool:
        """Say whether what follows a place at once tells of a move or standstill: "seven gained"."""
        ...

    def restates(self, words: str) -> bool:
        """Say whether the words between two numbers say the first one again: ", or"."""
        ...

    def aims(self, before: str, behind: str) -> bool:
        """Say whether a number is the goal of the one before it, or a share of that goal: "of its target of"."""
        ...

    def of_whole(self, words: str) -> bool:
        """Say whether the words behind a percent name the whole that it is a share of: "of the total"."""
        ...

    def lasting(self, words: str, *, counted: bool = False) -> bool:
        """Say whether a sum, size or (`counted`) number behind these words holds as it is: a price quoted, a plot."""
        ...

    def sizes_project(self, text: str, start: int, end: int) -> bool:
        """Say whether a number only sizes something named beside it: 总投资83亿元的数贸中心, "a mall, costing 9,"."""
        ...

    def is_panel(self, lead: str, behind: str) -> bool:
        """Say whether the words behind a count make it that of those asked for a forecast: " economists polled"."""
        ...

    def changes_all(self, words: str) -> bool:
        """Say whether a base that ends these words, up to the sign behind it, holds for a whole sentence: 改造后，."""
        ...

    def names_next(self, gap: str) -> bool:
        """Say whether the words between two changes only name who is next: "followed by bags with"."""
        ...

    def of_fair(self, words: str) -> bool:
        """Say whether a sentence opens on the fair told of before: "The fair", 本届展会."""
        ...

    def polls(self, words: str) -> bool:
        """Say whether a sentence tells what people answered in a poll, which the time of the text does not date."""
        ...

    def since_then(self, words: str) -> bool:
        """Say whether the words behind a figure say since what it holds, without a date: "since it opened"."""
        ...

    def measures(self, words: str) -> bool:
        """Say whether a noun phrase is one that measures: "parcel volume", not what is counted."""
        ...

    def when(self, words: str) -> bool:
        """Say whether the words behind a span of time tell of its end: "between 2022 and 2025, when they hit"."""
        ...

    def will(self, words: str) -> bool:
        """Say whether words begin with one of what will be done, which is of no time that is over."""
        ...

    def shares_on(self, gap: str) -> bool:
        """Say whether the words between two shares only name who has the next one."""
        ...

    def per(self, words: str) -> bool:
        """Say whether the words behind a number only say per what it is: "a month"."""
        ...

    def of_them(self, words: str) -> bool:
        """Say whether the words behind a number make it one of those told of: "3,100 of them"."""
        ...

    def is_home(self, text: str, place: int, speaker: Speaker) -> bool:
        """Say whether a place is told of who speaks behind a quotation, so that what they say holds there."""
        ...

    def of_market(self, text: str, start: int, end: int) -> bool:
        """Say whether a count is the whole of what is watched, of which some rose: 15个大类商品中，7类上涨."""
        ...

    def of_rates(self, reading: Reading, start: int, end: int) -> bool:
        """Say whether the words before a figure go on with the prices told of: "its rate lost 7 percent"."""
        ...

    def of_orders(self, words: str) -> bool:
        """Say whether the words before a change are of somebody's orders, not of carriage: 他的订单多了15%."""
        ...

    def trades_in(self, words: str) -> bool:
        """Say whether the words in front of a place make it where shares are traded: "closed 1.2 percent lower in"."""
        ...

    def of_session(self, words: str) -> bool:
        """Say whether a sentence tells how shares did on a day of trading, to which no base of a report goes on."""
        ...

    def of_place(self, words: str) -> bool:
        """Say whether the words behind a place behind a count make those counted its own: 42家浙江企业."""
        ...

    def comes_from(self, gap: str) -> bool:
        """Say whether the words between a count and a place behind it make those counted come from there."""
        ...

    def puts_into(self, gap: str) -> bool:
        """Say whether the words between a sum and a place tell what it is put into there: "in a plant in"."""
        ...

    def sizes(self, gap: str) -> bool:
        """Say whether the words between a count and a size make it that of the things counted."""
        ...

    def ages(self, words: str) -> bool:
        """Say whether a unit of time and the words behind it only tell how old somebody is: 岁的主播."""
        ...

    def told_by_part(self, between: str, behind: str) -> bool:
        """Say whether two sums tell the same of different people: "9 yuan for adults and 5 yuan for children"."""
        ...

    def counts_again(self, words: str) -> bool:
        """Say whether a clause takes up what was counted before as its subject: "the number had passed"."""
        ...

    def joined(self, words: str) -> bool:
        """Say whether the words between two numbers join what they count into one subject: "volunteers and"."""
        ...

    def together(self, words: str) -> bool:
        """Say whether the words between a place and a figure make it that of several places: 两省合计, "combined"."""
        ...

    def located(self, words: str) -> bool:
        """Say whether the words behind a distance say where something lies: "60 kilometers north of"."""
        ...

    def contrasts(self, words: str) -> bool:
        """Say whether the words in front of a clause set it against the one before: ", while"."""
        ...

    def supplies(self, words: str) -> bool:
        """Say whether the words between a place and a share say that it sends or takes the share: "supplied"."""
        ...

    def of_others(self, behind: str) -> bool:
        """Say whether the words behind a figure set against another tell that it is of others at the same time."""
        ...

    def acts(self, behind: str) -> bool:
        """Say whether the words behind a bare number tell what so many did."""
        ...

    def deals(self, lead: str, behind: str) -> bool:
        """Say whether a bare number stands where goods would that are dealt in."""
        ...

    def stands_in(self, behind: str) -> bool:
        """Say whether the words behind a bare number say in what place it is."""
        ...

    def one(self, lead: str) -> bool:
        """Say whether an article stands in front of a number, so that the noun behind it is one thing."""
        ...

    def relative(self, before: str, behind: str) -> bool:
        """Say whether a time stands at the end of a relative clause, behind which the verb of the main one follows."""
        ...

    def compares(self, words: str) -> bool:
        """Say whether the words behind "3 times" make it a ratio: "as many as", "the level of"."""
        ...

    def breaks(self, gap: str) -> bool:
        """Say whether the words between a word of status ("will") and a number end what the word speaks of."""
        ...

    def turns_to_done(self, gap: str) -> bool:
        """Say whether the words between a plan and a number turn to what is done already: "and has opened"."""
        ...

    def lasted(self, words: str) -> bool:
        """Say whether a clause tells how long things took on average: "First-instance trials took 98 days"."""
        ...

    def is_built(self, words: str) -> bool:
        """Say whether the words between a time and a size tell that so much was built in it: 今年已建成3.6万亩."""
        ...

    def has_come(self, words: str) -> bool:
        """Say whether the words before a number tell of what has come about by now: "He has cut prices by"."""
        ...

    def is_done(self, words: str) -> bool:
        """Say whether the words around a number tell what has been done: "I have rented | booths"."""
        ...

    def turns_pace(self, gap: str) -> bool:
        """Say whether the words between a growth and a percent turn to what its pace was: ", slowing from"."""
        ...

    def predicates(self, gap: str, word: str) -> bool:
        """Say whether a word of status behind a number tells of what it counts: "12 volunteers will"."""
        ...

    def of_rule(self, text: str, clause: int, start: int, end: int) -> bool:
        """Say whether a number only bounds or counts what a rule is about: "parcels worth $800 or less", "26 tasks".

        `clause` is where the clause begins that holds the number.
        """
        ...

    def foresees(self, before: str) -> bool:
        """Say whether somebody puts a level at a number: "puts the June index in a range of"."""
        ...

    def aside(self, gap: str) -> bool:
        """Say whether the words between two things turn to tell about the first: "Li Na, who runs"."""
        ...

    def habitual(self, words: str) -> bool:
        """Say whether a clause tells what happens again and again, so that its time dates nothing: "usually"."""
        ...

    def parted(self, words: str) -> bool:
        """Say whether the words behind a count make it a whole that is told by its parts: 21条|航线中，12条上涨."""
        ...

    def deed(self, words: str) -> int:
        """Give how many characters that end the words tell what was done with so many things: 签了|20单."""
        ...

    def rules(self, words: str) -> bool:
        """Say whether the words before a sum set what is paid for each of something: 展位补贴每个最高."""
        ...

    def sums_up(self, words: str) -> bool:
        """Say whether the words in front of a count make it all that there were up to a day."""
        ...

    def grants(self, words: str) -> bool:
        """Say whether a sentence tells what somebody is paid or let off by a measure."""
        ...

    def tells_results(self, words: str) -> bool:
        """Say whether the words behind a forecast are of a firm's results, foreseen though their year is over."""
        ...

    def answers(self, words: str) -> bool:
        """Say whether the words behind a percent are what so many answered who were asked: 41%认为持平."""
        ...

    def pays_dividend(self, words: str) -> bool:
        """Say whether a sentence tells of a dividend to be paid, which is of no time told before."""
        ...

    def pays_out(self, words: str) -> bool:
        """Say whether the words between a plan and its figure are of a dividend, ahead though its year is over."""
        ...

    def of_all(self, words: str) -> bool:
        """Say whether the words in front of a number make it the whole that parts are taken of: "of the 320"."""
        ...

    def is_piece(self, words: str) -> bool:
        """Say whether a noun only counts pieces ("pieces", 件), so that the subject names what they are."""
        ...

    def items(self, reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
        """Give the items of an enumeration of subjects: "sales of bags, toys and lamps"."""
        ...

    def subject(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """Give the noun phrase that ends a stretch of words, trimmed of what only introduces it."""
        ...

    def column(self, head: str) -> Column:
        """Give what the head of a table's column says of the numbers under it."""
        ...

    def beside(self, reading: Reading, index: int, role: Role, kind: str, floor: int) -> tuple[int, int] | None:
        """Give the words right beside a number that name what it measures, before its subject is asked for."""
        ...

    def predicate(self, reading: Reading, start: int, end: int) -> tuple[int, int] | None:
        """Give the words of a stretch that say what a share of people or things does or is."""
        ...


Chooser = Callable[[str], Language]


def choose(languages: tuple[Language, Language]) -> Chooser:
    """Give the function that picks, of (English, Chinese), who reads a stretch of text."""
    english, chinese = languages
    return lambda text: chinese if is_chinese(text) else english


Maker = Callable[[Lexicon], Language]

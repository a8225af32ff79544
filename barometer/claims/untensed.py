"""The answers of a language whose verbs have no tense and whose subjects are no pronouns, such as Chinese."""

from barometer.claims.values import Speaker


class Untensed:
    """The answers of a language that has none of these turns: its verbs have no tense, its subjects no pronouns."""

    def elides(self, _gap: str) -> bool:
        """Say no: a verb is said again for another subject."""
        return False

    def turns_to_done(self, _gap: str) -> bool:
        """Say no: 已 is a word of its own that other rules read."""
        return False

    def takes_up(self, _lead: str) -> bool:
        """Say no: a number without a classifier is told by its clause."""
        return False

    def lasted(self, _words: str) -> bool:
        """Say no."""
        return False

    def is_done(self, _words: str) -> bool:
        """Say no: 已 is a word of its own that other rules read."""
        return False

    def has_come(self, _words: str) -> bool:
        """Say no: 已 is a word of its own that other rules read."""
        return False

    def turns_pace(self, _gap: str) -> bool:
        """Say no: a pace is named by a noun, 增速."""
        return False

    def predicates(self, _gap: str, _word: str) -> bool:
        """Say no: a word of status stands in front of what it tells of."""
        return False

    def foresees(self, _before: str) -> bool:
        """Say no: a word of status tells of what is foreseen."""
        return False

    def aside(self, _gap: str) -> bool:
        """Say no: what is told about a speaker stands in front of the name."""
        return False

    def of_all(self, _words: str) -> bool:
        """Say no: the whole is named, not told by the words in front of its number."""
        return False

    def opens(self, _words: str) -> bool:
        """Say no: a share stands behind its words."""
        return False

    def resumes(self, _words: str) -> bool:
        """Say no: what is told again is named again."""
        return False

    def joins(self, _words: str) -> bool:
        """Say no: a time stands in front of its statement."""
        return False

    def priced(self, _words: str) -> bool:
        """Say no: a sum of money has its unit."""
        return False

    def aims(self, _before: str, _behind: str) -> bool:
        """Say no: a goal is named with what it is for."""
        return False

    def of_whole(self, _words: str) -> bool:
        """Say no: a share stands behind its words."""
        return False

    def since_then(self, _words: str) -> bool:
        """Say no: since when stands in front."""
        return False

    def measures(self, _words: str) -> bool:
        """Say no: the subject of a count is taken anyway."""
        return False

    def when(self, _words: str) -> bool:
        """Say no."""
        return False

    def per(self, _words: str) -> bool:
        """Say no: per what it is stands in front of the number."""
        return False

    def of_them(self, _words: str) -> bool:
        """Say no: 其中 stands in front of a number."""
        return False

    def is_home(self, _text: str, place: int, speaker: Speaker) -> bool:
        """Say whether a place stands in front of who speaks: “…,”在苏溪镇开厂的蔡建波说."""
        return speaker.start <= place < speaker.end

    def shares_on(self, _gap: str) -> bool:
        """Say no: the word for a share is said again."""
        return False

    def will(self, _words: str) -> bool:
        """Say no: a word of status tells of what is expected too."""
        return False

    def of_orders(self, words: str) -> bool:
        """Say whether the words before a change are of orders or freight, not of its price: 他的订单多了15%."""
        return "订单" in words or "货量" in words or "箱量" in words

    def is_panel(self, _lead: str, _behind: str) -> bool:
        """Say no: who was asked is told of by a poll."""
        return False

    def changes_all(self, words: str) -> bool:
        """Say whether a base at the head of a sentence holds for all of it: 改造后，."""
        return words.endswith(("后，", "后,"))

    def names_next(self, _gap: str) -> bool:
        """Say no: what follows has a verb of its own."""
        return False

    def trades_in(self, _words: str) -> bool:
        """Say no: the place is told in front."""
        return False

    def of_session(self, _words: str) -> bool:
        """Say no."""
        return False

    def of_place(self, words: str) -> bool:
        """Say whether the words behind a place behind a count make those counted its own: 42家浙江企业."""
        return words.startswith(("企业", "外贸企业", "展商", "参展商", "商家", "商户"))

    def comes_from(self, gap: str) -> bool:
        """Say whether those counted are said to come from the place behind them: 其中17家来自义乌."""
        return gap in {"来自", "均来自", "都来自"}

    def puts_into(self, _gap: str) -> bool:
        """Say no: a place stands in front."""
        return False

    def sizes(self, _gap: str) -> bool:
        """Say no: what is sized is named again."""
        return False

    def told_by_part(self, _between: str, _behind: str) -> bool:
        """Say that two sums have subjects of their own."""
        return False

    def counts_again(self, _words: str) -> bool:
        """Say no: what is counted again is named again."""
        return False

    def joined(self, _words: str) -> bool:
        """Say no: a word of status stands in front."""
        return False

    def located(self, _words: str) -> bool:
        """Say no: a distance stands behind what it is from."""
        return False

    def contrasts(self, _words: str) -> bool:
        """Say no."""
        return False

    def supplies(self, _words: str) -> bool:
        """Say no: a share is told by its own word."""
        return False

    def compares(self, _words: str) -> bool:
        """Say no: a ratio has a word of its own."""
        return False

    def of_others(self, _behind: str) -> bool:
        """Say no: whose it is stands in front."""
        return False

    def acts(self, _behind: str) -> bool:
        """Say no: a number has a measure word."""
        return False

    def deals(self, _lead: str, _behind: str) -> bool:
        """Say no: a number has a measure word."""
        return False

    def stands_in(self, _behind: str) -> bool:
        """Say no: a place stands in front."""
        return False

    def one(self, _lead: str) -> bool:
        """Say no: there are no articles."""
        return False

    def relative(self, _before: str, _behind: str) -> bool:
        """Say no: such clauses stand in front of their noun."""
        return False

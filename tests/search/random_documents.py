"""Random articles, claims and queries over few words, so that queries find something."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from barometer.errors import SearchError
from barometer.search.documents import ArticleDocument, ClaimDocument
from barometer.search.query import parse

WORDS = [
    "义乌",
    "出口",
    "中国",
    "增长",
    "的",
    "跨境电商",
    "exports",
    "growth",
    "Yiwu",
    "2025年",
    "5G",
    "，",
    "。",
    " ",
    " ",
]
PLACES = ["Yiwu", "China", "Zhejiang"]
QUARTERS = [
    (date(2025, 1, 1), date(2025, 3, 31)),
    (date(2025, 4, 1), date(2025, 6, 30)),
    (date(2025, 1, 1), date(2025, 12, 31)),
]


class Chance:
    """Random documents and queries from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def text(self, longest: int) -> str:
        return "".join(self.random.choice(WORDS) for _ in range(self.random.randint(0, longest)))

    def number(self) -> Decimal:
        return Decimal(self.random.choice(["1", "2.5", "10", "5e9", "-3", "0.1"]))

    def leaf(self) -> str:
        pick = self.random.choice
        word = pick(["义乌", "出口", "中国", "跨境电商", "export", "grew", "growth", "yiwu", "2025年", "5G", "电商"])
        return pick(
            [
                word,
                word,
                word,
                f'"{word} {pick(["出口", "yiwu"])}"',
                f"title:{word}",
                f"{word} NEAR/{self.random.randint(0, 6)} {pick(['出口', '跨境电商', 'yiwu', '中国出口'])}",
                "place:" + pick(["yiwu", "China", '"zhejiang province"']),
                f"unit:{pick(['CNY', 'percent'])}",
                f"value:{pick(['>', '<', '>=', '<=', ''])}{self.number()}",
                f"value:{pick(['1..3', '..2', '5..'])}",
                f"period:{pick(['2025', '2025Q1', '2025H1', '2025-04..2025-06'])}",
                f"is:{pick(['target', 'actual'])}",
                f"source:{pick(['people', 'xinhua', '人民网', '新华'])}",
                f"lang:{pick(['zh', 'en'])}",
                f"after:2025-0{self.random.randint(1, 9)}",
                f"before:2025-0{self.random.randint(1, 9)}-15",
                f"indicator:{pick(['exports', '出口', 'growth'])}",
            ]
        )

    def query(self, depth: int = 3) -> str:
        if depth == 0 or self.random.random() < 0.3:
            return self.leaf()
        parts = [self.query(depth - 1) for _ in range(self.random.randint(1, 3))]
        joined = self.random.choice([" ", " ", " | "]).join(parts)
        return self.random.choice(["({})", "({})", "-({})", "{}"]).format(joined)


def random_documents(
    chance: Chance,
    amount: int,
    make_article: Callable[..., ArticleDocument],
    make_claim: Callable[..., ClaimDocument],
) -> tuple[list[ArticleDocument], list[ClaimDocument]]:
    """Articles with up to three claims each."""
    articles: list[ArticleDocument] = []
    claims: list[ClaimDocument] = []
    period: tuple[Any, Any]
    pick = chance.random.choice
    for _ in range(amount):
        article = make_article(
            "要闻 " + chance.text(14),
            title="新闻 " + chance.text(4),
            source=pick(["people", "xinhua"]),
            source_name=pick(["人民网", "新华社", None]),
            language=pick(["zh", "en"]),
            published=pick([None, datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=chance.random.randint(0, 7000))]),
        )
        articles.append(article)
        for _ in range(chance.random.randint(0, 3)):
            period = pick([*QUARTERS, (None, None)])
            low = chance.number()
            claims.append(
                make_claim(
                    article,
                    chance.text(6),
                    value=low,
                    value_max=pick([None, low + 3]),
                    unit=pick(["CNY", "percent"]),
                    indicator=pick([None, chance.text(3)]),
                    indicator_id=pick([None, "exports", "growth"]),
                    place=pick([None, *PLACES]),
                    period_start=period[0],
                    period_end=period[1],
                    status=pick(["actual", "target"]),
                    source_name=article.source_name,
                )
            )
    return articles, claims


def queries(chance: Chance, amount: int) -> Iterator[str]:
    """Random queries that the language allows."""
    while amount:
        text = chance.query()
        try:
            parse(text)
        except SearchError as error:
            if "only excludes" in str(error):
                continue
            raise
        amount -= 1
        yield text

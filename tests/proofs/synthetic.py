"""Synthetic articles with a fixed seed: half Chinese, half English, about 1,500 characters, words by Zipf's law."""

import bisect
import itertools
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from barometer.search.documents import ArticleDocument, ClaimDocument

FIRST_DAY = datetime(2022, 1, 1, tzinfo=UTC)
# Shares of articles that hold each of the words that queries use.
PLANTED_ZH = {"义乌": 0.056, "出口": 0.15, "中国": 0.8, "跨境电商": 0.023, "小商品": 0.06, "国际商贸城": 0.01}
PLANTED_EN = {"Yiwu": 0.04, "exports": 0.018, "China": 0.8, "e-commerce": 0.03, "small commodities": 0.02}


class Words:
    """A vocabulary that is drawn from by Zipf's law."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self._sums = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(words))))

    def draw(self, chance: random.Random) -> str:
        return self.words[bisect.bisect(self._sums, chance.random() * self._sums[-1])]


def vocabularies(chance: random.Random) -> tuple[Words, Words]:
    han = [chr(code) for code in chance.sample(range(0x4E00, 0x8000), 3_000)]
    letters = "etaoinshrdlu"
    chinese = {"".join(chance.choices(han, k=chance.choice([1, 2, 2, 2, 3]))) for _ in range(30_000)}
    english = {"".join(chance.choices(letters, k=chance.randint(2, 10))) for _ in range(60_000)}
    return Words(sorted(chinese, key=len)), Words(sorted(english, key=len))


def articles(
    amount: int, seed: int = 20251124, *, length: float = 1.0
) -> Iterator[tuple[ArticleDocument, list[ClaimDocument]]]:
    """Articles with two claims each; `length` makes them shorter or longer."""
    chance = random.Random(seed)
    zh, en = vocabularies(chance)
    for number in range(1, amount + 1):
        chinese = number % 2 == 0
        planted = PLANTED_ZH if chinese else PLANTED_EN
        words = [(zh if chinese else en).draw(chance) for _ in range(int(length * (800 if chinese else 260)))]
        for word, share in planted.items():
            if chance.random() < share:
                for _ in range(chance.randint(1, 3)):
                    words.insert(chance.randrange(len(words)), word)
        text = _written(words, chinese=chinese)
        published = FIRST_DAY + timedelta(minutes=chance.randrange(1_000 * 1_440))
        article = ArticleDocument(
            id=number,
            version=1,
            title=text[:30].replace("\n", " "),
            text=text,
            url=f"https://news.example/{number}",
            source=f"source{chance.randrange(50)}",
            language="zh" if chinese else "en",
            published=published,
            fetched=published,
        )
        yield article, [_claim(article, index, chance) for index in range(2)]


def _written(words: list[str], *, chinese: bool) -> str:
    blank, comma, stop = ("", "，", "。") if chinese else (" ", ", ", ". ")
    pieces: list[str] = []
    for index, word in enumerate(words):
        pieces.append(word)
        pieces.append("\n" if index % 97 == 96 else stop if index % 19 == 18 else comma if index % 7 == 6 else blank)
    return "".join(pieces)


def _claim(article: ArticleDocument, index: int, chance: random.Random) -> ClaimDocument:
    sentence = article.text[index * 60 : index * 60 + 60]
    return ClaimDocument(
        id=f"{article.id}-{index}",
        version=1,
        article_id=article.id,
        quote=sentence[:10],
        sentence=sentence,
        value=Decimal(round(10 ** chance.uniform(0, 11), 2)),
        unit=chance.choice(["CNY", "USD", "percent", "count"]),
        kind="amount",
        indicator=sentence[:4],
        place=chance.choice(["Yiwu", "Zhejiang", "China"]),
        title=article.title,
        url=article.url,
        source=article.source,
        language=article.language,
        published=article.published,
    )

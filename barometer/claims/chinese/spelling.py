"""How the names of Chinese towns and villages are written in Latin letters: 塘坞 is Tangwu."""

from collections.abc import Mapping


def spelled(name: str, signs: Mapping[str, str]) -> str | None:
    """Give a name in Latin letters, as one word: 李祖 is Lizu, 赤岸 Chi'an; None where a sign of it is not known.

    `signs` gives the syllable of each sign that such names are made of (Hanyu Pinyin without tones).
    """
    syllables = [signs.get(sign) for sign in name]
    written = ""
    for syllable in syllables:
        if syllable is None:
            return None
        written += f"'{syllable}" if written and syllable[0] in "aeo" else syllable
    return written.capitalize() if written else None

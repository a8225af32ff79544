# ruff: noqa: ARG001, PLC0415, ICN001, SIM105 - each peer is imported only where it is, and all readers are called alike
"""Runs inside a peer's own environment: a JSON list of texts on stdin, what the peer finds in each on stdout.

    python claims_peer_reader.py PEER LANGUAGE

Written for Python 3.8 on, with nothing but the peer itself.
"""

import json
import sys
import time
import warnings

warnings.simplefilter("ignore")


def row(start, end, value):
    try:
        return {"start": start, "end": end, "value": float(value)}
    except (TypeError, ValueError):
        return {"start": start, "end": end, "value": None}


def quantulum3(language):
    from quantulum3 import parser

    return lambda text: [row(one.span[0], one.span[1], one.value) for one in parser.parse(text)]


def recognizers(language):
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency
    from recognizers_text import Culture

    culture = Culture.Chinese if language == "zh" else Culture.English

    def read(text):
        found = []
        for recognise in (recognize_currency, recognize_percentage, recognize_number):
            for one in recognise(text, culture):
                start, end = one.start, one.end + 1
                if not any(start < other["end"] and other["start"] < end for other in found):
                    value = (one.resolution or {}).get("value")
                    found.append(row(start, end, str(value).rstrip("%") if value is not None else None))
        return found

    return read


def jionlp(language):
    import contextlib
    import io

    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp

    def read(text):
        found = []
        for one in jionlp.ner.extract_money(text, with_parsing=True):
            value = one["detail"]["num"]
            value = value[0] if isinstance(value, list) else value
            found.append(row(one["offset"][0], one["offset"][1], value))
        return found

    return read


def puckling(language):
    import datetime

    from puckling import Context, Lang, Locale, parse

    context = Context(reference_time=datetime.datetime(2025, 6, 15, tzinfo=datetime.UTC), locale=Locale(Lang.EN))
    dimensions = ("number", "numeral", "amount_of_money", "quantity", "distance", "duration")

    def read(text):
        found = []
        for one in parse(text, context):
            value = getattr(one.value, "value", None)
            if str(getattr(one, "dim", "")) in dimensions or value is not None:
                found.append(row(one.start, one.end, value))
        return found

    return read


def cqe(language):
    from CQE import CQE

    reader = CQE.CQE()

    def read(text):
        found = []
        for one in reader.parse(text):
            start, end = one.get_char_indices()["value"][0] if hasattr(one, "get_char_indices") else (0, len(text))
            found.append(row(start, end, one.value.value))
        return found

    return read


def cn2an(language):
    import cn2an as module

    return lambda text: [row(0, len(text), module.cn2an(text, "smart"))]


def text2num(language):
    from text_to_num import text2num as read

    return lambda text: [row(0, len(text), read(text, "en"))]


def number_parser(language):
    from number_parser import parse_number

    return lambda text: [row(0, len(text), parse_number(text))]


def unit_parse(language):
    import logging

    from unit_parse import parser

    logging.disable(logging.CRITICAL)

    def read(text):
        value = parser(text)
        return [row(0, len(text), getattr(value, "magnitude", value))]

    return read


def main():
    name, language = sys.argv[1:]
    texts = json.load(sys.stdin)
    read = globals()[name](language)
    try:
        read("5 percent" if language == "en" else "五")
    except Exception:  # noqa: BLE001 - a peer may refuse this text; it is only to warm up
        pass
    found, begun = [], time.process_time()
    for text in texts:
        try:
            found.append(read(text))
        except Exception:  # noqa: BLE001 - what a peer cannot read counts as nothing found
            found.append([])
    seconds = time.process_time() - begun
    print("\n" + json.dumps({"found": found, "seconds": seconds}))


if __name__ == "__main__":
    main()

"""What a spreadsheet, a script and a person get out of a table."""

import csv
import io
import json
import zipfile
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pyarrow.parquet as pq

from barometer.exports.formats import EXCEL_CHARACTERS, FORMATS
from barometer.exports.table import Table

HOSTILE = ['=HYPERLINK("http://evil.example")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]


def written(form: str, *rows: dict) -> bytes:
    return b"".join(FORMATS[form].pieces(Table(tuple(rows[0]), iter(rows))))


def sheet(*rows: dict) -> str:
    with zipfile.ZipFile(io.BytesIO(written("xlsx", *rows))) as book:
        return book.read("xl/worksheets/sheet1.xml").decode()


def test_csv_reads_back_and_runs_no_formula():
    rows = [{"text": text, "value": Decimal("1E+9")} for text in HOSTILE]
    read = list(csv.DictReader(io.StringIO(written("csv", *rows).decode(), newline="")))
    assert [row["text"] for row in read] == [f"'{text}" for text in HOSTILE]
    assert read[0]["value"] == "1000000000"


def test_numbers_are_written_without_digits_that_say_nothing():
    told = ["2630000000000.00", "9.0", "46000.0", "1E+3", "0.00", "12.80", "1" * 40 + ".50"]
    read = written("csv", *[{"value": Decimal(each)} for each in told]).decode().splitlines()
    assert read[1:] == ["2630000000000", "9", "46000", "1000", "0", "12.8", "1" * 40 + ".5"]


def test_a_negative_value_stays_a_number_in_csv():
    assert written("csv", {"value": Decimal("-3.5")}).decode().splitlines() == ["value", "-3.5"]


def test_an_empty_table_still_names_its_columns():
    assert b"".join(FORMATS["csv"].pieces(Table(("a", "b"), iter([])))) == b"a,b\n"


def test_jsonl_keeps_chinese_times_and_numbers():
    row = {"quote": "26万户", "value": Decimal(260000), "day": date(2025, 6, 1), "at": datetime(2025, 6, 1, tzinfo=UTC)}
    assert json.loads(written("jsonl", row)) == {
        "quote": "26万户",
        "value": 260000,
        "day": "2025-06-01",
        "at": "2025-06-01T00:00:00+00:00",
    }
    assert "26万户" in written("jsonl", row).decode()


def test_parquet_keeps_types_and_every_row():
    at = datetime(2025, 6, 1, 4, 30, tzinfo=UTC)
    full = {"quote": "26万户", "value": Decimal("12.8"), "day": date(2025, 6, 1), "at": at, "carried": ["place"]}
    rows = [dict.fromkeys(full), *[full | {"quote": f"{n}"} for n in range(2_500)]]
    kinds = {"value": Decimal, "day": date, "at": datetime, "carried": list}
    table = Table(tuple(full), iter(rows), kinds)
    read = pq.read_table(io.BytesIO(b"".join(FORMATS["parquet"].pieces(table))))
    assert read.num_rows == 2_501
    assert {name: str(read.schema.field(name).type) for name in read.column_names} == {
        "quote": "string",
        "value": "double",
        "day": "date32[day]",
        "at": "timestamp[us, tz=UTC]",
        "carried": "list<element: string>",
    }
    assert read.slice(2_500).to_pylist() == [full | {"quote": "2499", "value": 12.8}]


def test_half_a_character_breaks_no_format():
    for form in FORMATS:
        assert written(form, {"text": "half \ud83d of one"})


def test_excel_gets_text_as_text_and_numbers_as_numbers():
    cells = sheet(*[{"text": text, "value": Decimal("16.29")} for text in HOSTILE])
    assert "<f>" not in cells
    assert "<v>16.29</v>" in cells
    assert cells.count('t="inlineStr"') == len(HOSTILE) + 2


def test_excel_keeps_every_digit_of_what_a_double_would_round():
    assert "9007199254740993.12" in sheet({"value": Decimal("9007199254740993.12")})


def test_excel_gets_days_and_moments_to_count_with_and_ids_as_text():
    at = datetime(2025, 6, 1, 12, tzinfo=timezone(timedelta(hours=8)))
    row = {"article_id": 1234567890123, "day": date(2025, 6, 1), "at": at, "long_ago": date(1840, 1, 1)}
    table = Table(tuple(row), iter([row]), {"day": date, "at": datetime}, frozenset({"article_id"}))
    with zipfile.ZipFile(io.BytesIO(b"".join(FORMATS["xlsx"].pieces(table)))) as book:
        cells, styles = (book.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet1", "styles"))
    assert "<t>1234567890123</t>" in cells
    assert "<v>45809</v>" in cells  # the day's number in Excel
    assert "<v>45809.1666" in cells  # four o'clock, UTC
    assert "<t>1840-01-01</t>" in cells
    assert "yyyy-mm-dd" in styles
    assert "UTC" in styles


def test_a_text_too_long_for_a_cell_is_cut_and_says_so():
    cells = sheet({"text": "义" * (EXCEL_CHARACTERS + 1)})
    assert "cut: csv and jsonl have the whole text" in cells
    assert cells.count("义") > 32_000

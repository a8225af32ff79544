"""A table as a file: CSV, JSON lines, an Excel workbook, Parquet. No format runs what an article says as a formula."""

import codecs
import csv
import io
import itertools
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from barometer.errors import UsageError
from barometer.exports.table import Table

FORMULA = ("=", "+", "-", "@", "\t", "\r")
EXCEL_ROWS = 1_048_575  # below the header
EXCEL_CHARACTERS = 32_767  # in one cell
EXCEL_EXACT = 10**15
_CUT = " … [cut: csv and jsonl have the whole text]"
_BLOCK = 1 << 16
_ROWS = 2_000  # written at a time
_CRLF = "\r\n"
_DAY_CELL = "yyyy-mm-dd"
_MOMENT_CELL = 'yyyy-mm-dd hh:mm:ss "UTC"'  # a cell has no zone of its own
_WIDTHS: Mapping[type, int] = {date: 12, datetime: 25}
_EXCEL_FIRST = 1900  # before this year a cell knows no days


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its media type, and how a table becomes the bytes of a file, piece by piece."""

    media_type: str
    pieces: Callable[[Table], Iterator[bytes]]


def csv_pieces(table: Table) -> Iterator[bytes]:
    """Give a line of names, then a line a row; times in ISO 8601, lists with blanks between."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator=_CRLF)  # so that a text with either of the two is quoted
    for values in _with_header(table):
        writer.writerow(values)
        yield _bytes(line.getvalue().removesuffix(_CRLF) + "\n")
        line.seek(0)
        line.truncate()


def marked_csv_pieces(table: Table) -> Iterator[bytes]:
    """Give the same behind a byte order mark, without which Excel takes UTF-8 for the code page of its country."""
    yield codecs.BOM_UTF8
    yield from csv_pieces(table)


def jsonl_pieces(table: Table) -> Iterator[bytes]:
    """Give one JSON object a row."""
    for row in table.rows:
        values = {name: json_value(value) for name, value in row.items()}
        yield _bytes(json.dumps(values, ensure_ascii=False) + "\n")


def xlsx_pieces(table: Table) -> Iterator[bytes]:
    """Give a workbook of one sheet, days and moments (UTC) as such, ids as text.

    Text stays text; a text longer than a cell holds is cut and says so.

    Raises UsageError for more rows than a sheet holds.
    """
    import xlsxwriter  # noqa: PLC0415 - .03 s that other formats and the website need not spend

    with tempfile.TemporaryFile() as file:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(file, options) as book:
            sheet = book.add_worksheet("Barometer")
            sheet.freeze_panes(1, 0)
            bold = book.add_format({"bold": True})
            cells: dict[type, Any] = {date: book.add_format({"num_format": _DAY_CELL})}
            cells[datetime] = book.add_format({"num_format": _MOMENT_CELL})
            for column, name in enumerate(table.columns):
                sheet.set_column(column, column, _WIDTHS.get(table.kinds.get(name, str)))
                sheet.write_string(0, column, name, bold)
            for number, row in enumerate(table.rows, 1):
                if number > EXCEL_ROWS:
                    raise UsageError(f"a sheet holds {EXCEL_ROWS:,} rows: narrow the query, or take csv")
                for column, (name, value) in enumerate(row.items()):
                    _write_cell(
                        sheet, number, column, str(value) if name in table.ids and value is not None else value, cells
                    )
        file.seek(0)
        while block := file.read(_BLOCK):
            yield block


def parquet_pieces(table: Table) -> Iterator[bytes]:
    """Give a Parquet file: days and moments (UTC) as such, lists as lists of text.

    Numbers are doubles, so that of more than 15 digits the last are rounded.
    """
    import pyarrow as pa  # noqa: PLC0415 - as large as the rest of the program, and needed here only
    import pyarrow.parquet as pq  # noqa: PLC0415 - it comes with pyarrow, which is needed here only

    kinds = {
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        Decimal: pa.float64(),
        datetime: pa.timestamp("us", tz="UTC"),
        date: pa.date32(),
        list: pa.list_(pa.string()),
    }
    schema = pa.schema([(name, kinds.get(table.kinds.get(name, str), pa.string())) for name in table.columns])
    with tempfile.TemporaryFile() as file:
        with pq.ParquetWriter(file, schema) as writer:
            while rows := list(itertools.islice(table.rows, _ROWS)):
                writer.write_batch(pa.RecordBatch.from_pylist([_typed(row, table.kinds) for row in rows], schema))
        file.seek(0)
        while block := file.read(_BLOCK):
            yield block


def _typed(row: Mapping[str, Any], kinds: Mapping[str, type]) -> dict[str, Any]:
    """The values of a row as Parquet takes them: what is no text by its kind stays, all else is text."""
    typed: dict[str, Any] = {}
    for name, value in row.items():
        kind = kinds.get(name, str)
        if isinstance(value, list):
            typed[name] = [_whole(str(each)) for each in value]
        elif value is None or kind in {int, float, bool, date, datetime}:
            typed[name] = value
        else:
            typed[name] = float(value) if kind is Decimal else _whole(str(_plain(value)))
    return typed


FORMATS: Mapping[str, Format] = {
    "csv": Format("text/csv; charset=utf-8", csv_pieces),
    "jsonl": Format("application/jsonl; charset=utf-8", jsonl_pieces),
    "parquet": Format("application/vnd.apache.parquet", parquet_pieces),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_pieces),
}


def _with_header(table: Table) -> Iterator[list[Any]]:
    yield list(table.columns)
    for row in table.rows:
        yield [_cell(value) for value in row.values()]


def _bytes(text: str) -> bytes:
    """Encode; half of a broken character, which some pages hold, becomes a question mark."""
    return text.encode("utf-8", "replace")


def _whole(text: str) -> str:
    return _bytes(text).decode()


def json_value(value: Any) -> Any:
    """Give a value as JSON knows it: decimals as numbers, times in ISO 8601."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def plain_number(value: Decimal) -> str:
    """Give every digit of a number, and none that says nothing: 2630000000000, not 2630000000000.00 or 2.63E+12."""
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return " ".join(str(each) for each in value) if isinstance(value, list) else value


def _cell(value: Any) -> Any:
    """Give a cell that no spreadsheet runs: a text that starts like a formula gets an apostrophe before it."""
    plain = _plain(value)
    return f"'{plain}" if isinstance(value, str) and value.startswith(FORMULA) else plain


def _write_cell(sheet: Any, row: int, column: int, value: Any, cells: Mapping[type, Any]) -> None:
    """Write a number as a number where Excel, which keeps 15 digits, holds it exactly, days as days; else text."""
    if value is None:
        return
    if isinstance(value, date) and value.year >= _EXCEL_FIRST:
        moment = value.astimezone(UTC).replace(tzinfo=None) if isinstance(value, datetime) else value
        sheet.write_datetime(row, column, moment, cells[type(value)])
        return
    if _is_excel_number(value):
        sheet.write_number(row, column, float(value))
        return
    text = _whole(str(_plain(value)))
    if len(text) > EXCEL_CHARACTERS:
        text = text[: EXCEL_CHARACTERS - len(_CUT)] + _CUT
    sheet.write_string(row, column, text)


def _is_excel_number(value: Any) -> bool:
    if isinstance(value, int):
        return abs(value) < EXCEL_EXACT
    return isinstance(value, Decimal) and abs(value) < EXCEL_EXACT and len(value.as_tuple().digits) <= 15

import codecs
import json
import zipfile


def test_export_writes_a_workbook(barometer, tmp_path):
    path = tmp_path / "claims.xlsx"
    done = barometer("export", "claims", "义乌", "--format", "xlsx", "--output", str(path))
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(path) as book:
        assert "article_title" in book.read("xl/worksheets/sheet1.xml").decode()


def test_export_of_a_query_holds_what_the_query_finds(barometer):
    found = barometer("claims", "义乌", "--json", "--limit", "1000").stdout.splitlines()
    assert len(barometer("export", "claims", "义乌").stdout.splitlines()) == len(found) > 10


def test_an_export_takes_the_filters_of_claims(barometer):
    filters = ("--place", "义乌市", "--min", "１０", "--unit", "percent", "--language", "zh")
    found = [
        json.loads(line) for line in barometer("claims", *filters, "--json", "--limit", "1000").stdout.splitlines()
    ]
    rows = [json.loads(line) for line in barometer("export", "claims", *filters).stdout.splitlines()]
    assert sorted(row["id"] for row in rows) == sorted(row["id"] for row in found) != []
    assert {(row["place"], row["unit"], row["language"]) for row in rows} == {("Yiwu", "percent", "zh")}
    articles = [json.loads(line)["id"] for line in barometer("export", "articles", *filters).stdout.splitlines()]
    assert sorted(articles) == sorted({row["article_id"] for row in rows})


def test_csv_begins_with_the_mark_for_excel_where_it_is_asked_for(barometer, tmp_path):
    path = tmp_path / "claims.csv"
    filters = ("--place", "Yiwu", "--format", "csv", "--output", str(path))
    assert barometer("export", "claims", *filters).returncode == 0
    plain = path.read_bytes()
    assert barometer("export", "claims", *filters, "--bom").returncode == 0
    assert path.read_bytes() == codecs.BOM_UTF8 + plain
    assert barometer("export", "claims", "--bom").returncode == 2

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

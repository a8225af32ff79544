"""The layers hold because a broken one is found; and no package that we use has a folder of one of our names."""

import shutil
import subprocess
import sys
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
ROOTS = ("barometer", "crawler", "pipelines", "settings")
LINT = Path(sys.executable).parent / "lint-imports"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINT), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for root in ROOTS:
        shutil.copytree(PROJECT / root, tmp_path / root, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    return tmp_path


def test_forbidden_imports_are_found(copy: Path) -> None:
    """Every contract of pyproject.toml is broken once, and every break is told."""
    for file, line in [
        ("barometer/archive/leases.py", "import barometer.ingest.record"),
        ("barometer/network/retry.py", "import crawler.items"),
        ("barometer/articles/topic.py", "import sqlite3"),
        ("barometer/claims/times/choice.py", "import barometer.claims.english.months"),
        ("barometer/claims/chinese/numerals.py", "import barometer.claims.places.placing"),
    ]:
        with (copy / file).open("a") as code:
            code.write(f"\n{line}  # noqa\n")
    done = lint(copy)
    assert done.returncode == 1, done.stdout
    assert "Contracts: 0 kept, 5 broken." in done.stdout, done.stdout
    assert "barometer.archive.leases -> barometer.ingest.record" in done.stdout
    assert "barometer.network.retry -> crawler.items" in done.stdout
    assert "barometer.articles.topic -> sqlite3" in done.stdout
    assert "barometer.claims.times.choice -> barometer.claims.english.months" in done.stdout
    assert "barometer.claims.chinese.numerals -> barometer.claims.places.placing" in done.stdout


def test_nobody_else_has_a_folder_of_our_names() -> None:
    """Scrapy appends the project folder to the path, so that a package of the same name would win over ours."""
    owners = packages_distributions()
    for root in (*ROOTS, "demo", "tests", "benchmarks"):
        others = {name for name in owners.get(root, []) if name != "barometer" and brings(name, root)}
        assert not others, f"{root} is also a package of {', '.join(others)}"


def brings(name: str, root: str) -> bool:
    """Tell whether a distribution really installs files there: some only say so."""
    return any(file.parts[0] == root for file in distribution(name).files or ())

"""Values are handed from step to step, so that no step may change one that another holds."""

import ast
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import barometer.claims
from barometer.claims import values
from barometer.claims.values import Cue, Mark, in_order

FIELDS = {field.name for kind in vars(values).values() if is_dataclass(kind) for field in fields(kind)}
CODE = sorted(Path(barometer.claims.__file__).parent.rglob("*.py"))


def _changed(tree: ast.AST) -> list[str]:
    """Give the fields of values that are assigned to, but for those of the object being made."""
    held = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Delete)
    targets = [one for node in ast.walk(tree) if isinstance(node, held) for one in ast.walk(node)]
    return [
        ast.unparse(one)
        for one in targets
        if isinstance(one, ast.Attribute)
        and isinstance(one.ctx, ast.Store | ast.Del)
        and one.attr in FIELDS
        and not (isinstance(one.value, ast.Name) and one.value.id == "self")
    ]


@pytest.mark.parametrize("path", CODE, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_step_changes_a_value(path):
    assert _changed(ast.parse(path.read_text(encoding="utf-8"))) == []


def test_a_change_would_be_seen():
    assert _changed(ast.parse("mark.start = 1\nother.mention.end += 2\nself.text = ''")) == [
        "mark.start",
        "other.mention.end",
    ]


def test_marks_are_in_the_order_of_the_text():
    late, wide, early = (
        Mark(7, 9, Cue.GROWTH, "up"),
        Mark(2, 8, Cue.BASE, "yoy"),
        Mark(2, 4, Cue.LEVEL),
    )
    assert in_order([late, wide, early]) == [early, wide, late]

"""Expressions that are compiled when they are first asked are sound, wherever they stand."""

import importlib
import pkgutil

import barometer.claims
from barometer.claims.text.alternatives import Alternatives
from barometer.claims.text.expressions import Brief, Parted


def test_every_expression_can_be_asked():
    asked = 0
    for module in pkgutil.walk_packages(barometer.claims.__path__, "barometer.claims."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Brief):
                value.search("义乌 5%")
                value.match("义乌 5%")
                assert list(value.finditer("")) is not None
                asked += 1
            elif isinstance(value, Parted | Alternatives):
                value.finditer("义乌 2025年1月5日同比增长5% in May")
                asked += 1
    assert asked > 100

"""Fact, goal or forecast: call 11 of the guideline."""

from datetime import date

import pytest

from barometer.claims import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yiwu plans to build 40 warehouses.", ["target"]),
        ("Yiwu's exports are expected to rise 5%.", ["forecast"]),
        ("Yiwu's tariff will rise to 20% from 10%.", ["forecast", "actual"]),
        ("Yiwu aims to lift sales to 9 billion yuan, having sold 8 billion yuan last year.", ["target", "actual"]),
        ("义乌力争出口突破7000亿元，去年已达6000亿元。", ["target", "actual"]),
        ("义乌预计全年出口7000亿元。", ["forecast"]),
        ("到2030年，义乌新建海外仓150个。", ["target"]),
        ("义乌去年新建海外仓150个。", ["actual"]),
        ("In Yiwu 12 volunteers and 9 drivers will help.", ["forecast", "forecast"]),
        ("Yiwu will have 40 parks, Li Na said, and sold 5 million lamps.", ["forecast", "actual"]),
        ("Yiwu plans 40 parks; it has 12 parks.", ["target", "actual"]),
        ("按照计划，义乌将新建园区12个。", ["target"]),
        ("义乌计划扩大市场。今年将新建园区12个。", ["forecast"]),
        ("2026年，义乌出口7000亿元。", ["target"]),
    ],
)
def test_status(text, expected):
    assert [claim.status for claim in extract(text, date(2025, 7, 12))] == expected

"""JSON lines."""

from __future__ import annotations

import io

from rashomon.publishing import ledger_json
from rashomon.records.codec import from_json
from tests.publishing.factory import empty, hostile, market


def test_one_line_a_report_in_the_same_order() -> None:
    stream = io.StringIO()
    ledgers = [market(), empty(), hostile()]
    ledger_json.write(iter(ledgers), stream)
    lines = stream.getvalue().split("\n")
    assert lines.pop() == ""
    assert [from_json(line) for line in lines] == ledgers


def test_no_reports_no_lines() -> None:
    stream = io.StringIO()
    ledger_json.write([], stream)
    assert stream.getvalue() == ""

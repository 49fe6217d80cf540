"""Ledgers to JSON and back, whatever is in them."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Count, Issue, Ledger, Report, Span, Victims
from rashomon.records.codec import from_json, to_dict, to_json

TEXT = st.text(st.characters(), min_size=1, max_size=60).filter(
    # lone surrogates too, but not two that make a pair: JSON has no way to keep them apart
    lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") == text
)
HEADS = st.builds(
    Report,
    id=TEXT,
    text=TEXT,
    title=st.none() | TEXT,
    url=st.none() | TEXT,
    publisher=st.none() | TEXT,
    published=st.none(),
)


@given(HEADS, st.lists(st.builds(Issue, code=TEXT, message=TEXT), max_size=3))
def test_a_ledger_comes_back_as_it_was(report: Report, issues: list[Issue]) -> None:
    ledger = Ledger(report, issues=tuple(issues))
    line = to_json(ledger)
    line.encode("utf-8")
    assert "\n" not in line
    assert from_json(line) == ledger


def test_the_fields_have_their_names() -> None:
    span = Span.cut("nine", 0, 4)
    count = Count("c", span, "killed", 9, None, False, Victims("civilians", "nine", None), None, ("n",))
    data = to_dict(Ledger(Report("r", "nine"), counts=(count,)))
    assert list(data) == [
        "schema",
        "report",
        "statements",
        "events",
        "claims",
        "actors",
        "places",
        "times",
        "counts",
        "incidents",
        "issues",
        "made_by",
    ]
    assert data["schema"] == "rashomon/ledger/1"
    assert data["counts"][0]["victims"] == {"class": "civilians", "text": "nine", "actor": None}
    assert (data["counts"][0]["low"], data["counts"][0]["high"]) == (9, None)


def test_unknown_fields_of_a_later_version_are_passed_over() -> None:
    data = json.loads(to_json(Ledger(Report("r", "t")))) | {"later": 1}
    assert from_json(json.dumps(data)) == Ledger(Report("r", "t"))

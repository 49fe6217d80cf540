"""What others find, read back from how they tell it."""

from __future__ import annotations

import pytest
from bench.corpora import nearest
from bench.other_times import AbsentError, read_marked

TEXT = "On 3 May, they & “others” left < 2 days later."


def test_tags_become_spans_of_the_text() -> None:
    marked = (
        'On <TIMEX3 tid="t1" type="DATE" value="2011-05-03">3 May</TIMEX3>, they & “others” left < '
        '<TIMEX3 tid="t2" type="DATE" value="2011-05-05" mod="APPROX">2 days later</TIMEX3>.'
    )
    found = [(TEXT[t["span"]["start"] : t["span"]["end"]], t["value"]) for t in read_marked(marked, TEXT)]
    assert found == [("3 May", "2011-05-03"), ("2 days later", "2011-05-05")]


def test_another_text_is_refused() -> None:
    with pytest.raises(AbsentError, match="another text"):
        list(read_marked('On <TIMEX3 value="2011-05-03">3 May</TIMEX3>.', TEXT))


def test_the_nearest_is_told_by_the_gap_and_then_by_the_order() -> None:
    anchor = {"start": 20, "end": 25}
    spans = {"far": (0, 5), "before": (10, 17), "after": (28, 30)}
    mentions = [(name, {"start": a, "end": b}) for name, (a, b) in spans.items()]
    assert nearest(anchor, iter(mentions)) == "before"
    assert nearest(anchor, iter(mentions[:1])) == "far"
    assert nearest(anchor, iter(())) is None

"""The annotated reports keep their format, and the reader of the format refuses what breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.annotation import AnnotationError, read_report, read_reports

REPORTS = Path(__file__).parents[2] / "training/reports"
WHOLE = """title: T
---
<s1>The army</s1> <q1>denied</q1> <c1>it had <e1>shelled</e1> the town</c1>.
---
a1 deny
e1 ASSAULT heavy-weapons by="The army" on="the town"
"""


def test_all_reports_are_sound() -> None:
    reports = list(read_reports(REPORTS))
    assert len(reports) >= 120
    assert sum(len(r.attributions) for r in reports) >= 2000
    for report in reports:
        for attribution in report.attributions.values():
            spans = [*attribution.source, *attribution.cue, *attribution.content]
            assert all(report.text[a:b].strip() for a, b in spans), report.name


def test_marks_become_spans(tmp_path: Path) -> None:
    path = tmp_path / "a.report"
    path.write_text(WHOLE, encoding="utf-8")
    report = read_report(path)
    assert report.text == "The army denied it had shelled the town."
    (start, end) = report.attributions["a1"].content[0]
    assert report.text[start:end] == "it had shelled the town"
    assert report.events["e1"].by == ["The army"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("</c1>", "", "never closed"),
        ("a1 deny", "", "no stance"),
        ("a1 deny", "a1 maybe", "means nothing"),
        ("ASSAULT", "ASSAULTS", "PLOVER does not have"),
        ("heavy-weapons", "heavy", "no mode"),
        ("a1 deny", "a1 deny answers=a7", "is not there"),
    ],
)
def test_what_breaks_the_format_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "a.report"
    path.write_text(WHOLE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(AnnotationError, match=message):
        read_report(path)

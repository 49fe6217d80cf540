"""What encoder and grammar find, as one list."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rashomon.reading.drafts import Attribution
from rashomon.reading.events.columns import WIDTH
from rashomon.reading.learned import Learned
from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.confidence import Evidence, confidence
from rashomon.reading.statements.decoding import Group
from rashomon.reading.statements.find import by_grammar
from rashomon.reading.statements.joining import candidates, joined
from rashomon.reading.statements.order import in_order
from tests.conftest import ParseText


def _group(
    parsed: Parsed, cue: str | None, source: str | None, content: str, chance: float = 0.98, stance: str = "affirm"
) -> Group:
    return Group(
        window=Stretch(0, len(parsed.doc)),
        cue=_words(parsed, cue) if cue else None,
        sources=[_words(parsed, source)] if source else [],
        content=[_words(parsed, content)],
        stance=stance,  # type: ignore[arg-type]
        anchored=chance,
        told=chance,
        owned=chance if source else 0.0,
    )


def _words(parsed: Parsed, text: str) -> Stretch:
    start = parsed.report.text.index(text)
    inside = [i for i in range(len(parsed.doc)) if start <= parsed.starts[i] < start + len(text)]
    return Stretch(inside[0], inside[-1] + 1)


def _seen(parsed: Parsed, *groups: Group, chance: float = 0.0) -> Learned:
    chances = np.full(len(parsed.doc), chance, dtype=np.float32)
    for group in groups:
        if group.cue is not None:
            chances[group.cue.start : group.cue.end] = group.anchored
    events = np.zeros((len(parsed.doc), WIDTH), dtype=np.float32)
    return Learned(by_grammar(parsed), list(groups), chances, events)


def _told(parsed: Parsed, found: list[Attribution]) -> list[tuple[str | None, str]]:
    return [(parsed.text(a.source) if a.source else None, parsed.text(a.content[0])) for a in found]


def test_where_both_see_a_cue_the_encoder_has_the_spans(parse_text: ParseText) -> None:
    parsed = parse_text("The army said its men held the pass, a day after the storm.")
    seen = _seen(parsed, _group(parsed, "said", "The army", "its men held the pass"))
    found = joined(parsed, seen)
    assert _told(parsed, found) == [("The army", "its men held the pass")]
    assert found[0].confidence > 0.8


def test_what_the_encoder_alone_is_sure_of_comes_in(parse_text: ParseText) -> None:
    text = "In the words of the mayor, the square was a slaughterhouse."
    parsed = parse_text(text)
    assert by_grammar(parsed) == []
    seen = _seen(parsed, _group(parsed, "In the words of", "the mayor", "the square was a slaughterhouse"))
    assert _told(parsed, joined(parsed, replace(seen, by_grammar=[]))) == [
        ("the mayor", "the square was a slaughterhouse")
    ]


@pytest.mark.parametrize(
    ("text", "cue", "held", "stance"),
    [
        ("The commander laughed off the report.", "laughed off", "affirm", "deny"),
        ("The commander lists the dead.", "lists", "deny", "affirm"),
        ("The commander has never denied the raid.", "has never denied", "deny", "open"),
        ("The commander is mum about the dead.", "is mum about", "open", "open"),
    ],
)
def test_a_cue_that_only_the_encoder_sees_denies_only_where_a_list_says_so(
    parse_text: ParseText, text: str, cue: str, held: str, stance: str
) -> None:
    parsed = parse_text(text)
    content = text.rstrip(".").partition(f"{cue} ")[2]
    seen = _seen(parsed, _group(parsed, cue, "The commander", content, stance=held))
    assert [a.stance for a in joined(parsed, replace(seen, by_grammar=[]))] == [stance]


def test_what_the_encoder_alone_doubts_stays_out(parse_text: ParseText) -> None:
    parsed = parse_text("The mayor stood in the square, a slaughterhouse.")
    seen = _seen(parsed, _group(parsed, "stood", "The mayor", "a slaughterhouse", chance=0.25))
    assert joined(parsed, replace(seen, by_grammar=[])) == []


def test_what_the_grammar_alone_finds_hangs_on_what_the_encoder_thinks_of_its_cue(parse_text: ParseText) -> None:
    parsed = parse_text("The army said its men held the pass.")
    (for_it,) = candidates(parsed, _seen(parsed, chance=0.9))
    (against_it,) = candidates(parsed, _seen(parsed, chance=0.0))
    assert for_it.evidence.by == against_it.evidence.by == "grammar"
    assert confidence(for_it.evidence) > confidence(against_it.evidence)


def test_two_of_the_encoder_are_not_both_the_twin_of_one(parse_text: ParseText) -> None:
    parsed = parse_text("The army said its men held the pass and the bridge.")
    groups = (
        _group(parsed, "said", "The army", "its men held the pass"),
        _group(parsed, "said", "The army", "the bridge"),
    )
    found = candidates(parsed, _seen(parsed, *groups))
    assert sorted(c.evidence.by for c in found) == ["both", "encoder"]


def test_a_content_without_a_cue_goes_on_from_the_last_speaker(parse_text: ParseText) -> None:
    parsed = parse_text("The mayor said the river was high. The bridge was gone.")
    seen = _seen(parsed, _group(parsed, None, None, "The bridge was gone."))
    bare = next(c.attribution for c in candidates(parsed, seen) if c.attribution.cue is None)
    assert (bare.source, bare.follows) == (None, 0)


def test_a_content_without_a_cue_far_from_any_speaker_has_none(parse_text: ParseText) -> None:
    parsed = parse_text("The mayor said the river was high.\n\nIt rained.\n\nThe bridge was gone.")
    seen = _seen(parsed, _group(parsed, None, None, "The bridge was gone."))
    bare = next(c.attribution for c in candidates(parsed, seen) if c.attribution.cue is None)
    assert bare.follows is None


def test_what_the_grammar_knows_beyond_the_window_stays(parse_text: ParseText) -> None:
    """A quotation that goes on where the encoder's window ends."""
    parsed = parse_text("“We held it,” the mayor said. “Nobody was hurt that night.”")
    group = _group(parsed, "said", "the mayor", "“We held it,”")
    end = _words(parsed, "said.").end
    seen = _seen(parsed, replace(group, window=Stretch(0, end)))
    (found,) = joined(parsed, seen)
    assert [parsed.text(part) for part in found.content] == ["“We held it,”", "“Nobody was hurt that night.”"]


def test_a_quotation_across_the_edge_of_the_window_stays_whole(parse_text: ParseText) -> None:
    parsed = parse_text("“They burned the mill. They shelled the market at dawn,” the mayor said.")
    group = _group(parsed, "said", "the mayor", "They shelled the market at dawn,”")
    window = Stretch(_words(parsed, "They shelled").start, len(parsed.doc))
    (found,) = joined(parsed, _seen(parsed, replace(group, window=window)))
    assert [parsed.text(part) for part in found.content] == ["“They burned the mill. They shelled the market at dawn,”"]


@pytest.mark.parametrize(
    ("read", "content"),
    [
        ("Nobody came to help us,”", "“They burned the mill at dawn. Nobody came to help us,”"),
        (
            "They burned the mill at dawn. Nobody came to help us",
            "They burned the mill at dawn. Nobody came to help us",
        ),
    ],
)
def test_a_quotation_of_which_the_encoder_leaves_out_a_sentence_stays_whole(
    parse_text: ParseText, read: str, content: str
) -> None:
    parsed = parse_text("“They burned the mill at dawn. Nobody came to help us,” the mayor said.")
    (found,) = joined(parsed, _seen(parsed, _group(parsed, "said", "the mayor", read)))
    assert [parsed.text(part) for part in found.content] == [content]


def test_of_two_sources_the_one_that_the_grammar_knows(parse_text: ParseText) -> None:
    """The encoder gives both cues of "said, citing" the same sources."""
    parsed = parse_text("Six people died, state television said, citing the public health ministry of Norland.")
    sources = [_words(parsed, "state television"), _words(parsed, "the public health ministry of Norland")]
    group = replace(_group(parsed, "said", None, "Six people died"), sources=sources)
    found = joined(parsed, _seen(parsed, group, chance=0.9))
    assert _told(parsed, found) == [
        ("state television", "Six people died"),
        ("the public health ministry of Norland", "Six people died"),
    ]


def test_a_content_that_breaks_off_goes_on_to_its_end(parse_text: ParseText) -> None:
    parsed = parse_text("The flood carried off a bridge and the only ferry, the mission said.")
    seen = _seen(parsed, _group(parsed, "said", "the mission", "The flood carried off a bridge and"))
    assert _told(parsed, joined(parsed, seen)) == [("the mission", "The flood carried off a bridge and the only ferry")]


def test_a_gap_that_nothing_explains_is_closed(parse_text: ParseText) -> None:
    parsed = parse_text("Several lorries near the depot were burned in the night, the mission said.")
    group = _group(parsed, "said", "the mission", "Several")
    group.content.append(_words(parsed, "were burned in the night"))
    (found,) = joined(parsed, _seen(parsed, group))
    assert [parsed.text(part) for part in found.content] == ["Several lorries near the depot were burned in the night"]


def test_who_is_told_is_no_source(parse_text: ParseText) -> None:
    parsed = parse_text("Aid workers were informed that rebels had killed nine villagers.")
    seen = _seen(parsed, _group(parsed, "were informed", "Aid workers", "rebels had killed nine villagers"))
    assert _told(parsed, joined(parsed, seen)) == [(None, "rebels had killed nine villagers")]


def test_an_article_alone_is_no_source(parse_text: ParseText) -> None:
    parsed = parse_text("He was told by the army that nine men had been shot.")
    seen = _seen(parsed, _group(parsed, "was told", "the", "nine men had been shot"))
    assert _told(parsed, joined(parsed, seen)) == [("the army", "nine men had been shot")]


def test_in_order_keeps_who_goes_on_from_whom() -> None:
    def draft(head: int, follows: int | None = None) -> Attribution:
        return Attribution("direct", None, None, [Stretch(head, head + 1)], "affirm", head, follows=follows)

    before = [draft(9), draft(3), draft(20, follows=0), draft(30, follows=1)]
    new = draft(5)
    found = in_order([before[0], before[2], before[3], new], before)
    assert [a.head for a in found] == [5, 9, 20, 30]
    assert [a.follows for a in found] == [None, None, 1, None]


@pytest.mark.parametrize("by", ["both", "encoder", "grammar"])
def test_a_likelier_cue_is_never_less_sure(by: str) -> None:
    low, high = (confidence(Evidence(by, c, 0.8, 0.8, 0.5, False)) for c in (0.3, 0.95))  # type: ignore[arg-type]
    assert low < high

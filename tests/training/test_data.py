"""Corpora to windows: what each word is labelled as, and to which attribution it belongs."""

from __future__ import annotations

import json
from pathlib import Path

from spacy.language import Language
from training.statements.data import Gold, Marked, Window, ledgers, polnear, windows

from rashomon.intake.text import read_text


def _gold(text: str, *attributions: dict[str, list[str]], stance: str | None = None) -> Gold:
    def spans(words: list[str]) -> list[tuple[int, int]]:
        return [(text.index(w), text.index(w) + len(w)) for w in words]

    marked = [Marked(**{layer: spans(words) for layer, words in a.items()}, stance=stance) for a in attributions]
    return Gold("test", read_text(text, id="test"), marked, 1.0)


def _tagged(window: Window, row: int, *tags: int) -> list[str]:
    return [w for w, t in zip(window.words, window.rows[row].tags, strict=True) if t in tags]


def test_labels_of_one_attribution(nlp: Language) -> None:
    gold = _gold(
        "The army said it held the pass.",
        {"source": ["The army"], "cue": ["said"], "content": ["it held the pass"]},
        stance="affirm",
    )
    (window,) = windows(nlp, [gold])
    assert window.anchors == [0, 0, 1, 0, 0, 0, 0, 0]
    assert window.edges == [[1, 0], [2, 0], [0, 0], [0, 1], [0, 2], [0, 2], [0, 2], [0, 0]]
    (row,) = window.rows
    assert (row.anchor, row.tags, row.stance) == (2, [1, 2, 0, 3, 4, 4, 4, 0], 0)
    assert [numbers[0] for numbers in row.known] == row.tags


def test_one_inside_the_other_has_a_row_of_its_own(nlp: Language) -> None:
    gold = _gold(
        "He said she denied everything.",
        {"source": ["He"], "cue": ["said"], "content": ["she denied everything"]},
        {"source": ["she"], "cue": ["denied"], "content": ["everything"]},
    )
    (window,) = windows(nlp, [gold])
    assert [row.anchor for row in window.rows] == [1, 3]
    assert _tagged(window, 0, 3, 4) == ["she", "denied", "everything"]
    assert _tagged(window, 1, 1, 2) == ["she"]
    assert _tagged(window, 1, 3, 4) == ["everything"]
    assert [row.stance for row in window.rows] == [-1, -1]


def test_content_whose_cue_is_in_another_window_is_bare(nlp: Language) -> None:
    filler = " ".join(f"The road to post {n} was closed again by the snow." for n in range(20))
    text = f"The envoy warned of this. {filler} Nobody will pass before spring."
    gold = _gold(
        text, {"source": ["The envoy"], "cue": ["warned"], "content": ["this", "Nobody will pass before spring."]}
    )
    first, last = windows(nlp, [gold])
    assert _tagged(first, 0, 3, 4) == ["this"]
    assert last.rows[0].anchor == last.words.index("Nobody")
    assert last.anchors[last.rows[0].anchor] == 3


def test_polnear_fragments_are_read_apart(tmp_path: Path) -> None:
    text = "“No,” she said, “never.”"
    span = {"start": 0, "end": len(text), "fragments": [[0, 5], [16, 24]]}
    record = {
        "id": "r",
        "text": text,
        "attributions": [{"source": [{"start": 6, "end": 9}], "cue": [{"start": 10, "end": 14}], "content": [span]}],
    }
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    (gold,) = polnear(path)
    assert gold.attributions == [Marked([(6, 9)], [(10, 14)], [(0, 5), (16, 24)])]


def test_ledgers_without_a_cue_or_a_source(tmp_path: Path) -> None:
    statement = {"source_span": None, "cue_span": None, "content_spans": [{"start": 0, "end": 5}], "stance": "open"}
    record = {"id": "r", "text": "“No.”", "statements": [statement]}
    (tmp_path / "a.json").write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / "cross.json").write_text("{}", encoding="utf-8")
    (gold,) = ledgers(tmp_path, 3.0)
    assert gold.attributions == [Marked([], [], [(0, 5)], "open")]

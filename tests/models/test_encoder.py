"""The encoder: arrays for windows of words, and the files that it refuses."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import numpy as np
import pytest

from rashomon.errors import DataError
from rashomon.models.encoder import WEIGHTS, Encoder, Integers
from rashomon.reading.events.columns import SIZES as LEXICON
from rashomon.reading.events.columns import WIDTH
from rashomon.reading.statements.features import SIZES

WORDS = [
    "The",
    "governor",
    "of",
    "Tarsal",
    "said",
    "on",
    "Monday",
    "that",
    "two",
    "bridges",
    "had",
    "been",
    "blown",
    "up",
]


def _known(*windows: list[str]) -> tuple[list[Integers], list[Integers]]:
    """Features of words of which neither grammar nor lexicon knows anything."""
    return tuple([np.ones((len(w), len(sizes)), dtype=np.int64) for w in windows] for sizes in (SIZES, LEXICON))  # type: ignore[return-value]


def test_every_window_gets_a_row_a_word(encoder: Encoder) -> None:
    windows = [WORDS, ["No"], WORDS * 3]
    found = dict(encoder.encode(windows, *_known(*windows)))
    assert sorted(found) == [0, 1, 2]
    for number, words in enumerate(windows):
        encoded = found[number]
        assert encoded.labels.shape == (len(words), 13)
        assert encoded.anchors.shape == encoded.vectors.shape == (len(words), 4, encoded.anchors.shape[2])
        assert encoded.scores.shape == (len(words), 4)
        assert encoded.events.shape == (len(words), WIDTH)
        assert all(
            np.isfinite(a).all()
            for a in (encoded.labels, encoded.anchors, encoded.vectors, encoded.scores, encoded.events)
        )


def test_no_windows(encoder: Encoder) -> None:
    assert list(encoder.encode([], [], [])) == []


def test_windows_come_back_under_their_own_number(encoder: Encoder) -> None:
    """What is shorter is run first, and is still handed back as what it was."""
    apart = dict(encoder.encode([WORDS], *_known(WORDS)))[0]
    together = dict(encoder.encode([WORDS * 4, WORDS], *_known(WORDS * 4, WORDS)))[1]
    assert together.labels.shape == apart.labels.shape
    # int8 scales over a batch, so scores move a little with what is beside; which is best does not
    assert (together.labels[:, :4].argmax(1) == apart.labels[:, :4].argmax(1)).mean() > 0.9


def test_more_wordpieces_than_the_model_has_positions(encoder: Encoder) -> None:
    words = ["counterrevolutionaries", "\u2603\u2603", "x" * 90] * 60
    assert dict(encoder.encode([words], *_known(words)))[0].labels.shape == (180, 13)


def test_one_word_of_more_wordpieces_than_positions(encoder: Encoder) -> None:
    words = ["said", "%d0%b0" * 300, "he"]
    encoded = dict(encoder.encode([words], *_known(words)))[0]
    assert encoded.labels.shape == (3, 13)
    assert np.isfinite(encoded.labels).all()


@pytest.mark.parametrize("word", ["", " ", "\ufffd", "\U0001f525" * 40, "a" * 5000, "\u0661\u0662", "\x00"])
def test_words_that_are_none(encoder: Encoder, word: str) -> None:
    words = [word, "said", word]
    encoded = dict(encoder.encode([words], *_known(words)))[0]
    assert encoded.labels.shape == (3, 13)
    assert np.isfinite(encoded.labels).all()


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    with (folder / "tokenizer.json").open("a", encoding="utf-8") as file:
        file.write(" ")
    with pytest.raises(DataError, match=r"tokenizer\.json is not the file that .*pins\.tsv pins"):
        Encoder(folder)


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json", "pins.tsv"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    (folder / name).unlink()
    with pytest.raises(DataError, match=name):
        Encoder(folder)


def test_pins_that_pin_a_broken_graph(tmp_path: Path) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    (folder / "encoder.onnx").write_bytes(b"not a graph")
    rows = [
        f"{name}\t{hashlib.sha256((folder / name).read_bytes()).hexdigest()}"
        for name in ("encoder.onnx", "tokenizer.json")
    ]
    (folder / "pins.tsv").write_text("file\tsha256\n" + "\n".join(rows) + "\n", encoding="utf-8")
    with pytest.raises(DataError, match="does not load"):
        Encoder(folder)


def test_the_weights_fit_into_the_package() -> None:
    """At most 40 MB for the default."""
    assert sum(p.stat().st_size for p in WEIGHTS.iterdir()) < 40_000_000


def test_pins_that_do_not_name_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    (folder / "pins.tsv").write_text("file\tsha256\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"not whole .*install rashomon again"):
        Encoder(folder)


@pytest.mark.parametrize("threads", ["", "1", "2,1", "many", "-1"])
def test_any_number_of_threads(monkeypatch: pytest.MonkeyPatch, threads: str) -> None:
    """OMP_NUM_THREADS is other programs' too: what cannot be read of it is passed over."""
    monkeypatch.setenv("OMP_NUM_THREADS", threads)
    assert len(list(Encoder().encode([WORDS], *_known(WORDS)))) == 1

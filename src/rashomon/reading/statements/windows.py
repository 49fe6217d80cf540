"""Windows of words for the encoder."""

from __future__ import annotations

from rashomon.reading.parsed import Parsed, Stretch

#: longest window in words, as in training
WINDOW = 180


def windows_of(parsed: Parsed) -> list[Stretch]:
    """Runs of whole sentences of at most `WINDOW` words, as long as may be; a longer sentence is cut."""
    found: list[Stretch] = []
    for sentence in parsed.sentences():
        start = sentence.start
        while sentence.end - start > WINDOW:
            found.append(Stretch(start, start + WINDOW))
            start += WINDOW
        if found and found[-1].end == start and sentence.end - found[-1].start <= WINDOW:
            found[-1] = Stretch(found[-1].start, sentence.end)
        else:
            found.append(Stretch(start, sentence.end))
    return found

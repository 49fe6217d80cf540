"""Further names that stand beside an actor's first: "(MEND)", ", or Hasam Movement"."""

from __future__ import annotations

from rashomon.reading.actors.lexicon import word_list
from rashomon.reading.actors.phrases import Phrase
from rashomon.reading.actors.text import Text
from rashomon.reading.parsed import Stretch

_PLACES = frozenset({"state", "capital", "place"})


def aliases(text: Text, phrase: Phrase) -> list[Stretch]:
    """Acronyms in parentheses after a name, and names after "or" or "known as" within the phrase."""
    doc, found = text.parsed.doc, []
    assert phrase.name is not None
    for end in sorted({phrase.name.end, phrase.head + 1, phrase.stretch.end}):
        if end + 2 < len(doc) and doc[end].text == "(":
            close = next((i for i in range(end + 1, min(end + 7, len(doc))) if doc[i].text == ")"), None)
            if close and close > end + 1 and doc[end + 1].text[0].isupper() and not _is_of_more(text, phrase, end + 1):
                found.append(Stretch(end + 1, close))
    head = doc[phrase.head]
    for child in head.children:
        if child.dep_ in ("conj", "appos") and child.i in phrase.stretch.tokens and child.i > head.i:
            name = text.names.over[child.i]
            if name and any(t.lower_ in word_list("renaming") for t in doc[head.i : child.i]):
                found.append(name.stretch)
    return found


def _is_of_more(text: Text, phrase: Phrase, acronym: int) -> bool:
    """Whether an acronym after a place has more letters than the place has words, and so is short for what the place is
    only the end of: "the Stabilization Mission in Mali (MINUSMA)"."""
    name = text.names.over[phrase.head]
    if name is None or name.sort not in _PLACES:
        return False
    letters = sum(c.isupper() for c in text.parsed.doc[acronym].text)
    return letters > name.stretch.end - name.stretch.start + 1

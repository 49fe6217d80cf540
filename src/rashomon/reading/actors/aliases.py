"""Further names that stand beside an actor's first: "(MEND)", ", or Hasam Movement"."""

from __future__ import annotations

from rashomon.reading.actors.lexicon import word_list
from rashomon.reading.actors.phrases import Phrase
from rashomon.reading.actors.text import Text
from rashomon.reading.parsed import Stretch


def aliases(text: Text, phrase: Phrase) -> list[Stretch]:
    """Acronyms in parentheses after a name, and names after "or" or "known as" within the phrase."""
    doc, found = text.parsed.doc, []
    assert phrase.name is not None
    for end in sorted({phrase.name.end, phrase.head + 1, phrase.stretch.end}):
        if end + 2 < len(doc) and doc[end].text == "(":
            close = next((i for i in range(end + 1, min(end + 7, len(doc))) if doc[i].text == ")"), None)
            if close and close > end + 1 and doc[end + 1].text[0].isupper():
                found.append(Stretch(end + 1, close))
    head = doc[phrase.head]
    for child in head.children:
        if child.dep_ in ("conj", "appos") and child.i in phrase.stretch.tokens and child.i > head.i:
            name = text.names.over[child.i]
            if name and any(t.lower_ in word_list("renaming") for t in doc[head.i : child.i]):
                found.append(name.stretch)
    return found

"""How long an office was held, as the words round it say."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.actors.lexicon import word_list
from rashomon.reading.actors.text import Text
from rashomon.reading.parsed import Stretch

#: how many tokens a day may have: "March 3, 2012"
_DAY = 4
#: the first and the last day, as written
Limits = tuple[str | None, str | None]


def headed(text: Text, noun: Token, *, again: bool = False) -> Limits:
    """How long the holder of an office did what its holder does: "a former prime minister who led it until 2004". With
    `again`, only where what is headed is what has been named before: "its leader, X, who headed it"."""
    for clause in noun.children:
        if clause.dep_ == "relcl" and clause.lemma_ in word_list("heading"):
            if again and not any(c.dep_ == "dobj" and c.pos_ == "PRON" for c in clause.children):
                continue
            return limits(text, clause)
    return None, None


def day_of(text: Text, clause: Token) -> str | None:
    """When what a clause tells was: "last week", "in 2016"."""
    for child in clause.children:
        dated = [child] if child.dep_ == "npadvmod" else [c for c in child.children if c.dep_ == "pobj"]
        for day in dated:
            if child.i > clause.i and day.ent_type_ == "DATE":
                return text.parsed.of(Stretch(day.left_edge.i, day.right_edge.i + 1)).text
    return None


def limits(text: Text, token: Token) -> Limits:
    """What "since" and "until" below a token say, as written."""
    found: dict[str, str] = {}
    # what follows "and" is said of what comes after it
    joined = next((c.i for c in token.children if c.dep_ == "cc"), len(text.parsed.doc))
    own = [c for c in token.children if c.dep_ in ("prep", "attr", "dobj") and c.i < joined]
    below = [
        token,
        *own,
        *(g for c in own for g in c.children),
        *(h for c in own for g in c.children for h in g.children),
    ]
    for word in below:
        if word.lower_ in word_list("since") or word.lower_ in word_list("until"):
            spans = [c for c in word.children if c.dep_ in ("pobj", "pcomp")]
            if spans:
                stretch = Stretch(spans[0].left_edge.i, spans[0].right_edge.i + 1)
                found.setdefault(
                    "since" if word.lower_ in word_list("since") else "until", text.parsed.of(stretch).text
                )
        for since, until in _between(text, word):
            found.setdefault("since", since)
            found["until"] = until
    return found.get("since"), found.get("until")


def _between(text: Text, word: Token) -> Iterator[tuple[str, str]]:
    """The two days of "from 2012 to 2016", "between May 2003 and 2009", as written. The parse ties them in many ways."""
    doc = text.parsed.doc
    if word.lower_ not in word_list("since_before"):
        return
    middle = _end_of_day(doc, word.i + 1)
    if middle < len(doc) and middle > word.i + 1 and doc[middle].lower_ in word_list("until_after"):
        end = _end_of_day(doc, middle + 1)
        if end > middle + 1:
            yield text.parsed.of(Stretch(word.i + 1, middle)).text, text.parsed.of(Stretch(middle + 1, end)).text


def _end_of_day(doc: Doc, start: int) -> int:
    """Where a year that begins at `start`, with day and month before it, ends; `start` where none does."""
    for i in range(start, min(start + _DAY, len(doc))):
        if len(doc[i].text) == len("2012") and doc[i].text.isdigit():
            return i + 1
        if not (doc[i].text.istitle() or doc[i].text.isdigit() or doc[i].text == ","):
            break
    return start

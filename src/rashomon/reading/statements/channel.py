"""By what way a thing was said: "on Telegram", "in a statement", "told AFP"."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.parsed import Parsed, Stretch
from rashomon.reading.statements.content import addressee
from rashomon.reading.statements.words import words
from rashomon.reading.syntax import child, phrase


def channel_of(parsed: Parsed, verb: Token, content: list[Stretch]) -> Stretch | None:
    """The phrase that names the channel of what `verb` says, outside `content`, or None."""
    for link in verb.children:
        if link.dep_ != "prep":
            continue
        noun = child(link, "pobj")
        if noun is None or noun.lemma_.casefold() not in words().channels:
            continue
        found = Stretch(link.i, phrase(noun).end)
        if not any(found.meets(part) for part in content):
            return found
    whom = addressee(verb)
    if whom is None:
        return None
    found = phrase(whom)
    return None if any(found.meets(part) for part in content) else found

"""What people, bodies and groups are called, and what that says of their kind and sector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from rashomon.errors import DataError
from rashomon.records import ActorKind
from rashomon.vocab.actors.phrases import Phrases
from rashomon.vocab.data import read_table

_PACKAGE = "rashomon.vocab.actors"
_FILE = "nouns.tsv"
_COLUMNS = ("noun", "sort", "kind", "sector", "weak")
_SORTS = ("person", "persons", "title", "body", "word")


@dataclass(frozen=True, slots=True)
class ActorNoun:
    """A noun (or several words) that names an actor.

    `sort`: "person" for one human being (its plural is "persons"), "title" for a person's office or rank that can
    stand before a name, "persons" for what is plural only, "body" for an organisation or group, "word" for an
    adjective that tells only the sector. `kind` is the kind of a body, or of the plural of persons. `weak` nouns
    ("official", "leader", "member") take their sector from the words around them, and their own if those say nothing.
    """

    noun: str
    sort: str
    kind: ActorKind
    sector: str
    weak: bool

    @property
    def human(self) -> bool:
        """Whether one of these is a human being."""
        return self.sort in ("person", "title", "persons")

    @property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """The singular and, where there is one, the regular plural, as folded words."""
        singular = tuple(self.noun.split())
        if self.sort in ("persons", "word"):
            return (singular,)
        return (singular, (*singular[:-1], plural(singular[-1])))


@cache
def nouns() -> Phrases[ActorNoun]:
    """The table of nouns, each under its singular and plural. Raises DataError where the file breaks its rules."""
    return Phrases.of((form, noun) for noun in map(_noun, _table()) for form in noun.forms)


def _table() -> list[dict[str, str]]:
    return read_table(_PACKAGE, _FILE, _COLUMNS, key=("noun",))


def _noun(row: dict[str, str]) -> ActorNoun:
    if row["sort"] not in _SORTS or row["kind"] not in get_args(ActorKind) or row["weak"] not in ("", "weak"):
        raise DataError(f"{_PACKAGE}/{_FILE}: {row['noun']}: unknown sort, kind or weight")
    return ActorNoun(row["noun"], row["sort"], cast(ActorKind, row["kind"]), row["sector"], bool(row["weak"]))


def plural(word: str) -> str:
    """The regular plural of an English noun, with "-man" as "-men"."""
    if word.endswith("man") and word != "human":
        return word[:-3] + "men"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"

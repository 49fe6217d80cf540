"""The cue words of statements, from the data files beside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast, get_args

from rashomon.errors import DataError
from rashomon.records import Stance
from rashomon.records.statement import VerificationStatus
from rashomon.vocab.data import read_list, read_table

_HERE = "rashomon.reading.statements"
#: what may hold the content of a cue; explained at the head of cues.tsv
FRAMES = frozenset(
    {"clause", "quote", "obj", "inf", "addr", "of", "for", "on", "about", "to", "at", "against"}
    | {"objinf", "objof", "objfor", "objas", "objagainst", "objon", "objat", "objto"}
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes: its lemma, where its content may stand, and what it says of it."""

    lemma: str
    frames: frozenset[str]
    stance: Stance


@dataclass(frozen=True, slots=True)
class Words:
    """All word lists of `reading.statements`. Sets hold lemmas in lower case."""

    verbs: MappingProxyType[str, Cue]
    nouns: MappingProxyType[str, Cue]
    passive: frozenset[str]
    hedges: frozenset[str]
    channels: frozenset[str]
    told: frozenset[str]
    withheld: frozenset[str]
    untrue: frozenset[str]
    mute: frozenset[tuple[str, str]]
    none: frozenset[str]
    citing: frozenset[str]
    carriers: frozenset[str]
    both: frozenset[str]
    presuming: frozenset[str]
    disclaimed: frozenset[str]
    sourceless: frozenset[str]
    answered: frozenset[str]
    shown: frozenset[str]
    relaying: frozenset[str]
    disowned: frozenset[str]
    selves: frozenset[str]
    common: frozenset[str]
    alike: MappingProxyType[str, str]
    verifying: MappingProxyType[str, VerificationStatus]


@cache
def words() -> Words:
    """The lists, read once. Raises DataError when a file breaks its rules."""
    return Words(
        verbs=_cues("cues.tsv"),
        nouns=_cues("nouns.tsv"),
        passive=_set("passive.txt"),
        hedges=_set("hedges.txt"),
        channels=_set("channels.txt"),
        told=_set("told.txt"),
        withheld=_set("withheld.txt"),
        untrue=_set("untrue.txt"),
        mute=frozenset(
            (row["verb"], row["object"])
            for row in read_table(_HERE, "mute.tsv", ("verb", "object"), key=("verb", "object"))
        ),
        none=_set("none.txt"),
        citing=_set("citing.txt"),
        carriers=_set("carriers.txt"),
        both=_set("both.txt"),
        presuming=_set("presuming.txt"),
        disclaimed=_set("disclaimed.txt"),
        sourceless=_set("sourceless.txt"),
        answered=_set("answered.txt"),
        shown=_set("shown.txt"),
        relaying=_set("relaying.txt"),
        disowned=_set("disowned.txt"),
        selves=_set("selves.txt"),
        common=_set("common.txt"),
        alike=MappingProxyType(
            {row["lemma"]: row["kind"] for row in read_table(_HERE, "alike.tsv", ("lemma", "kind"), key=("lemma",))}
        ),
        verifying=MappingProxyType(
            {
                row["lemma"]: cast(VerificationStatus, row["status"])
                for row in read_table(_HERE, "verifying.tsv", ("lemma", "status"), key=("lemma",))
            }
        ),
    )


def _set(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in read_list(_HERE, name))


def _cues(name: str) -> MappingProxyType[str, Cue]:
    found = {}
    for row in read_table(_HERE, name, ("lemma", "frames", "stance"), key=("lemma",)):
        frames = frozenset(row["frames"].split("|"))
        if not frames <= FRAMES or row["stance"] not in get_args(Stance):
            raise DataError(f"{_HERE}/{name}: {row['lemma']} has a frame or a stance that does not exist")
        found[row["lemma"]] = Cue(row["lemma"], frames, cast(Stance, row["stance"]))
    return MappingProxyType(found)

"""The words of `labels.toml`, typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from rashomon.records import Stance
from rashomon.vocab.data import known, read_tree

#: what part of a record a shown value is; layers are made of these
Part = Literal["content", "check", "source", "cue", "channel", "event", "count", "place", "time", "actor", "issue"]


@dataclass(frozen=True, slots=True)
class Layer:
    """A group of marked words that is shown or hidden together. `key` names it in the page."""

    key: str
    title: str
    parts: tuple[Part, ...]
    shown: bool


@dataclass(frozen=True, slots=True)
class Labels:
    """`fields` of an account with their labels, in the order of showing; `stances` as verbs; `sayings` by stance and
    status (under "counts" by stance, where there is no claim); `sides` and `gist` by stance; `conflicts` on what is no
    field; `kinds` of statements and the `rules` that find them; `ties` of
    places and times to events; `codes` of other schemes with their `ucdp` and `quad`
    classes; `layers`; `months`."""

    fields: dict[str, str]
    stances: dict[str, str]
    sayings: dict[str, dict[str, str]]
    sides: dict[Stance, str]
    gist: dict[Stance, str]
    conflicts: dict[str, str]
    kinds: dict[str, str]
    rules: dict[str, str]
    ties: dict[str, str]
    codes: dict[str, str]
    ucdp: dict[str, str]
    quad: dict[str, str]
    layers: tuple[Layer, ...]
    months: tuple[str, ...]

    def field(self, name: str) -> str:
        """The label of an account's field. A field that a later version adds is its own label."""
        return self.fields.get(name) or self.conflicts.get(name) or name.replace("_", " ")


@cache
def labels() -> Labels:
    """The labels, read once. Raises DataError where a layer names a part that there is not."""
    tree = read_tree("rashomon.publishing", "labels.toml")
    for layer in tree["layers"].values():
        known("rashomon.publishing", "labels.toml", layer["parts"], get_args(Part))
    layers = tuple(
        Layer(key, layer["title"], tuple(layer["parts"]), layer["shown"]) for key, layer in tree["layers"].items()
    )
    named = (
        "fields",
        "stances",
        "sayings",
        "sides",
        "gist",
        "conflicts",
        "kinds",
        "rules",
        "ties",
        "codes",
        "ucdp",
        "quad",
    )
    return Labels(**{name: tree[name] for name in named}, layers=layers, months=tuple(tree["months"]["names"]))

"""CAMEO, ACLED and UCDP: their lists, and the maps from PLOVER to them, checked against both ends when loaded."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from rashomon.errors import DataError
from rashomon.vocab import data

_HERE = "rashomon.vocab"

#: who meets whom in an event, as `acled_map.tsv` has it
Meeting = Literal["crowd", "armed", "unarmed", "by-state", "by-armed"]
MEETINGS: tuple[Meeting, ...] = get_args(Meeting)
#: in the place of a mode: the event has none
_NO_MODE = "?"
#: in the place of a type
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of an event beside its type."""

    mode: str | None
    contexts: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    aspects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a map: an empty mode, context or who means any, and all of `aspects` are asked for. `code` is empty for
    "none"."""

    mode: str
    context: str
    who: str
    aspects: frozenset[str]
    code: tuple[str, ...]

    def fits(self, seen: Seen) -> bool:
        """Whether the line speaks of such an event."""
        return (
            self.mode in ("", seen.mode or _NO_MODE)
            and (not self.context or self.context in seen.contexts)
            and (not self.who or self.who in seen.who)
            and self.aspects <= seen.aspects
        )

    @property
    def weight(self) -> int:
        """How much the line fixes: mode over who over context."""
        return 4 * bool(self.mode) + 2 * bool(self.who) + bool(self.context)


@dataclass(frozen=True, slots=True)
class Maps:
    """The maps, by type. Built by `load`."""

    to_cameo: Mapping[str, Sequence[Row]]
    to_acled: Mapping[str, Sequence[Row]]
    harming: frozenset[tuple[str, str]]

    def cameo(self, type_: str, seen: Seen) -> str | None:
        """The CAMEO code; every type has one."""
        code = _best(self.to_cameo.get(type_, ()), seen)
        return code[0] if code else None

    def acled(self, type_: str, seen: Seen) -> tuple[str, str] | None:
        """ACLED's event type and sub-event type, or None when it is none that ACLED records or one cannot tell."""
        code = _best(self.to_acled.get(type_, ()), seen)
        return (code[0], code[1]) if code else None

    def harms(self, type_: str, mode: str | None) -> bool:
        """Whether the event is armed force against people, the only thing that UCDP has a type of violence for."""
        return (type_, mode or "") in self.harming


def load(modes: Mapping[str, Sequence[str]], contexts: Collection[str], aspects: Collection[str]) -> Maps:
    """The maps from PLOVER's `modes` by type, its `contexts`, and our `aspects`.

    Raises DataError at a type, mode, context, aspect or code that is in none of the lists, at a line that stands twice,
    and at a type without a CAMEO code.
    """
    cameo = {(row["code"],) for row in _table("cameo.tsv", ("code", "name"), ("code",))}
    acled = {(row["event"], row["sub"]) for row in _table("acled.tsv", ("event", "sub"), ("event", "sub"))}
    to_cameo = _rows("cameo_map.tsv", ("cameo",), modes, contexts, (), cameo)
    to_acled = _rows("acled_map.tsv", ("event", "sub"), modes, contexts, aspects, acled)
    bare = [name for name in modes if not _best(to_cameo[name], Seen(None))]
    if bare:
        raise DataError(f"{_HERE}/plover/cameo_map.tsv: no code for {', '.join(bare)} alone")
    harming = _table("ucdp.tsv", ("type", "mode"), ("type", "mode"))
    _check("ucdp.tsv", harming, modes)
    return Maps(to_cameo, to_acled, frozenset((row["type"], row["mode"]) for row in harming))


def meeting(actors: Sequence[str], recipients: Sequence[str]) -> tuple[Meeting, ...]:
    """Who meets whom, from sides ("state", "armed", "unarmed", "unclear"). Several actors alone are parties."""
    hit = recipients or (actors if len(actors) > 1 else ())
    found: list[Meeting] = []
    if "state" in actors:
        found.append("by-state")
    elif "armed" in actors:
        found.append("by-armed")
    if actors and all(side == "unarmed" for side in actors):
        found.append("crowd")
    if any(side in ("state", "armed") for side in hit) and (recipients or "unarmed" not in hit):
        found.append("armed")
    elif recipients and all(side == "unarmed" for side in recipients):
        found.append("unarmed")
    return tuple(found)


def violence(actors: Sequence[str], recipients: Sequence[str]) -> int | None:
    """UCDP's type of violence: 1 state-based, 2 non-state, 3 one-sided; None when the sides do not tell.

    Two actors and no recipient are two sides that fight each other. Where armed and unarmed are hit together it is the
    fight between the armed that counts. Gunmen whom nobody has identified make nothing certain.
    """
    if recipients:
        one, other = set(actors), set(recipients)
    elif len(actors) == 2 and "unarmed" not in actors:
        one, other = {actors[0]}, {actors[1]}
    else:
        return None
    one.discard("unarmed")
    if other != {"unarmed"}:
        other.discard("unarmed")
    if not one or not other or "unclear" in one | other:
        return None
    if other == {"unarmed"}:
        return 3
    return 1 if "state" in one | other else 2


def _best(rows: Sequence[Row], seen: Seen) -> tuple[str, ...]:
    """The code of the first line with aspects that fits, else of the one that fixes most."""
    fitting = [row for row in rows if row.fits(seen)]
    told = next((row for row in fitting if row.aspects), None)
    if told is not None:
        return told.code
    return max(fitting, key=lambda row: row.weight).code if fitting else ()


def _rows(
    name: str,
    code: tuple[str, ...],
    modes: Mapping[str, Sequence[str]],
    contexts: Collection[str],
    aspects: Collection[str],
    allowed: Collection[tuple[str, ...]],
) -> dict[str, list[Row]]:
    further = ("aspects", "who") if aspects else ()
    key = ("type", "mode", "context", *further)
    table = [one for row in _table(name, (*key, *code), key) for one in _spread(row, modes)]
    _check(name, table, modes)
    data.known(_HERE, f"plover/{name}", (row["context"] for row in table), {"", *contexts})
    data.known(_HERE, f"plover/{name}", (row.get("who", "") for row in table), {"", *MEETINGS})
    rows: dict[str, list[Row]] = {type_: [] for type_ in modes}
    for row in table:
        target = tuple(row[c] for c in code)
        if target == ("-",) * len(code):
            target = ()
        elif target not in allowed:
            raise DataError(f"{_HERE}/plover/{name}: {' / '.join(target)} is no code")
        asked = frozenset(row.get("aspects", "").split())
        data.known(_HERE, f"plover/{name}", asked, aspects)
        rows[row["type"]].append(Row(row["mode"], row["context"], row.get("who", ""), asked, target))
    return rows


def _spread(row: Mapping[str, str], types: Collection[str]) -> list[dict[str, str]]:
    """One line for each of the types and modes that a line names, joined by "|"."""
    named = types if row["type"] == _ANY else row["type"].split("|")
    return [{**row, "type": t, "mode": m} for t in named for m in row["mode"].split("|")]


def _check(name: str, table: Sequence[Mapping[str, str]], modes: Mapping[str, Sequence[str]]) -> None:
    data.known(_HERE, f"plover/{name}", (row["type"] for row in table), modes)
    for row in table:
        data.known(_HERE, f"plover/{name}", (row["mode"],), {"", _NO_MODE, *modes[row["type"]]})


def _table(name: str, columns: tuple[str, ...], key: tuple[str, ...]) -> list[dict[str, str]]:
    return data.read_table(_HERE, f"plover/{name}", columns, key=key)

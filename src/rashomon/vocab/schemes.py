"""CAMEO, ACLED and UCDP: their lists, and the maps from PLOVER to them, checked against both ends when loaded."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.errors import DataError
from rashomon.vocab import data

_HERE = "rashomon.vocab"

#: who meets whom in an event, as `acled_map.tsv` has it
Meeting = Literal["crowd", "armed", "unarmed"]
MEETINGS: tuple[Meeting, ...] = ("crowd", "armed", "unarmed")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a map: an empty mode, context or who means any. `code` is empty for "none"."""

    mode: str
    context: str
    who: str
    code: tuple[str, ...]

    def fits(self, mode: str | None, contexts: Collection[str], who: Collection[str]) -> bool:
        """Whether the line speaks of such an event."""
        return (
            self.mode in ("", mode)
            and (not self.context or self.context in contexts)
            and (not self.who or self.who in who)
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

    def cameo(self, type_: str, mode: str | None, contexts: Collection[str]) -> str | None:
        """The CAMEO code; every type has one."""
        code = _best(self.to_cameo.get(type_, ()), mode, contexts, ())
        return code[0] if code else None

    def acled(
        self, type_: str, mode: str | None, contexts: Collection[str], who: Collection[Meeting]
    ) -> tuple[str, str] | None:
        """ACLED's event type and sub-event type, or None when it is none that ACLED records or one cannot tell."""
        code = _best(self.to_acled.get(type_, ()), mode, contexts, who)
        return (code[0], code[1]) if code else None

    def harms(self, type_: str, mode: str | None) -> bool:
        """Whether the event is armed force against people, the only thing that UCDP has a type of violence for."""
        return (type_, mode or "") in self.harming


def load(modes: Mapping[str, Sequence[str]], contexts: Collection[str]) -> Maps:
    """The maps from PLOVER's `modes` by type and its `contexts`.

    Raises DataError at a type, mode, context or code that is in none of the lists, at a line that stands twice, and at
    a type without a CAMEO code.
    """
    cameo = {(row["code"],) for row in _table("cameo.tsv", ("code", "name"), ("code",))}
    acled = {(row["event"], row["sub"]) for row in _table("acled.tsv", ("event", "sub"), ("event", "sub"))}
    to_cameo = _rows("cameo_map.tsv", ("cameo",), modes, contexts, cameo)
    to_acled = _rows("acled_map.tsv", ("event", "sub"), modes, contexts, acled)
    bare = [name for name in modes if not _best(to_cameo[name], None, (), ())]
    if bare:
        raise DataError(f"{_HERE}/plover/cameo_map.tsv: no code for {', '.join(bare)} alone")
    harming = _table("ucdp.tsv", ("type", "mode"), ("type", "mode"))
    _check("ucdp.tsv", harming, modes)
    return Maps(to_cameo, to_acled, frozenset((row["type"], row["mode"]) for row in harming))


def meeting(actors: Sequence[str], recipients: Sequence[str]) -> tuple[Meeting, ...]:
    """Who meets whom, from sides ("state", "armed", "unarmed", "unclear"). Several actors alone are parties."""
    hit = recipients or (actors if len(actors) > 1 else ())
    found: list[Meeting] = []
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


def _best(rows: Sequence[Row], mode: str | None, contexts: Collection[str], who: Collection[str]) -> tuple[str, ...]:
    fitting = [row for row in rows if row.fits(mode, contexts, who)]
    return max(fitting, key=lambda row: row.weight).code if fitting else ()


def _rows(
    name: str,
    code: tuple[str, ...],
    modes: Mapping[str, Sequence[str]],
    contexts: Collection[str],
    allowed: Collection[tuple[str, ...]],
) -> dict[str, list[Row]]:
    who = ("who",) if "who" in _columns(name) else ()
    key = ("type", "mode", "context", *who)
    table = _table(name, (*key, *code), key)
    _check(name, table, modes)
    data.known(_HERE, f"plover/{name}", (row["context"] for row in table), {"", *contexts})
    data.known(_HERE, f"plover/{name}", (row[w] for row in table for w in who), {"", *MEETINGS})
    rows: dict[str, list[Row]] = {type_: [] for type_ in modes}
    for row in table:
        target = tuple(row[c] for c in code)
        if target == ("-",) * len(code):
            target = ()
        elif target not in allowed:
            raise DataError(f"{_HERE}/plover/{name}: {' / '.join(target)} is no code")
        rows[row["type"]].append(Row(row["mode"], row["context"], row.get("who", ""), target))
    return rows


def _check(name: str, table: Sequence[Mapping[str, str]], modes: Mapping[str, Sequence[str]]) -> None:
    data.known(_HERE, f"plover/{name}", (row["type"] for row in table), modes)
    for row in table:
        data.known(_HERE, f"plover/{name}", (row["mode"],), {"", *modes[row["type"]]})


def _columns(name: str) -> list[str]:
    lines = data.read_text(_HERE, f"plover/{name}").splitlines()
    return next((line.split("\t") for line in lines if line.strip() and not line.startswith("#")), [])


def _table(name: str, columns: tuple[str, ...], key: tuple[str, ...]) -> list[dict[str, str]]:
    return data.read_table(_HERE, f"plover/{name}", columns, key=key)

"""The user's own files: actors and contested names beside ours, or in the place of ours."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rashomon.errors import DataError
from rashomon.intake.names import shown_name
from rashomon.running.settings import Settings
from rashomon.vocab.actors import ActorRows, Register, read_actors, register
from rashomon.vocab.places.contested import ContestedPlaces, NameRows, contested, read_names


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """What is known by name: ours with a user's rows, or ours alone.

    `contents` are the sha256 of the user's files by option; `told` says in a sentence for each what it changes.
    """

    register: Register
    contested: ContestedPlaces
    contents: Mapping[str, Sequence[str]] = field(default_factory=dict)
    told: tuple[str, ...] = ()


def load_own(settings: Settings) -> Own:
    """Reads the user's files that the settings name.

    Raises DataError, with file and line, for a file that cannot be read or breaks the rules, and where two files say
    something of one id or name.
    """
    if not (settings.actors or settings.names):
        return Own(register(), contested())
    told: list[str] = []
    actors: list[ActorRows] = []
    names: list[NameRows] = []
    contents: dict[str, list[str]] = {"actors": [], "names": []}
    seen: dict[tuple[str, ...], str] = {}
    for path in settings.actors:
        shown, text, sha256 = _read(path, settings.max_bytes)
        rows = read_actors(text, shown)
        _once(((row.id,) for row in rows.rows), shown, seen)
        _once(((id_,) for id_ in sorted(rows.removed)), shown, seen)
        actors.append(rows)
        contents["actors"].append(sha256)
        told.append(_of_actors(rows, shown))
    for path in settings.names:
        shown, text, sha256 = _read(path, settings.max_bytes)
        more = read_names(text, shown)
        _once(((n.place, n.name, "|".join(n.used_by)) for n in more.names), shown, seen)
        names.append(more)
        contents["names"].append(sha256)
        told.append(_of_names(more, shown))
    return Own(
        register().with_rows(_joined_actors(actors)), contested().with_rows(_joined_names(names)), contents, tuple(told)
    )


def _read(path: str, limit: int) -> tuple[str, str, str]:
    """What messages call the file, its text, and the sha256 of its bytes."""
    if not path:
        raise DataError("the name of a file of actors or names is empty; name a file")
    shown = shown_name(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise DataError(f"{shown} does not exist; check its name") from None
    except IsADirectoryError:
        raise DataError(f"{shown} is a directory; name a file in it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(f"{shown} cannot be opened ({reason}); check its name and rights") from None
    if len(data) > limit:
        raise DataError(
            f"{shown} is larger than the {limit / 1e6:,.0f} MB that are read; name a table of actors or names"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise DataError(f"{shown}:{line}: the file is not UTF-8; save it as UTF-8 text with tabs") from None
    return shown, text, hashlib.sha256(data).hexdigest()


def _once(keys: Iterator[tuple[str, ...]], shown: str, seen: dict[tuple[str, ...], str]) -> None:
    for key in keys:
        if key in seen:
            raise DataError(f"{shown}: {' '.join(key)} stands in {seen[key]} already")
        seen[key] = shown


def _joined_actors(files: Sequence[ActorRows]) -> ActorRows:
    return ActorRows(tuple(r for f in files for r in f.rows), frozenset(i for f in files for i in f.removed))


def _joined_names(files: Sequence[NameRows]) -> NameRows:
    return NameRows(
        tuple(n for f in files for n in f.names),
        tuple(c for f in files for c in f.control),
        frozenset(p for f in files for p in f.removed),
        frozenset(p for f in files for p in f.removed_names),
        frozenset(p for f in files for p in f.removed_control),
    )


def _of_actors(own: ActorRows, shown: str) -> str:
    """ "actors.tsv: 14 actors added, 2 of ours changed, 1 of ours taken out"."""
    ours = {known.id for known in register().rows}
    changed = sum(row.id in ours for row in own.rows)
    return _sentence(shown, "actor", len(own.rows) - changed, changed, len(own.removed))


def _of_names(own: NameRows, shown: str) -> str:
    ours = contested()
    if own.control or own.removed_control:
        held = {row.place for row in ours.control}
        places = {row.place for row in own.control}
        return _sentence(shown, "held place", len(places - held), len(places & held), len(own.removed_control))
    known = {(row.place, row.name) for row in ours.names}
    told = {(row.place, row.name) for row in own.names}
    gone = own.removed_names | {pair for pair in known - told if pair[0] in own.removed}
    return _sentence(shown, "name", len(told - known), len(told & known), len(gone - told))


def _sentence(shown: str, noun: str, added: int, changed: int, gone: int) -> str:
    parts = [f"{added} {noun if added == 1 else noun + 's'} added"]
    parts += [f"{count} of ours {what}" for count, what in ((changed, "changed"), (gone, "taken out")) if count]
    return f"{shown}: {', '.join(parts)}"

"""What a user may set, with the defaults."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """`gazetteer`: a compiled gazetteer other than the default one. `max_bytes`: the largest input that is read.

    `actors`, `names`: the user's files of actors and of contested names (docs/own-names.md).
    """

    gazetteer: str | None = None
    max_bytes: int = 50_000_000
    actors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def gazetteer_path(self) -> Path | None:
        """The gazetteer as a path, or None for the default one."""
        return Path(self.gazetteer) if self.gazetteer is not None else None

    def sha256(self, contents: Mapping[str, Sequence[str]]) -> str:
        """The digest that ledgers carry. `contents` are the sha256 of the user's files under "actors" and "names": what
        is in them counts, and not where they lie."""
        told = {name: value for name, value in asdict(self).items() if name not in ("actors", "names")}
        told |= {name: list(digests) for name, digests in contents.items() if digests}
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

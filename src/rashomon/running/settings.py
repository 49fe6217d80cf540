"""What a user may set, with the defaults."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """`gazetteer`: a compiled gazetteer other than the default one. `max_bytes`: the largest input that is read."""

    gazetteer: str | None = None
    max_bytes: int = 50_000_000

    @property
    def gazetteer_path(self) -> Path | None:
        """The gazetteer as a path, or None for the default one."""
        return Path(self.gazetteer) if self.gazetteer is not None else None

    @property
    def sha256(self) -> str:
        """The digest that ledgers carry."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()

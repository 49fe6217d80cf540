"""Ledgers to JSON lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rashomon.records import Ledger
from rashomon.records.codec import to_json


def write(ledgers: Iterable[Ledger], stream: TextIO) -> None:
    """Writes `rashomon/ledger/1`, one report a line, in the order of `ledgers`, each as soon as it is there.

    `stream` should encode as UTF-8. Raises what the stream raises.
    """
    for ledger in ledgers:
        stream.write(to_json(ledger) + "\n")
        stream.flush()

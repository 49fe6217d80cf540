"""Ledgers to `rashomon/ledger/1` and back."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from rashomon.records.count import Victims
from rashomon.records.ledger import Ledger


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=False)
    spelled = override(rename="class")
    converter.register_unstructure_hook(Victims, make_dict_unstructure_fn(Victims, converter, class_=spelled))
    converter.register_structure_hook(Victims, make_dict_structure_fn(Victims, converter, class_=spelled))
    value = tuple[int | None, int | None] | tuple[str, ...]
    # [9, null] is a range of a loss, ["ac_1"] a list of ids: the members tell them apart
    converter.register_structure_hook(value, lambda raw, _: tuple(raw))
    converter.register_unstructure_hook(value, list)
    return converter


def to_dict(ledger: Ledger) -> dict[str, Any]:
    """The ledger as plain dicts and lists, "schema" first, fields in the order of the records."""
    body: dict[str, Any] = _converter().unstructure(ledger)
    return {"schema": body.pop("schema"), **body}


def from_dict(data: dict[str, Any]) -> Ledger:
    """The ledger that `data` holds. Fields that this version does not know are passed over.

    Raises cattrs' ClassValidationError when a field is missing or of another type.
    """
    return _converter().structure(data, Ledger)


def to_json(ledger: Ledger) -> str:
    """The ledger as one line of JSON. Text that UTF-8 cannot hold (a lone surrogate) is escaped: so it comes back."""
    data = to_dict(ledger)
    line = json.dumps(data, ensure_ascii=False, separators=(", ", ": "))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(data, separators=(", ", ": "))
    return line


def from_json(line: str) -> Ledger:
    """The ledger of one line of `to_json`. Raises json.JSONDecodeError, or what `from_dict` raises."""
    return from_dict(json.loads(line))

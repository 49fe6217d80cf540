"""The documents name what the program has: each option, issue code and field."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import click
import pytest

from rashomon.cli.main import commands
from rashomon.records import Ledger
from rashomon.records.codec import to_dict

ROOT = Path(__file__).parents[1]
CLI = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
LEDGER = (ROOT / "docs/ledger.md").read_text(encoding="utf-8")


def all_commands(group: click.Group, path: tuple[str, ...] = ("rashomon",)) -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = []
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found += all_commands(command, (*path, name))
        else:
            found.append((" ".join((*path, name)), command))
    return found


@pytest.mark.parametrize(("name", "command"), all_commands(commands), ids=[n for n, _ in all_commands(commands)])
def test_each_command_and_option_is_documented(name: str, command: click.Command) -> None:
    assert f"## `{name}" in CLI
    for parameter in command.params:
        for option in parameter.opts if isinstance(parameter, click.Option) else []:
            assert f"`{option}" in CLI


def test_each_issue_code_is_documented() -> None:
    codes: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        codes |= set(re.findall(r"(?:InputError|Issue)\(\s*\"([a-z][a-z0-9-]+)\"", path.read_text(encoding="utf-8")))
    assert codes, "no code was found, so this test looks in the wrong place"
    assert [code for code in sorted(codes) if f"`{code}`" not in CLI] == []


def field_names(kind: Any) -> set[str]:
    return {f.name.removesuffix("_") for f in fields(kind)} if is_dataclass(kind) else set()


def test_each_field_of_the_ledger_is_documented() -> None:
    from rashomon import records

    missing = {
        name
        for kind in vars(records).values()
        if isinstance(kind, type)
        and is_dataclass(kind)
        and kind.__name__ not in {"Reading", "Anchor", "PlaceMention", "TimeMention"}
        for name in field_names(kind)
        if not re.search(rf"[`\"{{ ]{name}[`\"}}, ]", LEDGER)
    }
    assert missing == set()
    assert set(to_dict(Ledger(records.Report("r", "t")))) <= set(re.findall(r"`(\w+)`", LEDGER)) | {"schema"}


@pytest.mark.parametrize(
    "name", ["README.md", "ARCHITECTURE.md", "docs/cli.md", "docs/python.md", "docs/ledger.md", "docs/own-names.md"]
)
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_the_example_files_of_own_names_are_read() -> None:
    from rashomon.vocab.actors import read_actors
    from rashomon.vocab.places.contested import read_names

    page = (ROOT / "docs/own-names.md").read_text(encoding="utf-8")
    actors, names, control = re.findall(r"```tsv\n(.*?)```", page, re.S)
    assert len(read_actors(actors, "page").rows) == 3
    assert len(read_names(names, "page").names) == 3
    assert len(read_names(control, "page").control) == 3


def test_python_examples_run_as_written() -> None:
    page = (ROOT / "docs/python.md").read_text(encoding="utf-8")
    first = re.findall(r"```python\n(.*?)```", page, re.S)[0]
    text = "The army said on Monday that rebels had shelled Tarma, killing nine. The rebels denied it."
    space: dict[str, Any] = {"text": text}
    exec(compile(first, "docs/python.md", "exec"), space)
    assert space["ledger"].statements


def test_the_transcript_in_the_readme_is_what_the_program_prints() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs/transcript.py"), "--check"], capture_output=True, check=False
    )
    assert done.returncode == 0, f"run: python docs/transcript.py ({done.stderr.decode()[-200:]})"

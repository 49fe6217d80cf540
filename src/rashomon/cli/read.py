"""`rashomon read`: reports to ledgers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from rashomon.intake.dates import check_published
from rashomon.running.inputs import Given, InputFormat, read_inputs

if TYPE_CHECKING:
    from rashomon.records import Ledger

#: with more reports than this, progress is shown
_FEW = 3


@click.command()
@click.argument("files", nargs=-1, metavar="FILE…")
@click.option("--published", metavar="DATE", help="When the reports were published (ISO 8601), where they do not say.")
@click.option("--publisher", metavar="NAME", help="Who published them, where they do not say.")
@click.option(
    "--input-format",
    type=click.Choice(get_args(InputFormat)),
    default="auto",
    show_default=True,
    help="What the files hold; auto goes by their content, and by the ending .jsonl or .ndjson of their name.",
)
@click.option("--json", "as_json", is_flag=True, help="Print rashomon/ledger/1, one report a line.")
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PATH",
    help="Write one self-contained page there instead of printing.",
)
@click.option("--gazetteer", metavar="PATH", help="A gazetteer other than this machine's own.")
def read(
    files: tuple[str, ...],
    published: str | None,
    publisher: str | None,
    input_format: InputFormat,
    as_json: bool,
    page: Path | None,
    gazetteer: str | None,
) -> None:
    """Read reports and show the ledger of each: who says what, what is said to have happened, who denies it.

    FILE is plain text, an HTML page or JSON lines; "-" is standard input.
    """
    from rashomon.running.gazetteer import ensure_gazetteer
    from rashomon.running.settings import Settings

    if not files:
        raise click.UsageError('name a file to read, or "-" for standard input')
    settings = Settings(gazetteer=gazetteer)
    given = Given(
        input_format, check_published(published) if published is not None else None, publisher, settings.max_bytes
    )
    if gazetteer is None:
        ensure_gazetteer(lambda stage: click.echo(f"first run: {stage}", err=True))
    from rashomon.running.engine import Engine

    reports = read_inputs(files, given, sys.stdin.buffer)
    ledgers = _with_progress(Engine(settings).read_all(reports))
    if page is not None:
        _write_page(ledgers, page)
    elif as_json:
        _print_json(ledgers)
    else:
        _print(ledgers)


def _with_progress(ledgers: Iterator[Ledger]) -> Iterator[Ledger]:
    """Hands ledgers on; says on stderr how many are done once they are more than a few, and what was set aside.

    Raises SystemExit(2) at the end when not one report could be read.
    """
    done = aside = 0
    for ledger in ledgers:
        done += 1
        if _is_aside(ledger):
            aside += 1
            reason = "; ".join(issue.message for issue in ledger.issues) or "nothing in it could be read"
            click.echo(f"rashomon: {reason}", err=True)
        yield ledger
        if done > _FEW and sys.stderr.isatty():
            click.echo(f"\r{done} reports read", err=True, nl=False)
        elif done > _FEW and done % 100 == 0:
            click.echo(f"{done} reports read", err=True)
    if done > _FEW:
        click.echo(f"{chr(13) if sys.stderr.isatty() else ''}{done} reports read, {aside} set aside", err=True)
    if done == aside:
        sys.exit(2)


def _is_aside(ledger: Ledger) -> bool:
    """Whether a report was not read: it has issues and nothing else."""
    return bool(ledger.issues) and ledger.actors == ()


def _print(ledgers: Iterator[Ledger]) -> None:
    from rashomon.publishing.terminal import make_console, render

    console = make_console()
    for number, ledger in enumerate(ledgers):
        if _is_aside(ledger):
            continue
        if number:
            console.print()
        render(ledger, console)


def _print_json(ledgers: Iterator[Ledger]) -> None:
    from rashomon.publishing.ledger_json import write

    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    write(ledgers, sys.stdout)


def _write_page(ledgers: Iterator[Ledger], path: Path) -> None:
    from rashomon.publishing.page import render

    text = render([ledger for ledger in ledgers if not _is_aside(ledger)])
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(
            f"{path}: the page cannot be written ({error.strerror}); name another place"
        ) from error
    click.echo(f"{path} written", err=True)

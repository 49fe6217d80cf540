"""`rashomon read`: reports to ledgers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from rashomon.cli.interrupts import held
from rashomon.cli.page import check_page, write_page
from rashomon.cli.progress import Progress, is_aside
from rashomon.cli.streams import INTERRUPTED, NOTHING, output, say, silence
from rashomon.intake.dates import check_published
from rashomon.running.inputs import Given, InputFormat, read_inputs

if TYPE_CHECKING:
    from rashomon.records import Ledger
    from rashomon.running.own import Own
    from rashomon.running.settings import Settings

#: columns: with fewer a ledger cannot be read, with more no window is
_NARROWEST, _WIDEST = 40, 1000


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
    help="Write one self-contained page there instead of printing; with --json, both.",
)
@click.option(
    "--actors",
    multiple=True,
    metavar="FILE",
    help="Your own file of actors, beside ours or in place of ours; repeatable.",
)
@click.option(
    "--names",
    multiple=True,
    metavar="FILE",
    help="Your own file of contested names, or of who holds places; repeatable.",
)
@click.option("--gazetteer", metavar="PATH", help="A gazetteer other than this machine's own.")
def read(
    files: tuple[str, ...],
    published: str | None,
    publisher: str | None,
    input_format: InputFormat,
    as_json: bool,
    page: Path | None,
    actors: tuple[str, ...],
    names: tuple[str, ...],
    gazetteer: str | None,
) -> None:
    """Read reports and show the ledger of each: who says what, what is said to have happened, who denies it.

    FILE is plain text, an HTML page or JSON lines; "-" is standard input.
    """
    from rashomon.running.own import load_own
    from rashomon.running.settings import Settings

    if not files:
        raise click.UsageError('name a file to read, or "-" for standard input')
    if page is not None:
        check_page(page, (*files, *actors, *names, *((gazetteer,) if gazetteer else ())))
    settings = Settings(gazetteer=gazetteer, actors=actors, names=names)
    own = load_own(settings)
    for sentence in own.told:
        say(sentence)
    day = check_published(published) if published is not None else None
    if publisher is not None:  # bytes of the command line that are no text
        publisher = "".join("\ufffd" if "\ud800" <= ch <= "\udfff" else ch for ch in publisher)
    given = Given(input_format, day, publisher, settings.max_bytes)
    show = _writer(as_json=as_json, printed=page is None)
    kept: list[Ledger] = []
    progress = Progress()
    try:
        for ledger in _ledgers(files, given, settings, own, progress):
            show(ledger)
            if page is not None and not is_aside(ledger):
                kept.append(ledger)
    except KeyboardInterrupt:
        left = "; no page was written" if page is not None else ""
        reports = "report" if progress.done == 1 else "reports"
        progress.tell(f"interrupted after {progress.done} {reports}{left}")
        raise click.exceptions.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # the reader of our output has left (`| head`), which is no error
        silence(sys.stdout)
        return
    progress.finish()
    if progress.done == progress.aside:
        raise click.exceptions.Exit(NOTHING)
    if page is not None:
        write_page(kept, page)
        say(f"{page} written")


def _ledgers(
    files: tuple[str, ...], given: Given, settings: Settings, own: Own, progress: Progress
) -> Iterator[Ledger]:
    """The ledgers of all inputs, in order, each made when it is asked for."""
    from rashomon.running.gazetteer import ensure_gazetteer

    if settings.gazetteer is None:
        ensure_gazetteer(progress.tell)
    with held():
        from rashomon.running.engine import Engine

        engine = Engine(settings, own=own)
    for item in read_inputs(files, given, sys.stdin.buffer if sys.stdin is not None else None):
        with progress.reading(item):
            ledger = engine.read(item.report, item.issues, where=item.where)
        progress.count(ledger)
        yield ledger


def _writer(*, as_json: bool, printed: bool) -> Callable[[Ledger], None]:
    """What is to be done with each ledger as soon as it is there."""
    if as_json:
        return _json_writer()
    return _printer() if printed else lambda _: None


def _printer() -> Callable[[Ledger], None]:
    """Prints ledgers for a person, a free line between them; those of reports that were set aside are left out."""
    from rashomon.publishing.terminal import make_console, render

    console = make_console(output())
    if not _NARROWEST <= console.width <= _WIDEST:
        console.width = min(max(console.width, _NARROWEST), _WIDEST)
    before = False

    def show(ledger: Ledger) -> None:
        nonlocal before
        if is_aside(ledger):
            return
        if before:
            console.file.write("\n")
        render(ledger, console)
        console.file.flush()
        before = True

    return show


def _json_writer() -> Callable[[Ledger], None]:
    """Prints ledgers as JSON lines, in UTF-8 whatever the locale says."""
    from rashomon.publishing.ledger_json import write

    out = output()
    if isinstance(out, TextIOWrapper):
        out.reconfigure(encoding="utf-8", newline="\n")
    return lambda ledger: write([ledger], out)

"""`rashomon gazetteer`: the table of places."""

from __future__ import annotations

from pathlib import Path

import click

from rashomon.cli.streams import say


@click.group()
def gazetteer() -> None:
    """The table of places that names are looked up in."""


@gazetteer.command()
@click.argument("dump", required=False, metavar="[DUMP]", type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Where to, if not the usual place.")
@click.option("--if-missing", is_flag=True, help="Build only when this machine has none that is whole.")
def build(dump: Path | None, output: Path | None, if_missing: bool) -> None:
    """Build the gazetteer from the installed packages (some 20 seconds, once on each machine).

    DUMP is a GeoNames dump that you have downloaded: allCountries.zip, a country's XX.zip, or the .txt that lies in it.
    Its places are added to those of the packages.
    """
    from rashomon.running.gazetteer import build_gazetteer, ensure_gazetteer

    path = ensure_gazetteer(say, dump) if if_missing and output is None else build_gazetteer(output, say, dump)
    click.echo(str(path))

"""`rashomon`: the group of commands, and the one place where errors become exit codes."""

from __future__ import annotations

import os
import sys
from importlib.metadata import version

import click

from rashomon.cli.gazetteer import gazetteer
from rashomon.cli.read import read
from rashomon.errors import RashomonError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("rashomon"), message="%(prog)s %(version)s")
def commands() -> None:
    """Reads news of conflict and politics and keeps a ledger: who says that what happened, who denies it, who could not
    verify it."""


commands.add_command(read)
commands.add_command(gazetteer)


def main() -> None:
    """Runs the command line. Exit codes: 0 done, 2 nothing could be done with what was given, 130 interrupted."""
    try:
        code = commands.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = 2
    except RashomonError as error:
        click.echo(f"rashomon: {error}", err=True)
        code = 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("rashomon: interrupted", err=True)
        code = 130
    except BrokenPipeError:
        # the reader of our output has left (`| head`); that is no error, and Python must not try to flush again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except MemoryError:
        click.echo("rashomon: there is not enough memory for this input; read it in smaller parts", err=True)
        code = 2
    sys.exit(code if isinstance(code, int) else 0)

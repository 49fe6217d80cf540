"""`rashomon`: the group of commands, and the one place where errors become exit codes."""

from __future__ import annotations

import sys
from importlib.metadata import version

import click

from rashomon.cli.gazetteer import gazetteer
from rashomon.cli.read import read
from rashomon.cli.streams import INTERRUPTED, NOTHING, note, prepare, say, silence
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
    prepare()
    try:
        code = commands.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        note(f"{error.format_message()}\n")
        code = NOTHING
    except click.ClickException as error:
        say(_sentence(error))
        code = NOTHING
    except RashomonError as error:
        say(str(error))
        code = NOTHING
    except SystemExit as leaving:
        # click answers a reader that has left (`| head`), wherever it notices, with 1, which no command of ours uses
        silence(sys.stdout)
        code = 0 if leaving.code == 1 else leaving.code
    except (KeyboardInterrupt, click.Abort):
        say("interrupted")
        code = INTERRUPTED
    except OSError as error:
        silence(sys.stdout)
        what = f"{error.filename} cannot be used" if error.filename else "the output cannot be written"
        say(f"{what} ({error.strerror or error}); make room there, or name another place")
        code = NOTHING
    except MemoryError:
        say("there is not enough memory for this input; read it in smaller parts")
        code = NOTHING
    sys.exit(code if isinstance(code, int) else 0)


def _sentence(error: click.ClickException) -> str:
    """What click says of bad arguments, in a line, with the command that tells more."""
    message = " ".join(error.format_message().split()).rstrip(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{message}; see {context.command_path} --help" if context else message

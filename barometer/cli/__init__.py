"""The command line: one file a group of commands, loaded when it is asked for.

Exit codes: 0 ok, 1 failed, 2 usage. Errors are one line on stderr that says what to do.
"""

import importlib
import keyword
import os
import sys

import click

from barometer.errors import BarometerError, UsageError

# command -> module of barometer.cli that has it, under the same name with _ for -
COMMANDS = {
    "run": "run",
    "demo": "run",
    "crawl": "run",
    "import": "importing",
    "search": "search",
    "claims": "search",
    "export": "export",
    "extract-article": "extract",
    "extract-claims": "extract",
    "indicators": "indicators",
    "sources": "sources",
    "reindex": "maintenance",
    "reprocess": "maintenance",
    "remove": "maintenance",
    "backup": "maintenance",
    "restore": "maintenance",
    "migrate": "maintenance",
    "subscriptions": "alerts",
    "alerts": "alerts",
    "daemon": "daemon",
    "serve": "serve",
    "doctor": "doctor",
}


class Commands(click.Group):
    """Loads a command's module only when it is used, so that `barometer --help` and `search` start at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order of the table above."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"barometer.cli.{COMMANDS[cmd_name]}")
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(module, f"{name}_" if keyword.iskeyword(name) else name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a reader of its output who leaves early (`| head`) has what it wanted: no failure."""
        try:
            code: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _let_go_of_output()
            return 0
        return code


def _let_go_of_output() -> None:
    """Send what is still buffered nowhere, else the interpreter would complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told_by_record(error: Exception) -> str | None:
    """Give in one line what the database says, where it was what failed: a full disk, a folder that is read-only."""
    from sqlalchemy.exc import OperationalError  # noqa: PLC0415 - most commands end well, and some need no database

    if not isinstance(error, OperationalError):
        return None
    told = " ".join(str(error.orig).split())
    return f"{told}; can the data folder be written (BAROMETER_DATA)?" if "readonly" in told else told


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="barometer")
def barometer() -> None:
    """News monitoring that reads the numbers.

    Crawl news sources, extract every numeric claim with its quote, search in Chinese and English.

    Example: barometer demo, then barometer search 义乌
    """


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        code = barometer.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("stopped; what is recorded stays, and the same command goes on from there", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BarometerError as error:
        click.echo(f"barometer: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except OSError as error:
        told = f"{error.strerror}: {error.filename}" if error.filename else error.strerror or str(error)
        click.echo(f"barometer: the system refuses: {told}", err=True)
        _let_go_of_output()
        sys.exit(1)
    except Exception as error:
        refused = _told_by_record(error)
        if refused is None:
            raise
        click.echo(f"barometer: the record refuses: {refused}", err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)

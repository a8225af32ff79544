"""The command line: one file a group of commands, loaded when it is asked for.

Exit codes: 0 ok, 1 failed, 2 usage. Errors are one line on stderr that says what to do.
"""

import os
import sys

import click

from barometer.cli.lazy import Lazy, LazyGroup
from barometer.errors import BarometerError, UsageError

COMMANDS = {
    "run": Lazy("run:run", "Crawl the sources, extract, record and index what they say, and tell subscribers."),
    "demo": Lazy("run:demo", "Do the whole job offline on the bundled sample edition, in a data folder of its own."),
    "crawl": Lazy(
        "run:crawl",
        "Crawl sources; with --since, walk back through their archives instead of looking for what is new.",
    ),
    "import": Lazy(
        "importing:import_",
        "Import addresses, saved pages, PDF bulletins, lists of addresses (one a line) and WARC files.",
    ),
    "search": Lazy(
        "search:search",
        'Find articles. Words, "phrases", + - | ( ), title:, source:, after:, value:>5e9 and more.',
    ),
    "claims": Lazy("search:claims", "Find claims by their words and by what they say."),
    "export": Lazy(
        "export:export",
        "Write claims or articles, all of them or those that query and filters find, newest first.",
    ),
    "extract-article": Lazy("extract:extract_article", "Read an article out of a saved page."),
    "extract-claims": Lazy("extract:extract_claims", "Read the numeric claims of a text."),
    "indicators": Lazy(
        "indicators:indicators",
        "Look at the indicators, which bring figures of both languages together.",
    ),
    "sources": Lazy("sources:sources", "Look at the sources."),
    "reindex": Lazy("maintenance:reindex", "Build the index anew from the record; searches go on meanwhile."),
    "reprocess": Lazy(
        "maintenance:reprocess",
        "Read the claims again where this version of the engine has not, or a reading was cut short.",
    ),
    "remove": Lazy(
        "maintenance:remove",
        "Take an article, by id or URL, out of index, pages and exports; it stays out when it is crawled again.",
    ),
    "backup": Lazy(
        "maintenance:backup",
        "Copy the record and its evidence into a folder; the index is not copied, it is built from the record.",
    ),
    "restore": Lazy(
        "maintenance:restore",
        "Bring a copy (a folder of copies, or one record-*.sqlite3 in it) back into the data folder, and index it.",
    ),
    "migrate": Lazy("maintenance:migrate", "Bring the record's tables to this version of the program, or make them."),
    "subscriptions": Lazy("alerts:subscriptions", "Add, list, confirm and end subscriptions."),
    "alerts": Lazy("alerts:alerts", "See what would be told, send what is due, look at what was sent."),
    "daemon": Lazy(
        "daemon:daemon",
        "Crawl each source on its schedule until stopped (SIGTERM or Ctrl-C), and keep the index up to date.",
    ),
    "serve": Lazy(
        "serve:serve",
        "Serve the website: search, articles with their claims marked, claims, saved searches. Only on this machine.",
    ),
    "doctor": Lazy(
        "doctor:doctor",
        "Check settings, sources, record, index and disk, and say what to do about what is wrong.",
    ),
}


class Commands(LazyGroup):
    """The commands of the program."""

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
    from sqlalchemy.exc import OperationalError  # noqa: PLC0415 - .14 s, and some commands need no database

    if not isinstance(error, OperationalError):
        return None
    told = " ".join(str(error.orig).split())
    return f"{told}; can the data folder be written (BAROMETER_DATA)?" if "readonly" in told else told


@click.group(
    cls=Commands, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
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

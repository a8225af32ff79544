"""`barometer doctor`: is everything here that the work needs, and do record and index agree?"""

import click

from barometer.errors import BarometerError


@click.command()
def doctor() -> int:
    """Check settings, sources, record, index and disk, and say what to do about what is wrong.

    Example: barometer doctor
    """
    from barometer.cli.checks import CHECKS  # noqa: PLC0415 - what is checked takes .5 s that --help need not spend
    from barometer.config import load_settings  # noqa: PLC0415 - the same

    settings = load_settings()
    failed = 0
    for name, check in CHECKS.items():
        try:
            click.echo(f"{click.style('ok  ', fg='green')} {name:<9} {check(settings)}")
        except BarometerError as error:
            failed += 1
            click.echo(f"{click.style('FAIL', fg='red')} {name:<9} {error}")
    return 1 if failed else 0

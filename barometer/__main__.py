"""`python -m barometer` is the same program as `barometer`."""

from barometer.cli import main

main()

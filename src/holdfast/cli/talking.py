"""How the command line talks: progress while it works, refusals in words, exit statuses that mean something."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import NoReturn

import click

from holdfast.council import CouncilSettingsError
from holdfast.figures.from_returns import NothingLoaded
from holdfast.reports.neighbours import NeighboursError

REFUSED = 2
FINDINGS_SHOWN = 20

YEAR = "The year, as 2014-15. Without it, the last year supplied."


def refuse(words: str) -> NoReturn:
    """Say on the error stream why nothing was done, and leave with the status of a refusal."""
    click.echo(words, err=True)
    sys.exit(REFUSED)


def refuse_returns(refused: NothingLoaded) -> NoReturn:
    """Say which files, rows and columns stood in the way."""
    reading = refused.reading
    lines = [f"Nothing was loaded: {reading.findings.count_by_severity().get('refused', 0):,} things were refused."]
    worst = (finding for finding in reading.findings if finding.severity == "refused")
    lines += [f"  {finding}" for finding in islice(worst, FINDINGS_SHOWN)]
    lines.append("`holdfast check` lists everything that was found.")
    refuse("\n".join(lines))


def _nobody_watches(_words: str) -> None:
    pass


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """A function to call with what is being done now: one living line in a terminal, nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield _nobody_watches
        return
    from rich.console import Console

    with Console(stderr=True).status("Starting") as status:
        yield status.update


@contextmanager
def settings_explained() -> Iterator[None]:
    """Turn a setting that cannot be used into its words and a refusal."""
    try:
        yield
    except (CouncilSettingsError, NeighboursError) as error:
        refuse(f"Nothing was done: {error}")

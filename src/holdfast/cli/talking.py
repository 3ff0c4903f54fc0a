"""How the command line talks: progress while it works, refusals in words, exit statuses that mean something."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

import click

from holdfast.returns.findings import Findings, Severity

REFUSED = 2
FINDINGS_SHOWN = 20

DISPLAYED = 300
"""The longest name shown whole: a path may be longer than the screen."""

YEAR = "The year, as 2014-15. Without it, the last year supplied."


def refuse(words: str) -> NoReturn:
    """Say on the error stream why nothing was done, and leave with the status of a refusal."""
    click.echo(words, err=True)
    sys.exit(REFUSED)


def refuse_returns(found: Findings) -> NoReturn:
    """Say which files, rows and columns stood in the way."""
    worst = found.of(Severity.REFUSED)
    lines = [f"Nothing was loaded: {number_of(len(worst), 'thing was', 'things were')} refused."]
    lines += [f"  {one_line(str(finding))}" for finding in islice(worst, FINDINGS_SHOWN)]
    if len(worst) > FINDINGS_SHOWN:
        lines.append(f"  … and {len(worst) - FINDINGS_SHOWN:,} more.")
    lines.append(
        "Put these right and try again. `holdfast check` with the same folder lists everything that was found."
    )
    refuse("\n".join(lines))


def number_of(count: int, one: str, many: str) -> str:
    """A number with its noun: "1 row", "1,200 rows"."""
    return f"{count:,} {one if count == 1 else many}"


def one_line(text: str) -> str:
    """Text without what would move or colour a terminal."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def as_json(value: Any, *, indent: int | None = None) -> str:
    """JSON that any output can hold: letters as they are where it is UTF, else as JSON's own escapes."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    return json.dumps(value, indent=indent, ensure_ascii=not encoding.lower().startswith("utf"))


class Place(click.ParamType):
    """A file or folder, there or not; refuses in words what no system takes for a place."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The place as a Path."""
        if isinstance(value, Path):
            return value
        if not value.strip():
            self.fail(
                "found nothing, expected the name of a file or folder; is a variable of the shell empty?", param, ctx
            )
        try:
            Path(value).exists()
        except (OSError, ValueError) as problem:
            shown = one_line(value if len(value) <= DISPLAYED else f"{value[:DISPLAYED]}…")
            self.fail(f"{shown} is not a name a file can have ({_why(problem)}).", param, ctx)
        return Path(value)


def _why(problem: OSError | ValueError) -> str:
    return (getattr(problem, "strerror", None) or str(problem)).lower()


def _nobody_watches(_words: str) -> None:
    pass


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """A function to call with what is being done now: one living line in a terminal, nothing where nobody watches."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield _nobody_watches
        return
    from rich.console import Console

    with Console(stderr=True).status("Starting") as status:
        yield status.update


@contextmanager
def settings_explained() -> Iterator[None]:
    """Turn a setting that cannot be used into its words and a refusal."""
    from holdfast.council import CouncilSettingsError
    from holdfast.reports.neighbours import NeighboursError

    try:
        yield
    except (CouncilSettingsError, NeighboursError) as error:
        refuse(f"Nothing was done: {error}")

"""`holdfast check`: what is wrong or odd in these returns, line by line?"""

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from holdfast.cli.found_in_words import SHOWN, in_words
from holdfast.cli.in_place import put_in_place
from holdfast.cli.spreadsheets import harmless
from holdfast.cli.talking import Place, as_json, number_of, progress, refuse
from holdfast.returns.findings import Finding, Findings, Severity
from holdfast.returns.reading import Reading, read
from holdfast.rules.facts import year_called, year_name

ERRORS_FOUND, NOTHING_LOADED = 1, 2


@click.command(name="check")
@click.argument("path", type=Place())
@click.option("--year", "year", metavar="YEAR", help="The year, as 2014-15, of files whose names do not say one.")
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", help="How to write it.")
@click.option("--out", type=Place(), metavar="FILE", help="Write to this file instead.")
@click.option("--all", "everything", is_flag=True, help=f"Show every finding, not the first {SHOWN} of each check.")
def command(path: Path, year: str | None, form: str, out: Path | None, everything: bool) -> None:
    """Read the returns at PATH (a folder, zip, workbook, XML or CSV file) and say what is wrong or odd.

    Findings are refused (nothing is loaded until it is put right), error (loaded, but figures may be wrong),
    warning or noted. As CSV or JSON every finding is written, whatever --all says.

    The exit status is 0 when nothing is worse than a warning, 1 when there are errors, 2 when anything was refused.
    """
    try:
        of_year = year_called(year) if year else None
    except ValueError as problem:
        raise click.BadParameter(str(problem), param_hint="--year") from problem
    with progress() as say:
        reading = read(path, year=of_year, progress=say)
    if form == "csv":
        lines = _as_csv(reading.findings)
    elif form == "json":
        lines = _as_json(reading)
    else:
        lines = in_words(reading, everything=everything)
    if out is None:
        for line in lines:
            click.echo(line)
    else:
        _write(lines, out.resolve(), reading, path, "utf-8-sig" if form == "csv" else "utf-8")
        click.echo(f"{number_of(len(reading.findings), 'finding', 'findings')} written to {out}")
    if reading.refused:
        sys.exit(NOTHING_LOADED)
    if reading.findings.worst is Severity.ERROR:
        sys.exit(ERRORS_FOUND)


def _write(lines: Iterator[str], out: Path, reading: Reading, path: Path, encoding: str) -> None:
    """Write the findings whole or not at all; never over a file that was read."""
    root = path if path.is_dir() else path.parent
    read_from = {(root / source.name).resolve() for source in reading.sources} | {path.resolve()}
    if out in read_from:
        refuse(f"--out: {out} is one of the files that were read; expected another place for the findings.")
    try:
        put_in_place([(out.name, "".join(f"{line}\n" for line in lines).encode(encoding, "replace"))], out.parent)
    except OSError as problem:
        refuse(f"--out: {out}: {problem.strerror or problem}")


def _as_csv(findings: Findings) -> Iterator[str]:
    """One row a finding; what a spreadsheet would run as a formula is made plain text."""
    yield ",".join(Finding._fields)
    for finding in findings:
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(harmless(value) for value in finding)
        yield line.getvalue()


def _as_json(reading: Reading) -> Iterator[str]:
    """One object: what was read, how many findings of each severity, and every finding on a line of its own."""
    read_of = [
        {"file": s.name, "sha256": s.sha256, "table": s.table, "year": year_name(s.year), "rows": s.rows}
        for s in reading.sources
    ]
    counts = {severity.value: count for severity, count in reading.findings.count_by_severity().items()}
    yield "{"
    yield f'"loaded": {as_json(not reading.refused)},'
    yield f'"years": {as_json([year_name(year) for year in reading.years])},'
    yield f'"read": {as_json(read_of)},'
    yield f'"counts": {as_json(counts)},'
    yield '"findings": ['
    last = len(reading.findings)
    for number, finding in enumerate(reading.findings, start=1):
        yield as_json(finding._asdict()) + ("," if number < last else "")
    yield "]}"

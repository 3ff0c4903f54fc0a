"""`holdfast check`: what is wrong or odd in these returns, line by line?"""

import csv
import io
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from holdfast.returns.findings import SEVERITY_IN_WORDS, Finding, Findings, Severity
from holdfast.returns.reading import Reading, read
from holdfast.returns.rows import SourceFile
from holdfast.rules.facts import year_called, year_name

SHOWN = 3
ERRORS_FOUND, NOTHING_LOADED = 1, 2
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_INVISIBLE = "".join(map(chr, (0x20, 0xA0, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0x3000, 0xFEFF)))


@click.command(name="check")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--year", "year", metavar="YEAR", help="The year, as 2014-15, of files whose names do not say one.")
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", help="How to write it.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead.")
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
    with _progress() as progress:
        reading = read(path, year=of_year, progress=progress)
    lines = {"text": lambda: _as_text(reading, everything), "csv": lambda: _as_csv(reading.findings)}
    lines["json"] = lambda: _as_json(reading)
    if out is None:
        for line in lines[form]():
            click.echo(line)
    else:
        try:
            with out.open("w", encoding="utf-8-sig" if form == "csv" else "utf-8", newline="\n") as file:
                file.writelines(f"{line}\n" for line in lines[form]())
        except OSError as problem:
            raise click.FileError(str(out), problem.strerror or str(problem)) from problem
        click.echo(f"{len(reading.findings):,} findings written to {out}")
    if reading.refused:
        sys.exit(NOTHING_LOADED)
    if reading.findings.worst is Severity.ERROR:
        sys.exit(ERRORS_FOUND)


@contextmanager
def _progress() -> Iterator[Callable[[str], None] | None]:
    """A living line of what is being done, only where a person watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    with Console(stderr=True).status("Starting") as status:
        yield status.update


def _as_text(reading: Reading, everything: bool) -> Iterator[str]:
    """A summary of what was read, then the findings, worst first, each check with its count and first rows."""
    yield from _what_was_read(reading)
    severity: Severity | None = None
    for group in reading.findings.groups:
        if group.severity is not severity:
            severity = group.severity
            yield ""
            yield f"{severity.value.upper()}: {SEVERITY_IN_WORDS[severity]}"
        yield ""
        meaning = f": {group.meaning}" if group.meaning else ""
        yield f"  {_one_line(group.check)} ({group.count:,}){_one_line(meaning)}"
        for finding in group if everything else group.first(SHOWN):
            yield f"    {_pointed_out(finding, with_message=not group.meaning)}"
        if not everything and group.count > SHOWN:
            yield f"    and {group.count - SHOWN:,} more (--all shows them)"


def _what_was_read(reading: Reading) -> Iterator[str]:
    if reading.sources:
        by_year: dict[int, list[SourceFile]] = defaultdict(list)
        for source in reading.sources:
            by_year[source.year].append(source)
        yield "Read:"
        for year in sorted(by_year):
            yield f"  {year_name(year)}"
            width = max(len(source.table) for source in by_year[year])
            for source in by_year[year]:
                yield f"    {source.table:<{width}}  {source.rows:>9,} rows  {_one_line(source.name)}"
    if reading.history is not None:
        history = reading.history
        episodes = sum(map(len, history.episodes.values()))
        reviews = sum(map(len, history.reviews.values()))
        yield f"Loaded: {len(history.children):,} children, {episodes:,} episodes, {reviews:,} reviews."
    else:
        yield "Nothing is loaded: something was refused."
    counts = reading.findings.count_by_severity()
    found = ", ".join(f"{count:,} {severity.value}" for severity, count in counts.items() if count)
    yield f"Found: {found or 'nothing wrong or odd'}."


def _pointed_out(finding: Finding, *, with_message: bool) -> str:
    parts = [finding.where]
    if with_message:
        parts.append(finding.message)
    if finding.child_id:
        parts.append(f"child {finding.child_id}")
    if finding.found:
        parts.append(f"found {finding.found!r}")
    if finding.expected:
        parts.append(f"expected {finding.expected}")
    return _one_line("; ".join(part for part in parts if part))


def _one_line(text: str) -> str:
    """Text without what would move or colour a terminal."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def _as_csv(findings: Findings) -> Iterator[str]:
    """One row a finding; what a spreadsheet would run as a formula is made plain text."""
    yield ",".join(Finding._fields)
    for finding in findings:
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(_harmless(value) for value in finding)
        yield line.getvalue()


def _harmless(value: object) -> str:
    text = "" if value is None else str(value)
    if text.lstrip(_INVISIBLE).startswith(_BEGINS_A_FORMULA) or text.startswith(_BEGINS_A_FORMULA):
        return f"'{text}"
    return text


def _as_json(reading: Reading) -> Iterator[str]:
    """One object: what was read, how many findings of each severity, and every finding on a line of its own."""
    read_of = [
        {"file": s.name, "sha256": s.sha256, "table": s.table, "year": year_name(s.year), "rows": s.rows}
        for s in reading.sources
    ]
    counts = {severity.value: count for severity, count in reading.findings.count_by_severity().items()}
    yield "{"
    yield f'"loaded": {json.dumps(not reading.refused)},'
    yield f'"years": {json.dumps([year_name(year) for year in reading.years])},'
    yield f'"read": {json.dumps(read_of, ensure_ascii=False)},'
    yield f'"counts": {json.dumps(counts)},'
    yield '"findings": ['
    last = len(reading.findings)
    for number, finding in enumerate(reading.findings, start=1):
        yield json.dumps(finding._asdict(), ensure_ascii=False) + ("," if number < last else "")
    yield "]}"

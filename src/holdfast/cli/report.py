"""`holdfast report`: the annual report of a folder of returns, in every format, once its figures add up."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from holdfast.cli import clock
from holdfast.cli.in_place import put_in_place, room_in
from holdfast.cli.source import Source, open_source, year_asked, year_to_show
from holdfast.cli.talking import YEAR, Place, number_of, progress, refuse
from holdfast.figures.adds_up import CHECKS, Disagreement, disagreements, unaccepted
from holdfast.figures.all_figures import all_figures
from holdfast.figures.figure import Counted
from holdfast.figures.suppression import hide_small

TYPED_SHOWN = 10


@click.command()
@click.argument("source", type=Place())
@click.option("--year", help=YEAR)
@click.option("--out", type=Place(), metavar="DIRECTORY", help="Where to write. Without it, ./report.")
@click.option("--hide-small", "hiding", is_flag=True, help="Hide numbers from 1 to 5, and those that would tell them.")
@click.option(
    "--accept",
    "accepting",
    multiple=True,
    metavar="CHECK=REASON",
    help="Publish in spite of a disagreement, with the reason, which is printed in the report. May be repeated.",
)
def command(source: Path, year: str | None, out: Path | None, hiding: bool, accepting: tuple[str, ...]) -> None:
    """Write the annual report of SOURCE, a folder of returns or a cut, in every format, and the letter to the children.

    Before anything is written, every way the figures could contradict each other is tried. A disagreement stops
    publication unless it is accepted with a reason, here or in council.toml. Either every file is written or none.
    """
    asked = year_asked(year)
    accepted = _reasons(accepting)
    folder = out or Path("report")
    if problem := room_in(folder):
        refuse(f"Nothing was written: {problem}")
    with progress() as say:
        opened = open_source(source, year=asked, progress=say)
        shown = year_to_show(opened.cut, asked)
        if shown not in opened.cut.manifest.years:
            refuse(
                f"--year: only the last day of {shown} can be told, from the next year's return; a report needs more."
            )
        say("Counting")
        figures = all_figures(opened.cut, opened.residents_under_18)
        say("Seeing whether it adds up")
        found = disagreements(
            figures, published=opened.council.published, accepted={**opened.council.accepted, **accepted}
        )
        _stop_at(unaccepted(found))
        if hiding:
            figures = {name: hide_small(counted) for name, counted in figures.items()}
        with _words_for_what_lies_beside():
            try:
                written = put_in_place(_files(opened, figures, found, shown, hiding, say), folder)
            except OSError as error:
                refuse(f"Nothing was written: {error.filename or folder}: {error.strerror}")
    click.echo(f"The annual report of {opened.council.name} for {shown} is in {folder}:")
    for name in written:
        click.echo(f"  {name}")
    _say_what_was_wrong(opened, source)
    _say_what_was_typed(opened, figures, shown)


def _reasons(accepting: Iterable[str]) -> dict[str, str]:
    reasons = {}
    for given in accepting:
        check, _, reason = given.partition("=")
        if not check.strip() or not reason.strip():
            refuse(
                f'--accept: found {given!r}, expected the check and a reason, such as "opening-to-closing 2014-15=…"'
            )
        reasons[check.strip()] = reason.strip()
    return reasons


def _stop_at(disagreeing: tuple[Disagreement, ...]) -> None:
    if not disagreeing:
        return
    lines = ["Nothing was published, because the figures do not add up:"]
    lines += [f"  {one.key}\n    {one.says}: expected {one.expected}, found {one.found}." for one in disagreeing]
    lines.append('Put the returns right, or accept each with a reason: --accept "CHECK=REASON", or in council.toml:')
    lines.append("  [accepted]")
    lines.extend(f'  "{one.key}" = "the reason"' for one in disagreeing)
    refuse("\n".join(lines))


def _files(
    opened: Source,
    figures: Mapping[str, Counted],
    found: tuple[Disagreement, ...],
    year: str,
    hiding: bool,
    say: Callable[[str], None],
) -> Iterator[tuple[str, bytes]]:
    from holdfast.reports import annual, children
    from holdfast.reports.edition_files import edition_files

    made = _made(opened, hiding)
    say("Composing the report")
    report = annual.compose(
        council=opened.council,
        year=year,
        figures=figures,
        disagreements=found,
        findings_summary=_findings(opened),
        made=made,
        checks=[(check.__doc__ or "").strip().rstrip(".") for check in CHECKS],
        progress=lambda section: say(f"Composing the report: {section}"),
    )
    made_on = f"Made on {clock.made_on(clock.now())}."
    letter = children.compose(council=opened.council, year=year, figures=figures, made=made_on)
    return edition_files(report, letter, year=year, progress=say)


def _made(opened: Source, hiding: bool) -> str:
    manifest = opened.cut.manifest
    hidden = " Numbers from 1 to 5 are hidden." if hiding else ""
    cut = f" from the cut “{manifest.name}”" if opened.reading is None and manifest.name else ""
    mark = f" Its mark is `{manifest.hash[:12]}`: the same returns, read in the same way, give the same mark."
    return f"Made on {clock.made_on(clock.now())}{cut}.{hidden}{mark}"


def _findings(opened: Source) -> list[object]:
    from holdfast.reports.annual import FindingLine

    if opened.reading is None:
        counts = opened.cut.manifest.findings.items()
        return [FindingLine(severity, "found when the cut was made", count) for severity, count in counts if count]
    groups = opened.reading.findings.groups
    return [FindingLine(group.severity.value, group.meaning, group.count) for group in groups]


@contextmanager
def _words_for_what_lies_beside() -> Iterator[None]:
    """Turn a file beside the returns that cannot be used into its words and a refusal."""
    from holdfast.reports.annual import TemplateError
    from holdfast.reports.neighbours import NeighboursError
    from holdfast.reports.prose import ProseError
    from holdfast.reports.writers.colour import ColourError
    from holdfast.reports.writers.pdf import PdfError

    try:
        yield
    except (TemplateError, ProseError, NeighboursError, ColourError, PdfError) as error:
        refuse(f"Nothing was written: {error}")


def _say_what_was_wrong(opened: Source, source: Path) -> None:
    errors = opened.cut.manifest.findings.get("error", 0)
    if errors:
        there_are = "There is 1 error" if errors == 1 else f"There are {errors:,} errors"
        click.echo(f"\n{there_are} in the returns, so figures may be wrong: holdfast check {source}", err=True)


def _say_what_was_typed(opened: Source, figures: Mapping[str, Counted], year: str) -> None:
    from holdfast.reports.prose import read_prose, typed_numbers

    if opened.council.folder is None:
        return
    typed = typed_numbers(read_prose(opened.council.folder), figures, year)
    if typed:
        click.echo(
            f"\n{number_of(len(typed), 'number in the prose was', 'numbers in the prose were')} typed by hand, "
            "and will not follow the figures:",
            err=True,
        )
        for one in typed[:TYPED_SHOWN]:
            instead = f"; {{{{ {one.figure} }}}} would always be right" if one.figure else ""
            click.echo(f"  {one.file}, line {one.line}: {one.number}{instead}", err=True)

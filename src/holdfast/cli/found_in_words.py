"""How are the findings of a return told to the person who has to put them right?"""

from collections.abc import Iterator, Sequence

from holdfast.cli.talking import number_of, one_line
from holdfast.returns.findings import SEVERITY_IN_WORDS, Finding, Found, Severity
from holdfast.returns.reading import Reading
from holdfast.rules.facts import year_name

SHOWN = 3
HEADINGS = {
    Severity.REFUSED: "REFUSED",
    Severity.ERROR: "ERRORS",
    Severity.WARNING: "WARNINGS",
    Severity.NOTED: "NOTES",
}
NOUNS = {
    Severity.REFUSED: ("refused", "refused"),
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.NOTED: ("note", "notes"),
}


def in_words(reading: Reading, *, everything: bool) -> Iterator[str]:
    """What was loaded and how many things were found; the findings, worst first; what was read.

    Each check comes once, with how often, what it means, what was expected and its first few places. Notes need
    nothing done, and where something was refused that comes before all else: then the others are only counted.
    """
    yield from _what_came_of_it(reading)
    for severity in Severity:
        groups = reading.findings.of(severity).groups
        if not groups:
            continue
        yield ""
        yield f"{HEADINGS[severity]}: {SEVERITY_IN_WORDS[severity]}"
        in_full = severity is Severity.REFUSED or not (reading.refused or severity is Severity.NOTED)
        width = max(len(f"{group.count:,}") for group in groups)
        for group in groups:
            yield from _of_one_check(group, width, in_full=in_full, everything=everything)
    yield from _what_was_read(reading)
    if not everything and len(reading.findings):
        yield ""
        yield "Every one of them: --all, or --format csv --out FILE for a spreadsheet."


def _what_came_of_it(reading: Reading) -> Iterator[str]:
    if reading.history is not None:
        history = reading.history
        children = number_of(len(history.children), "child", "children")
        episodes = number_of(sum(map(len, history.episodes.values())), "episode", "episodes")
        reviews = number_of(sum(map(len, history.reviews.values())), "review", "reviews")
        yield f"Loaded: {children}, {episodes}, {reviews}, from {_years(reading.years)}."
    else:
        yield "Nothing is loaded: what is refused below must be put right first."
    counts = reading.findings.count_by_severity()
    found = ", ".join(number_of(count, *NOUNS[severity]) for severity, count in counts.items() if count)
    yield f"Found: {found or 'nothing wrong or odd'}."


def _years(years: Sequence[int]) -> str:
    if not years:
        return "no year"
    if len(years) > 2 and list(years) == list(range(years[0], years[-1] + 1)):
        return f"{year_name(years[0])} to {year_name(years[-1])}"
    return " and ".join(", ".join(map(year_name, years)).rsplit(", ", 1))


def _of_one_check(group: Found, width: int, *, in_full: bool, everything: bool) -> Iterator[str]:
    indent = " " * (width + 4)
    title = f"  {group.count:>{width},}  {one_line(group.check)}"
    about_files = group.severity is Severity.NOTED and group.write(0).row is None
    if not (in_full or everything or about_files):
        yield title + one_line(f": {group.meaning}" if group.meaning else "")
        return
    shown = list(group) if everything else group.first(SHOWN)
    expected = {finding.expected for finding in shown}
    common = expected.pop() if len(expected) == 1 else ""
    yield ""
    yield title
    if group.meaning:
        yield indent + one_line(group.meaning)
    if common:
        yield indent + one_line(f"Expected {common}.")
    for finding in shown:
        told = _told(finding, with_message=not group.meaning, with_expected=not common)
        yield f"{indent}  {told}"
    if group.count > len(shown):
        yield f"{indent}  and {group.count - len(shown):,} more"


def _told(finding: Finding, *, with_message: bool, with_expected: bool) -> str:
    parts = [finding.where]
    if finding.child_id:
        parts.append(f"child {finding.child_id}")
    if finding.found:
        parts.append(f"found {finding.found!r}")
    if with_expected and finding.expected:
        parts.append(f"expected {finding.expected}")
    if with_message:
        parts.append(finding.message)
    return one_line("; ".join(part for part in parts if part))


def _what_was_read(reading: Reading) -> Iterator[str]:
    if not reading.sources:
        return
    yield ""
    yield "READ"
    tables = max(len(source.table) for source in reading.sources)
    rows = max(len(f"{source.rows:,}") for source in reading.sources)
    for year in reading.years:
        yield f"  {year_name(year)}"
        for source in reading.sources:
            if source.year == year:
                yield f"    {source.table:<{tables}}  {source.rows:>{rows},} rows  {one_line(source.name)}"

"""What could not be told, and why: what was not supplied, what cannot be judged, and what was odd in the returns?"""

from collections.abc import Sequence

from holdfast.figures.figure import Counted
from holdfast.figures.rates import RATE
from holdfast.reports.annual.edition import Edition, FindingLine
from holdfast.reports.comparing import cannot_compare, why_untold
from holdfast.reports.document import Block, Bullets, Heading, Paragraph, Table
from holdfast.reports.numbers import capital, listed, per_cent, whole
from holdfast.reports.sentences import why_not

_SEVERITIES = {
    "refused": "nothing is loaded until this is put right",
    "error": "loaded, but figures may be wrong",
    "warning": "loaded, and worth a look",
    "noted": "read for what it plainly is",
}


def not_told(edition: Edition) -> Sequence[Block]:
    """What was not supplied, what was but cannot be judged, which years cannot be compared, and what was odd."""
    parts = (*_not_supplied(edition), *_cannot_be_judged(edition), *_years(edition))
    whole_year = Paragraph("Every figure in this report could be told for every child and every review.")
    return [*(parts or (whole_year,)), *_findings(edition)]


def _asked(edition: Edition) -> list[Counted]:
    """The figures a reader of this report may miss: the rate only where the council gave residents of any year."""
    return [one for one in edition.figures.values() if one.figure.name != RATE.name or one.years]


def _not_supplied(edition: Edition) -> Sequence[Block]:
    reasons: dict[str, list[str]] = {}
    for counted in _asked(edition):
        why = why_not(counted, edition.year)
        count = counted.years.get(edition.year)
        if why and not (count is not None and (count.cannot_be_told or count.hidden or count.denominator == 0)):
            reasons.setdefault(why, []).append(counted.figure.title)
    if not reasons:
        return []
    items = tuple(
        f"{why} Not counted for it: {listed([_small(one) for one in ones])}." for why, ones in reasons.items()
    )
    return [Heading("What was not supplied", 2, "not-supplied"), Bullets(items)]


def _cannot_be_judged(edition: Edition) -> Sequence[Block]:
    rows, values = [], []
    for counted in _asked(edition):
        count = counted.years.get(edition.year)
        if count is None or count.hidden or not count.cannot_be_told:
            continue
        of = None if count.denominator is None else count.denominator + count.cannot_be_told
        share = per_cent(count.cannot_be_told, of, sign=True) if of else ""
        because = f"{capital(why_untold(counted, edition.year))}."
        rows.append((counted.figure.title, whole(count.cannot_be_told), whole(of) if of else "", share, because))
        values.append(
            (counted.figure.title, count.cannot_be_told, of, count.cannot_be_told / of if of else None, because)
        )
    if not rows:
        return []
    title = "What was supplied but cannot be judged"
    columns = ("Figure", "Cannot be told", "Of", "Per cent", "Why")
    numeric = (False, True, True, True, False)
    table = Table("not_told", f"{title}, {edition.year}", columns, tuple(rows), numeric, values=tuple(values))
    return [Heading(title, 2, "cannot-be-judged"), table]


def _years(edition: Edition) -> Sequence[Block]:
    """The earlier years of which so much cannot be told that nothing is compared with them."""
    items = []
    for counted in _asked(edition):
        years = [year for year in edition.years_of(counted.figure.name) if year != edition.year]
        if said := cannot_compare(counted, *years):
            items.append(f"{counted.figure.title}: {said}")
    if not items:
        return []
    return [Heading("Earlier years that cannot be compared", 2, "not-compared"), Bullets(tuple(items))]


def _findings(edition: Edition) -> Sequence[Block]:
    heading = Heading("What was found in the returns", 2, "found")
    if not edition.findings:
        return [heading, Paragraph("Nothing odd was found in the returns.")]
    place = {severity: at for at, severity in enumerate(_SEVERITIES)}
    counts: dict[tuple[str, str], int] = {}
    for line in edition.findings:
        counts[line.what, line.severity] = counts.get((line.what, line.severity), 0) + line.count
    merged = [FindingLine(severity, what, count) for (what, severity), count in counts.items()]
    lines = sorted(merged, key=lambda line: (place.get(line.severity, len(place)), -line.count, line.what))
    said = [
        (line.what or "Something that is not part of a return, passed over.", capital(line.severity)) for line in lines
    ]
    rows = tuple((*one, whole(line.count)) for one, line in zip(said, lines, strict=True))
    values = tuple((*one, line.count) for one, line in zip(said, lines, strict=True))
    met = [severity for severity in _SEVERITIES if any(line.severity == severity for line in lines)]
    note = " ".join(f"{capital(severity)}: {_SEVERITIES[severity]}." for severity in met)
    columns = ("What was found", "How serious", "How often")
    title = "Findings of reading the returns"
    return [heading, Table("findings", title, columns, rows, (False, False, True), note=note, values=values)]


def _small(title: str) -> str:
    return title[:1].lower() + title[1:]

"""Which parts of the report are neither sentence, table nor chart of one figure?"""

from collections.abc import Callable, Mapping, Sequence

from holdfast.figures.figure import Counted
from holdfast.reports.annual.edition import Edition
from holdfast.reports.document import Block, Bullets, Callout, Details, KeyFigure, KeyFigures, Paragraph, Table
from holdfast.reports.numbers import FEWEST_FOR_A_PERCENTAGE, ROUNDING, capital, how_many, per_cent, whole
from holdfast.reports.sentences import SAYINGS, Saying, better_or_worse, change, clause, why_not

_EIGHT = (
    "children_looked_after",
    "children_who_came",
    "children_who_left",
    "children_with_all_reviews_in_time",
    "reviews_in_time",
    "children_who_took_part_in_every_review",
    "children_with_three_or_more_placements",
    "children_placed_over_20_miles_away",
    "reviews_held",
    "children_looked_after_in_the_year",
)
_SEVERITIES = ("refused", "error", "warning", "note")


def key_figures(edition: Edition) -> Sequence[Block]:
    """The year in at most eight lines."""
    chosen = [one for name in _EIGHT if (one := _key_figure(edition, edition.of(name)))][:8]
    return [KeyFigures(tuple(chosen))] if chosen else [Paragraph("No figure of this year can be shown.")]


def _key_figure(edition: Edition, counted: Counted | None) -> KeyFigure | None:
    said = clause(counted, edition.year)
    now = edition.now(counted.figure.name) if counted else None
    if counted is None or now is None or said is None:
        return None
    before = edition.before(counted.figure.name)
    compared = capital(change(now, before)) if before is not None else ""
    noun = SAYINGS.get(counted.figure.name, Saying("child", "", "")).noun
    if now.denominator is not None and now.denominator >= FEWEST_FOR_A_PERCENTAGE:
        number = per_cent(now.numerator or 0, now.denominator, sign=True)
        said = said.replace(f" ({per_cent(now.numerator or 0, now.denominator)})", "")
    elif now.denominator is not None:
        number = f"{whole(now.numerator or 0)} of {whole(now.denominator)}"
        said = said.removeprefix(f"{number} ")
    else:
        number = whole(now.numerator or 0)
        said = said.removeprefix(f"{how_many(now.numerator or 0, noun)} ")
        said = f"{noun if now.numerator == 1 else how_many(2, noun).removeprefix('2 ')} {said}"
    return KeyFigure(number, said, compared, better_or_worse(counted, edition.year))


def promises(edition: Edition) -> Sequence[Block]:
    """What the council has promised beyond the law."""
    items = []
    for promise in edition.council.promises:
        whom = f" for children under {promise.under_age}" if promise.under_age is not None else ""
        items.append(f"{promise.name}: a review at least every {how_many(promise.months, 'month')}{whom}.")
    return [Bullets(tuple(items))] if items else []


def not_told(edition: Edition) -> Sequence[Block]:
    """Each figure that has no answer or only part of one, and why; then what was found in the returns."""
    rows: list[tuple[str, str, str]] = []
    for counted in edition.figures.values():
        count = counted.years.get(edition.year)
        why = why_not(counted, edition.year)
        if why:
            untold = whole(count.cannot_be_told) if count is not None and count.cannot_be_told else "all"
            rows.append((counted.figure.title, untold, why))
        elif count is not None and count.cannot_be_told:
            reason = counted.not_told.get(edition.year, "What it needs is not in the returns supplied.")
            rows.append((counted.figure.title, whole(count.cannot_be_told), capital(reason)))
    blocks: list[Block] = []
    if rows:
        columns = ("Figure", "Cannot be told", "Why")
        blocks.append(Table("not_told", "What could not be told", columns, tuple(rows), (False, True, False)))
    else:
        blocks.append(Paragraph("Every figure in this report could be told for every child and every review."))
    return [*blocks, *_findings(edition)]


def _findings(edition: Edition) -> Sequence[Block]:
    if not edition.findings:
        return [Paragraph("Nothing odd was found in the returns.")]
    order = {severity: at for at, severity in enumerate(_SEVERITIES)}
    lines = sorted(edition.findings, key=lambda line: (order.get(line.severity, len(order)), -line.count, line.what))
    rows = tuple((line.what, capital(line.severity), whole(line.count)) for line in lines)
    values = tuple((line.what, capital(line.severity), line.count) for line in lines)
    columns = ("What was found in the returns", "How serious", "How often")
    table = Table("findings", "What was found in the returns", columns, rows, (False, False, True), values=values)
    return [table]


def adds_up(edition: Edition) -> Sequence[Block]:
    """What was compared, and what did not agree: accepted with its reason, or a warning."""
    blocks: list[Block] = []
    open_ones = [one for one in edition.disagreements if one.accepted_because is None]
    accepted = [one for one in edition.disagreements if one.accepted_because is not None]
    if open_ones:
        items = tuple(
            f"{one.says.rstrip('.')}. Expected {one.expected}, found {one.found} (`{one.check} {one.where}`)."
            for one in open_ones
        )
        title = f"{capital(how_many(len(open_ones), 'thing'))} {'does' if len(open_ones) == 1 else 'do'} not add up"
        blocks.append(Callout("warning", title, (Bullets(items),)))
    if accepted:
        rows = tuple((one.says, one.expected, one.found, one.accepted_because or "") for one in accepted)
        columns = ("What does not agree", "Expected", "Found", "Accepted because")
        blocks.append(Table("accepted", "Accepted, with the reason", columns, rows, (False, True, True, False)))
    if not edition.disagreements:
        blocks.append(Paragraph("Yes. The figures in this report were compared with each other, and all agree."))
    if edition.checks:
        blocks += [Paragraph("What was compared:"), Bullets(tuple(capital(check) for check in edition.checks))]
    return blocks


def definitions(edition: Edition) -> Sequence[Block]:
    """Each figure with its definition and where it comes from, and how numbers are rounded."""
    rows = tuple((one.figure.title, one.figure.definition, one.figure.source) for one in edition.figures.values())
    columns = ("Figure", "Who is counted and what counts", "Source")
    if not rows:
        return [Paragraph(ROUNDING)]
    table = Table("definitions", "Each figure’s definition", columns, rows, (False, False, False))
    return [Paragraph(ROUNDING), Details("The definition of each figure", (table,))]


def neighbours_table(edition: Edition) -> Sequence[Block]:
    """The rates per 10,000 of this council and its neighbours, highest first."""
    others = [one for one in edition.neighbours if one.year == edition.year]
    rate = edition.now("children_per_10000")
    if not others or rate is None or not rate.denominator or rate.numerator is None:
        return []
    listed = [(one.name, one.children_per_10000) for one in others]
    listed.append((f"**{edition.council.name}**", 10_000 * rate.numerator / rate.denominator))
    listed.sort(key=lambda one: (-one[1], one[0]))
    rows = tuple((name, str(round(value))) for name, value in listed)
    columns = ("Council", "Children for every 10,000")
    title = "Children looked after for every 10,000 residents under 18"
    return [Table("neighbours", title, columns, rows, (False, True), values=tuple(listed))]


def made_from(edition: Edition) -> Sequence[Block]:
    """A note of where the numbers come from."""
    return [Callout("note", "Where the numbers come from", (Paragraph(edition.made),))] if edition.made else []


PARTS: Mapping[str, Callable[[Edition], Sequence[Block]]] = {
    part.__name__: part for part in (key_figures, promises, not_told, adds_up, definitions, neighbours_table, made_from)
}

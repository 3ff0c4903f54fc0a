"""Which parts of the report are neither sentence, table nor chart of one figure?"""

from collections.abc import Callable, Mapping, Sequence

from holdfast.figures.figure import Counted
from holdfast.reports.annual import says_of_the_year
from holdfast.reports.annual.edition import Edition
from holdfast.reports.annual.untold import not_told
from holdfast.reports.comparing import better_or_worse, change_in_short, untold
from holdfast.reports.document import Block, Bullets, Callout, Details, KeyFigure, KeyFigures, Paragraph, Table
from holdfast.reports.numbers import (
    COMPARING,
    FEWEST_FOR_A_PERCENTAGE,
    ROUNDING,
    capital,
    day_in_full,
    how_many,
    per_cent,
    plural,
    whole,
    year_end,
)
from holdfast.reports.sentences import SAYINGS, Saying, clause, of_those_told

_EIGHT = (
    "children_looked_after",
    "children_who_came",
    "children_who_left",
    "children_with_three_or_more_placements",
    "children_with_all_reviews_in_time",
    "reviews_in_time",
    "children_who_took_part_in_every_review",
    "children_placed_over_20_miles_away",
    "reviews_held",
    "children_looked_after_in_the_year",
)


def key_figures(edition: Edition) -> Sequence[Block]:
    """The year in at most eight lines."""
    chosen = [one for name in _EIGHT if (one := _key_figure(edition, edition.of(name)))][:8]
    return [KeyFigures(tuple(chosen))] if chosen else [Paragraph("No figure of this year can be shown.")]


def _key_figure(edition: Edition, counted: Counted | None) -> KeyFigure | None:
    said = clause(counted, edition.year)
    now = edition.now(counted.figure.name) if counted else None
    if counted is None or now is None or said is None:
        return None
    name = counted.figure.name
    noun = SAYINGS.get(name, Saying("child", "", "")).noun
    if partial := of_those_told(counted, edition.year):
        number = f"{whole(now.numerator or 0)} of {whole(now.denominator or 0)}"
        told = partial.split(" could be ")[1].split(",")[0]
        says = SAYINGS[name].many.format(day=day_in_full(year_end(edition.year)))
        said = f"{plural(noun)} {'who' if noun == 'child' else 'that'} could be {told} {says}"
        return KeyFigure(
            number,
            said,
            f"Incomplete: {untold(counted, edition.year).split(', because')[0].replace('of its', 'of all')}",
        )
    if now.denominator is not None and now.denominator >= FEWEST_FOR_A_PERCENTAGE:
        number = per_cent(now.numerator or 0, now.denominator, sign=True)
        said = said.replace(f" ({per_cent(now.numerator or 0, now.denominator)})", "")
    elif now.denominator is not None:
        number = f"{whole(now.numerator or 0)} of {whole(now.denominator)}"
        said = said.removeprefix(f"{number} ")
    else:
        number = whole(now.numerator or 0)
        said = said.removeprefix(f"{how_many(now.numerator or 0, noun)} ")
        said = f"{noun if now.numerator == 1 else plural(noun)} {said}"
    before = edition.compared_with(name)
    if before is None:
        why_not_compared = edition.cannot_compare(name, edition.last_year)
        return KeyFigure(number, said, f"{edition.last_year} cannot be compared" if why_not_compared else "")
    return KeyFigure(number, said, change_in_short(now, before), better_or_worse(counted, edition.year))


def look_first(edition: Edition) -> Sequence[Block]:
    """What a committee should look at first."""
    items = says_of_the_year.look_first(edition)
    return [Callout("note", "Look first at", (Bullets(tuple(items)),))] if items else []


def promises(edition: Edition) -> Sequence[Block]:
    """What the council has promised beyond the law."""
    items = []
    for promise in edition.council.promises:
        whom = f" for children under {promise.under_age}" if promise.under_age is not None else ""
        items.append(f"**{promise.name}**: at least every {how_many(promise.months, 'month')}{whom}.")
    return [Bullets(tuple(items))] if items else []


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
        return [Paragraph(ROUNDING), Paragraph(COMPARING)]
    table = Table("definitions", "Each figure’s definition", columns, rows, (False, False, False))
    return [Paragraph(ROUNDING), Paragraph(COMPARING), Details("The definition of each figure", (table,))]


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
    part.__name__: part
    for part in (key_figures, look_first, promises, not_told, adds_up, definitions, neighbours_table, made_from)
}

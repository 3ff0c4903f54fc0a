"""Which picture shows a figure best, and is it worth a picture at all?

Every picture is drawn from its table, says its finding as its title, and has the table beside it. Where a sentence says
it better (two bands, two years) there is no picture, and the table stands alone.
"""

from collections.abc import Sequence

from holdfast.figures.figure import Count, Counted
from holdfast.reports.annual import findings, tables
from holdfast.reports.annual.edition import Edition
from holdfast.reports.charts.bars import Bar, bars
from holdfast.reports.charts.sheet import Picture
from holdfast.reports.charts.stacked import Stack, columns, stacked_bars
from holdfast.reports.charts.trend import Line, Point, trends
from holdfast.reports.comparing import count_in
from holdfast.reports.document import Chart, Table
from holdfast.reports.numbers import FEWEST_FOR_A_PERCENTAGE, KEPT_BACK, day_in_full, per_cent, whole, year_end
from holdfast.reports.words import place_in_order, value_in_words

_HAS_THE_TARGET = frozenset(("reviews_in_time", "first_reviews_in_time", "children_with_all_reviews_in_time"))
_FEWEST_BARS = 3
_MOST_BARS = 14
_FEWEST_POINTS = 3
_FLAT = 0.015


def by_band(edition: Edition, name: str, band: str) -> Chart | Table | None:
    """The figure by one band, drawn in the way that suits the band; its table alone where that is not worth it."""
    table = tables.by_band(edition, name, band)
    counted = edition.of(name)
    if table is None or counted is None:
        return None
    split = edition.split(name, band)
    drawn = {value: one for value, one in split.items() if not one.hidden and (one.denominator or one.numerator)}
    if len(drawn) < _FEWEST_BARS or len(split) > 30 or not edition.stands(name, edition.year):
        return table
    chart = f"{name}_by_{band}".replace("_", "-")
    total = counted.years.get(edition.year)
    is_share = total is not None and total.denominator is not None
    if is_share and len({count.value for count in drawn.values()}) == 1:
        return table
    if is_share:
        title = findings.of_shares(edition, name, band)
        if title == counted.figure.title:
            return table
        alt = f"{_opening(band, is_share)} {_spoken(table)}"
        drawing = _in_time_columns if band == "quarter" else _share_bars
        return _chart(drawing(edition, counted, band, chart, title, alt), chart, title, alt, table)
    title = findings.of_bands(edition, name, band)
    if title == counted.figure.title:
        title = table.title
    alt = f"{_opening(band, is_share)} {_spoken(table)}"
    if band == "age":
        picture = _age_columns(edition, counted, chart, title, alt)
    elif band == "time_looked_after" and len(_split_years(edition, name, band)) > 1:
        picture = _lengths(edition, counted, band, chart, title, alt)
    elif len(drawn) > _MOST_BARS:
        return table
    else:
        picture = _count_bars(edition, counted, band, chart, title, alt)
    return _chart(picture, chart, title, alt, table)


def over_years(edition: Edition, names: Sequence[str]) -> Chart | Table | None:
    """The figures over the years, a panel for each; their table alone where there are too few years to draw."""
    table = tables.over_years(edition, names)
    told = [counted for name in names if (counted := edition.of(name)) and _is_worth_a_line(edition, counted)]
    if table is None or not told:
        return table
    names = [counted.figure.name for counted in told]
    name = f"{names[0]}{'-and-more' if len(names) > 1 else ''}-over-years".replace("_", "-")
    title = findings.over_years(edition, tuple(names))
    lines = "A line" if len(told) == 1 else f"{len(told)} lines side by side"
    alt = f"{lines}, a point for each year. {_spoken(table)} {table.note}".strip()
    lines = [_line(edition, counted, heading=len(told) > 1) for counted in told[:3]]
    return _chart(trends(lines, edition.colours, name=name, title=title, alt=alt), name, title, alt, table)


def _chart(picture: Picture, name: str, title: str, alt: str, table: Table) -> Chart:
    return Chart(name, title, alt, picture.svg, picture.png, picture.width, picture.height, table)


def _opening(band: str, is_share: bool) -> str:
    if band == "age" or (band == "quarter" and is_share):
        return "Columns side by side."
    return "Level bars, one under the other."


def _spoken(table: Table) -> str:
    """The table as a person would read it out: each row's label, then its last number or share."""
    is_share = "Per cent" in table.columns
    said = []
    for row in table.rows:
        if is_share:
            part, of, share = row[1:4]
            numbers = f"{part} of {of}" + (f" ({share})" if share else "") if of else part
        elif table.columns[-1].startswith("Share"):
            numbers = f"{row[-2]} ({row[-1]})" if row[-1] not in ("", row[-2]) else row[-2]
        else:
            numbers = ", ".join(row[1:])
        said.append(f"{row[0]}: {numbers}")
    return "; ".join(said) + "."


def _target(edition: Edition, name: str) -> float | None:
    return edition.council.target_in_time if name in _HAS_THE_TARGET else None


def _values(edition: Edition, counted: Counted, band: str) -> list[str]:
    split = edition.split(counted.figure.name, band)
    sizes = {value: (count.denominator or count.numerator or 0) for value, count in split.items()}
    shown = [value for value, count in split.items() if count.hidden or count.numerator or count.denominator]
    return tables.ordered(shown, band, sizes)


def _count_bars(edition: Edition, counted: Counted, band: str, name: str, title: str, alt: str) -> Picture:
    total = counted.years.get(edition.year)
    of = total.numerator if total and not total.hidden else None
    name_of = counted.figure.name
    fair = edition.split_stands(name_of, band, edition.last_year) and edition.split_stands(name_of, band, edition.year)
    before = edition.split(name_of, band, edition.last_year) if fair else None
    rows = []
    for value in _values(edition, counted, band):
        count = edition.split(counted.figure.name, band)[value]
        label = value_in_words(band, value)
        if count.hidden:
            rows.append(Bar(label, None, KEPT_BACK, "kept back"))
            continue
        number = count.numerator or 0
        share = per_cent(number, of, sign=True) if of and of >= FEWEST_FOR_A_PERCENTAGE else ""
        rows.append(Bar(label, number, whole(number), share, _shown(before.get(value, Count(0))) if before else None))
    now_is, before_is = (
        day_in_full(year_end(year)) if counted.figure.is_stock else year for year in (edition.year, edition.last_year)
    )
    return bars(rows, edition.colours, name=name, title=title, alt=alt, now=now_is, before=before_is if before else "")


def _share_bars(edition: Edition, counted: Counted, band: str, name: str, title: str, alt: str) -> Picture:
    rows = []
    for value in _values(edition, counted, band):
        count = edition.split(counted.figure.name, band)[value]
        label = value_in_words(band, value)
        if count.hidden or count.numerator is None or not count.denominator:
            rows.append(
                Bar(label, None, KEPT_BACK if count.hidden else "–", "kept back" if count.hidden else "none to tell")
            )
            continue
        said = f"{whole(count.numerator)} of {whole(count.denominator)}"
        if count.denominator < FEWEST_FOR_A_PERCENTAGE:
            rows.append(Bar(label, count.numerator / count.denominator, "", said))
        else:
            rows.append(
                Bar(
                    label,
                    count.numerator / count.denominator,
                    per_cent(count.numerator, count.denominator, sign=True),
                    said,
                )
            )
    target = _target(edition, counted.figure.name)
    return bars(rows, edition.colours, name=name, title=title, alt=alt, whole=1.0, target=target)


def _in_time_columns(edition: Edition, counted: Counted, band: str, name: str, title: str, alt: str) -> Picture:
    stacks = []
    for value in _values(edition, counted, band):
        count = edition.split(counted.figure.name, band)[value]
        if count.hidden or count.numerator is None:
            continue
        late = (count.denominator or 0) - count.numerator
        values = (count.numerator, late, count.cannot_be_told)
        said = tuple(whole(number) for number in values)
        stacks.append(Stack(value_in_words(band, value), values, said, whole(sum(values))))
    parts = ("in time", "late", "cannot be told") if any(stack.values[2] for stack in stacks) else ("in time", "late")
    stacks = [Stack(one.label, one.values[: len(parts)], one.said[: len(parts)], one.whole) for one in stacks]
    return columns(stacks, parts, edition.colours, name=name, title=title, alt=alt)


def _age_columns(edition: Edition, counted: Counted, name: str, title: str, alt: str) -> Picture:
    split = counted.by[edition.year]["age"]
    oldest = max((int(age) for age in split if age.isdigit()), default=17)
    ages = [str(age) for age in range(max(oldest, 17) + 1)]
    ages += sorted(value for value in split if not value.isdigit() and split[value].numerator)
    stacks = []
    for age in ages:
        count = split.get(age, Count(0))
        number = 0 if count.hidden else count.numerator or 0
        said = KEPT_BACK if count.hidden else whole(number) if number else ""
        stacks.append(Stack(value_in_words("age", age), (number,), ("",), said))
    return columns(stacks, ("children",), edition.colours, name=name, title=title, alt=alt)


def _lengths(edition: Edition, counted: Counted, band: str, name: str, title: str, alt: str) -> Picture:
    years = _split_years(edition, counted.figure.name, band)
    values = sorted(
        {value for year in years for value in counted.by[year][band]}, key=lambda value: place_in_order(band, value)
    )
    rows = []
    for year in years:
        numbers = tuple(counted.by[year][band].get(value, Count(0)).numerator or 0 for value in values)
        total = sum(numbers)
        enough = total >= FEWEST_FOR_A_PERCENTAGE
        said = tuple(per_cent(n, total, sign=True) if enough else whole(n) for n in numbers)
        rows.append(Stack(str(year_end(year).year) if counted.figure.is_stock else year, numbers, said))
    parts = tuple(value_in_words(band, value) for value in values)
    return stacked_bars(rows, parts, edition.colours, name=name, title=title, alt=alt)


def _line(edition: Edition, counted: Counted, *, heading: bool) -> Line:
    points = []
    is_share = False
    for year in edition.years_of(counted.figure.name):
        count = counted.years[year]
        label = str(year_end(year).year) if counted.figure.is_stock else year
        if count.hidden:
            points.append(Point(label, None, "kept back"))
        elif count_in(counted, year) is None:
            points.append(Point(label, None, "not known"))
        elif not edition.stands(counted.figure.name, year):
            points.append(Point(label, None, "cannot be compared"))
        elif count.denominator is None:
            points.append(Point(label, count.numerator, whole(count.numerator or 0)))
        elif counted.figure.per != 100:
            rate = counted.figure.per * (count.value or 0)
            points.append(Point(label, rate, str(round(rate))))
        else:
            is_share = True
            points.append(Point(label, count.value, per_cent(count.numerator or 0, count.denominator, sign=True)))
    title = counted.figure.title if heading else ""
    return Line(title, tuple(points), _target(edition, counted.figure.name) if is_share else None, is_share)


def _is_worth_a_line(edition: Edition, counted: Counted) -> bool:
    """Whether there are three years to compare, and they differ by more than a percentage point."""
    name = counted.figure.name
    counts = [count for year in findings.standing_years(edition, name) if (count := count_in(counted, year))]
    if len(counts) < _FEWEST_POINTS:
        return False
    values = [float(count.value or 0) for count in counts]
    is_share = counts[-1].denominator is not None and counted.figure.per == 100
    return not is_share or max(values) - min(values) > _FLAT


def _split_years(edition: Edition, name: str, band: str) -> list[str]:
    """The latest years, five at most, whose splits may be set beside each other."""
    counted = edition.of(name)
    years = sorted(year for year in (counted.by if counted else ()) if year <= edition.year)
    return [year for year in years if edition.split_stands(name, band, year)][-5:]


def _shown(count: Count) -> float | None:
    return None if count.hidden else count.numerator

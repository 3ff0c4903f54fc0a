"""How is a figure set as a table: by its bands, or over its years?"""

from collections.abc import Sequence

from holdfast.figures.figure import Count, Counted
from holdfast.reports.annual.edition import Edition
from holdfast.reports.comparing import untold
from holdfast.reports.document import Table
from holdfast.reports.numbers import FEWEST_FOR_A_PERCENTAGE, KEPT_BACK, capital, day_in_full, per_cent, whole, year_end
from holdfast.reports.sentences import SAYINGS
from holdfast.reports.words import band_title, place_in_order, value_in_words

Cell = str | float | int | None
KEPT_BACK_NOTE = f"{KEPT_BACK}: kept back, so that nobody can be recognised from a small number."
_YEARS_ACROSS = 4
MARK = " †"
TOO_LONG_FOR_PAPER = frozenset(("age",))


def ordered(values: Sequence[str], band: str, sizes: dict[str, int]) -> list[str]:
    """The values of a band as they are listed: in their own order, or the largest first; not known last."""
    own = band in (
        "kind",
        "quarter",
        "days_late_band",
        "time_looked_after",
        "distance_band",
        "location",
        "timeliness",
        "rule",
    )
    if own or band in ("age", "age_band", "sex", "participation_code", "times"):
        return sorted(values, key=lambda value: place_in_order(band, value))
    return sorted(values, key=lambda value: (place_in_order(band, value)[0], -sizes.get(value, 0), value))


def by_band(edition: Edition, name: str, band: str) -> Table | None:
    """The figure by one band, with the years before beside it where it is a count; None where it has no such split."""
    counted = edition.of(name)
    split = edition.split(name, band)
    if counted is None or not split:
        return None
    total = counted.years.get(edition.year)
    if total is not None and total.denominator is not None:
        return _shares(edition, counted, band)
    return _counts(edition, counted, band)


def _counts(edition: Edition, counted: Counted, band: str) -> Table:
    name = counted.figure.name
    years = [year for year in sorted(counted.by) if year <= edition.year and edition.split(name, band, year)]
    by_year = {year: edition.split(name, band, year) for year in years[-_YEARS_ACROSS:]}
    years = list(by_year)
    sizes = {value: count.numerator or 0 for value, count in by_year[edition.year].items()}
    values = ordered(list({value: None for split in by_year.values() for value in split}), band, sizes)
    values = [value for value in values if any(_shows(by_year[year].get(value)) for year in years)]
    total = counted.years.get(edition.year)
    rows, numbers = [], []
    for value in values:
        counts = [by_year[year].get(value, Count(0)) for year in years]
        label = value_in_words(band, value)
        rows.append((label, *map(_count, counts), _share_of(counts[-1], total)))
        numbers.append((label, *map(_number, counts), _fraction(counts[-1], total)))
    totals = [counted.years.get(year, Count(None)) for year in years]
    return Table(
        name=f"{counted.figure.name}_by_{band}",
        title=_titled(counted, band),
        columns=(
            band_title(band),
            *(f"{_when(counted, year)}{_mark(edition, name, year)}" for year in years),
            f"Share in {edition.year}",
        ),
        rows=tuple(rows),
        numeric=(False, *(True for _ in years), True),
        total=("All", *map(_count, totals), _share_of(totals[-1], totals[-1])),
        note=_note(edition, [*(one for split in by_year.values() for one in split.values()), *totals], [name], years),
        values=tuple(numbers),
        long=band in TOO_LONG_FOR_PAPER,
    )


def _shares(edition: Edition, counted: Counted, band: str) -> Table:
    split = edition.split(counted.figure.name, band)
    sizes = {value: count.denominator or 0 for value, count in split.items()}
    values = [value for value in ordered(list(split), band, sizes) if _shows(split[value])]
    rows, numbers = [], []
    for value in values:
        label = value_in_words(band, value)
        rows.append((label, *_share_cells(split[value])))
        numbers.append((label, *_share_values(split[value])))
    total = counted.years[edition.year]
    untold = any(count.cannot_be_told for count in (*split.values(), total))
    keep = slice(None) if untold else slice(0, 4)
    return Table(
        name=f"{counted.figure.name}_by_{band}",
        title=_titled(counted, band),
        columns=(band_title(band), *share_columns(counted))[keep],
        rows=tuple(row[keep] for row in rows),
        numeric=(False, True, True, True, True)[keep],
        total=("All", *_share_cells(total))[keep],
        note=" ".join(
            one for one in (_note(edition, [*split.values(), total], (), ()), _untold_now(edition, counted)) if one
        ),
        values=tuple(row[keep] for row in numbers),
    )


def share_columns(counted: Counted) -> tuple[str, str, str, str]:
    """What heads the four numbers of a share."""
    noun = "Children" if counted.figure.counts == "children" else counted.figure.counts.capitalize()
    saying = SAYINGS.get(counted.figure.name)
    short = capital(saying.short) if saying and saying.short else counted.figure.title
    return short, f"{noun} counted", "Per cent", "Cannot be told"


def over_years(edition: Edition, names: Sequence[str]) -> Table | None:
    """The figures over the years, a row for each year; None where there are not two years to set beside each other."""
    known = [counted for name in names if (counted := edition.of(name)) is not None and counted.years]
    years = sorted({year for counted in known for year in edition.years_of(counted.figure.name)})
    if len(years) < 2:
        return None
    if (
        len(known) == 1
        and known[0].figure.per == 100
        and any(count.denominator is not None for count in known[0].years.values())
    ):
        columns: tuple[str, ...] = share_columns(known[0])
        name = known[0].figure.name
        rows = [(f"{year}{_mark(edition, name, year)}", *_share_cells(known[0].years[year])) for year in years]
        numbers: list[tuple[Cell, ...]] = [(year, *_share_values(known[0].years[year])) for year in years]
    else:
        columns = tuple(counted.figure.title for counted in known)
        rows = [(year, *(_cell_in(edition, counted, year) for counted in known)) for year in years]
        numbers = [
            (year, *(_value(counted.years.get(year), counted.figure.per) for counted in known)) for year in years
        ]
    return Table(
        name=f"{known[0].figure.name}{'_and_more' if len(known) > 1 else ''}_over_years",
        title=" and ".join(
            counted.figure.title if at == 0 else counted.figure.title[:1].lower() + counted.figure.title[1:]
            for at, counted in enumerate(known)
        ),
        columns=("Year", *columns),
        rows=tuple(rows),
        numeric=(False, *(True for _ in columns)),
        note=_note(
            edition,
            [count for counted in known for year, count in counted.years.items() if year in years],
            [counted.figure.name for counted in known],
            years,
        ),
        values=tuple(numbers),
    )


def _titled(counted: Counted, band: str) -> str:
    return f"{counted.figure.title}, by {band_title(band)[0].lower()}{band_title(band)[1:]}"


def _when(counted: Counted, year: str) -> str:
    return day_in_full(year_end(year)) if counted.figure.is_stock else year


def _shows(count: Count | None) -> bool:
    return count is not None and bool(count.hidden or count.numerator or count.denominator or count.cannot_be_told)


def _count(count: Count) -> str:
    if count.hidden:
        return KEPT_BACK
    return "not known" if count.numerator is None else whole(count.numerator)


def _number(count: Count) -> Cell:
    return KEPT_BACK if count.hidden else count.numerator


def _share_of(count: Count, total: Count | None) -> str:
    if count.hidden or (total is not None and total.hidden):
        return KEPT_BACK
    if count.numerator is None or total is None or not total.numerator or total.numerator < FEWEST_FOR_A_PERCENTAGE:
        return ""
    return per_cent(count.numerator, total.numerator, sign=True)


def _fraction(count: Count, total: Count | None) -> Cell:
    said = _share_of(count, total)
    if said in ("", KEPT_BACK) or total is None:
        return said or None
    return (count.numerator or 0) / (total.numerator or 1)


def _share_cells(count: Count) -> tuple[str, str, str, str]:
    if count.hidden or count.numerator is None or count.denominator is None:
        return KEPT_BACK if count.hidden else "not known", "", "", str(count.cannot_be_told or "")
    enough = count.denominator >= FEWEST_FOR_A_PERCENTAGE
    share = per_cent(count.numerator, count.denominator, sign=True) if enough else ""
    return whole(count.numerator), whole(count.denominator), share, whole(count.cannot_be_told)


def _share_values(count: Count) -> tuple[Cell, Cell, Cell, Cell]:
    if count.hidden or count.numerator is None or count.denominator is None:
        return KEPT_BACK if count.hidden else None, None, None, count.cannot_be_told
    share = count.numerator / count.denominator if count.denominator >= FEWEST_FOR_A_PERCENTAGE else None
    return count.numerator, count.denominator, share, count.cannot_be_told


def _cell(count: Count | None, per: int) -> str:
    if count is None or (count.numerator is None and not count.hidden):
        return "not known"
    if count.hidden or count.denominator is None:
        return _count(count)
    part, of = count.numerator or 0, count.denominator
    if per != 100 and of:
        return str(round(per * part / of))
    if of < FEWEST_FOR_A_PERCENTAGE:
        return f"{whole(part)} of {whole(of)}"
    return f"{per_cent(part, of, sign=True)} ({whole(part)} of {whole(of)})"


def _value(count: Count | None, per: int) -> Cell:
    if count is None or count.value is None:
        return None
    if count.hidden:
        return KEPT_BACK
    return count.value if per == 100 or count.denominator is None else per * count.value


def _cell_in(edition: Edition, counted: Counted, year: str) -> str:
    return _cell(counted.years.get(year), counted.figure.per) + _mark(edition, counted.figure.name, year)


def _mark(edition: Edition, name: str, year: str) -> str:
    return "" if edition.stands(name, year) else MARK


def _untold_now(edition: Edition, counted: Counted) -> str:
    """How much of this year cannot be told, where that is too much for its shares to stand for it."""
    if edition.stands(counted.figure.name, edition.year):
        return ""
    return f"{untold(counted, edition.year).replace('of its', 'of the year’s')}."


def _note(edition: Edition, counts: Sequence[Count], names: Sequence[str], years: Sequence[str]) -> str:
    """What must stand under a table: what its letters and marks mean."""
    cannot = dict.fromkeys(edition.cannot_compare(name, *years) for name in names)
    notes = [KEPT_BACK_NOTE] if any(count.hidden for count in counts) else []
    marked = [f"{MARK.strip()} {' '.join(one for one in cannot if one)}"] if any(cannot) else []
    return " ".join((*notes, *marked))

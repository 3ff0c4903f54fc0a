"""Which figures may a report be tried with? Two councils' own, and a small world for whatever else is asked."""

import json
from collections.abc import Mapping
from pathlib import Path

from holdfast.figures.catalogue import FIGURES
from holdfast.figures.figure import Count, Counted
from holdfast.reports.numbers import year_before
from holdfast.returns import codes

COUNCILS = Path(__file__).parent.parent / "councils"
Splits = Mapping[str, Mapping[str, Mapping[str, Count]]]


def counted(
    name: str, years: Mapping[str, Count], by: Splits | None = None, not_told: Mapping[str, str] | None = None
) -> Counted:
    """A figure of the catalogue with these counts."""
    return Counted(FIGURES[name], years, by or {}, not_told or {})


def plain(**years: int) -> dict[str, Count]:
    """Plain counts by year, written y2014=204 for 2014-15."""
    return {_year(int(name[1:])): Count(number) for name, number in years.items()}


def share(numerator: int, denominator: int, cannot_be_told: int = 0) -> Count:
    """One share."""
    return Count(numerator, denominator, cannot_be_told)


def a_council(name: str) -> tuple[str, dict[str, Counted]]:
    """The year and the figures of "portsmouth" or "wandsworth", as its expected.json has them, with splits to draw."""
    expected = json.loads((COUNCILS / name / "expected.json").read_text())
    year = _year(int(expected["year_end"][:4]) - 1)
    before = year_before(year)

    def by_year(key: str) -> dict[str, dict[str, Count]]:
        return {_of(day): {code: Count(n) for code, n in split.items()} for day, split in expected[key].items()}

    def grouped(key: str, kind: str) -> dict[str, dict[str, Count]]:
        found: dict[str, dict[str, Count]] = {}
        for of, split in by_year(key).items():
            sums: dict[str, int] = {}
            for code, count in split.items():
                sums[codes.group(kind, code)] = sums.get(codes.group(kind, code), 0) + (count.numerator or 0)
            found[of] = {group: Count(n) for group, n in sums.items()}
        return found

    def split(**bands: Mapping[str, Mapping[str, Count]]) -> dict[str, dict[str, Mapping[str, Count]]]:
        years = sorted({of for band in bands.values() for of in band})
        return {of: {band: values[of] for band, values in bands.items() if of in values} for of in years}

    def once(name: str, key: str, **more: Mapping[str, Count]) -> Counted | None:
        if not expected[key]:
            return None
        now = share(expected[key]["numerator"], expected[key]["denominator"])
        return counted(name, {year: now}, {year: more})

    stock = {_of(day): Count(n) for day, n in expected["looked_after"].items()}
    total = stock[year].numerator or 0
    lengths = _parted(total, (15, 17, 20, 28, 20), _LENGTHS)
    held, in_time = expected["reviews_in_time"]["denominator"], expected["reviews_in_time"]["numerator"]
    late = held - in_time
    made = [
        counted(
            "children_looked_after",
            stock,
            split(
                age_band=by_year("age"),
                age={year: {str(age): Count((total * (age + 2)) // 190) for age in range(18)}},
                sex=by_year("sex"),
                ethnicity=by_year("ethnic"),
                ethnic_group=grouped("ethnic", "ethnicity"),
                legal_status=by_year("legal_status"),
                legal_group=grouped("legal_status", "legal_status"),
                placement_type=by_year("placement"),
                placement_group=grouped("placement", "placement"),
                time_looked_after={
                    of: _parted(stock[of].numerator or 0, (13, 16, 22, 29, 20), _LENGTHS) for of in stock
                }
                | {year: lengths},
            ),
        ),
        counted("children_who_came", {_of(day): Count(n) for day, n in expected["came"].items()}),
        counted(
            "children_who_left",
            {_of(day): Count(n) for day, n in expected["left"].items()},
            split(reason=by_year("left_by_reason"), reason_group=grouped("left_by_reason", "reason_ended")),
        ),
        counted("children_looked_after_under_a_year", {year: Count(expected["under_365_days"])}),
        counted("children_looked_after_under_60_days", {year: Count(expected["under_60_days"])}),
        counted(
            "reviews_held",
            {year: Count(expected["reviews_held"])},
            {
                year: {
                    "participation_code": {code: Count(n) for code, n in expected["participation_codes"].items()},
                    "kind": _parted(held, (24, 20, 56), ("first", "second", "later")),
                    "quarter": _parted(held, (22, 25, 28, 25), _QUARTERS),
                }
            },
        ),
        counted("first_reviews_held", {year: Count(expected["first_reviews_held"])}),
        counted(
            "reviews_in_time",
            {before: share(held - 40, held, 12), year: share(in_time, held)},
            {
                year: {
                    "kind": _in_time(held, late, (24, 20, 56), _KINDS),
                    "quarter": _in_time(held, late, (22, 25, 28, 25), _QUARTERS),
                }
            },
        ),
        counted(
            "reviews_held_late", {year: Count(late)}, {year: {"days_late_band": _parted(late, (50, 30, 15, 5), _LATE)}}
        ),
        once("children_with_all_reviews_in_time", "ni66"),
        once("children_who_took_part_in_every_review", "c63"),
        once("children_with_three_or_more_placements", "three_placements"),
        once("children_placed_over_20_miles_away", "over_20_miles"),
    ]
    return year, {one.figure.name: one for one in made if one is not None}


_KINDS = ("first", "second", "later")
_QUARTERS = ("April to June", "July to September", "October to December", "January to March")
_LATE = ("1 to 7 days", "8 to 14 days", "15 to 28 days", "over 28 days")
_LENGTHS = (
    "under 6 months",
    "6 months to under 1 year",
    "1 year to under 2 years",
    "2 years to under 5 years",
    "5 years and over",
)


def _parted(total: int, weights: tuple[int, ...], names: tuple[str, ...]) -> dict[str, Count]:
    parts = [total * weight // sum(weights) for weight in weights]
    parts[0] += total - sum(parts)
    return {name: Count(part) for name, part in zip(names, parts, strict=True)}


def _in_time(held: int, late: int, weights: tuple[int, ...], names: tuple[str, ...]) -> dict[str, Count]:
    helds, lates = _parted(held, weights, names), _parted(late, weights[::-1], names)
    return {
        name: share((helds[name].numerator or 0) - (lates[name].numerator or 0), helds[name].numerator or 0)
        for name in names
    }


def _year(starts: int) -> str:
    return f"{starts}-{(starts + 1) % 100:02d}"


def _of(day: str) -> str:
    return _year(int(day[:4]) - 1)

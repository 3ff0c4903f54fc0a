"""Does it add up? Every way the figures of a report could contradict each other, tried before it is published."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from holdfast.figures.figure import Count, Counted
from holdfast.rules.facts import year_called, year_name


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two figures that contradict each other.

    `check` with `where` names it for good, so that a council can accept it with a reason: then `accepted_because` holds
    the reason.
    """

    check: str
    where: str
    says: str
    expected: str
    found: str
    accepted_because: str | None = None

    @property
    def key(self) -> str:
        """The name under which it can be accepted, such as "opening-to-closing 2014-15"."""
        return f"{self.check} {self.where}"


Figures = Mapping[str, Counted]


def bands_sum_to_totals(figures: Figures) -> Iterator[Disagreement]:
    """Every split of every figure sums to the figure, met and told alike."""
    for name, counted in figures.items():
        for year, bands in counted.by.items():
            for band, values in bands.items():
                if values and not any(count.hidden for count in values.values()) and not counted.years[year].hidden:
                    yield from _sums(name, counted.years[year], year, band, values)


def _sums(name: str, total: Count, year: str, band: str, values: Mapping[str, Count]) -> Iterator[Disagreement]:
    for part in ("numerator", "denominator", "cannot_be_told"):
        expected = getattr(total, part)
        found = sum(getattr(count, part) or 0 for count in values.values())
        if expected is not None and found != expected:
            yield Disagreement(
                "bands-to-total",
                f"{name} by {band} {year}",
                f"The {band.replace('_', ' ')} of {name.replace('_', ' ')} ({part.replace('_', ' ')}) do not sum to it",
                str(expected),
                str(found),
            )


def shares_match_counts(figures: Figures) -> Iterator[Disagreement]:
    """No share counts more who met it than could be told."""
    for name, counted in figures.items():
        for year, count in counted.years.items():
            if count.denominator is not None and (count.numerator or 0) > count.denominator:
                yield Disagreement(
                    "share-to-counts",
                    f"{name} {year}",
                    f"More met {name.replace('_', ' ')} than were counted",
                    f"at most {count.denominator}",
                    str(count.numerator),
                )


def closing_follows_opening(figures: Figures) -> Iterator[Disagreement]:
    """Last year's closing count, with the times children came and less the times they left, is this year's."""
    stock, came, left = (
        _numbers(figures, name) for name in ("children_looked_after", "times_children_came", "times_children_left")
    )
    for before, year in pairwise(sorted(stock)):
        if year_name(year_called(before) + 1) != year or year not in came or year not in left:
            continue
        expected = stock[before] + came[year] - left[year]
        if expected != stock[year]:
            yield Disagreement(
                "opening-to-closing",
                year,
                f"{stock[before]} looked after at the start of the year, and {came[year]} who came, less {left[year]} "
                f"who left, is not the number at its end",
                str(expected),
                str(stock[year]),
            )


def _numbers(figures: Figures, name: str) -> dict[str, int]:
    if name not in figures:
        return {}
    return {year: count.numerator for year, count in figures[name].years.items() if count.numerator is not None}


PARTS_OF = (
    ("first_reviews_held", "reviews_held"),
    ("reviews_held_late", "reviews_held"),
    ("children_who_came", "times_children_came"),
    ("children_who_left", "times_children_left"),
    ("children_looked_after_under_60_days", "children_looked_after_under_a_year"),
    ("children_looked_after_under_a_year", "children_looked_after"),
    ("unaccompanied_children", "children_looked_after"),
)


def parts_are_within_wholes(figures: Figures) -> Iterator[Disagreement]:
    """A count of some is never more than the count of all."""
    for part, whole in PARTS_OF:
        parts, wholes = _numbers(figures, part), _numbers(figures, whole)
        for year in sorted(parts.keys() & wholes.keys()):
            if parts[year] > wholes[year]:
                yield Disagreement(
                    "part-to-whole",
                    f"{part} {year}",
                    f"{part.replace('_', ' ').capitalize()} is more than {whole.replace('_', ' ')}",
                    f"at most {wholes[year]}",
                    str(parts[year]),
                )


def reviews_are_each_judged_once(figures: Figures) -> Iterator[Disagreement]:
    """Reviews in time, late and not to be told are together the reviews held; the late ones are those not in time."""
    if not {"reviews_held", "reviews_in_time", "reviews_held_late"} <= figures.keys():
        return
    held, late = _numbers(figures, "reviews_held"), _numbers(figures, "reviews_held_late")
    for year, count in figures["reviews_in_time"].years.items():
        if count.hidden or count.denominator is None or count.numerator is None or year not in held or year not in late:
            continue
        together = count.denominator + count.cannot_be_told
        if together != held[year]:
            yield Disagreement(
                "judged-to-held", year, "Reviews judged, with those that cannot be told, are not the reviews held",
                str(held[year]), str(together),
            )  # fmt: skip
        if count.denominator - count.numerator != late[year]:
            yield Disagreement(
                "late-to-in-time", year, "Reviews held late are not those that were not in time",
                str(count.denominator - count.numerator), str(late[year]),
            )  # fmt: skip


CHECKS: tuple[Callable[[Figures], Iterable[Disagreement]], ...] = (
    bands_sum_to_totals,
    shares_match_counts,
    closing_follows_opening,
    parts_are_within_wholes,
    reviews_are_each_judged_once,
)


def agrees_with_what_was_published(
    figures: Figures, published: Mapping[str, Mapping[str, float]]
) -> Iterator[Disagreement]:
    """What earlier reports printed, as the council notes it down, is what the returns give today."""
    for year, printed in published.items():
        for name, number in printed.items():
            counted = figures.get(name)
            count = counted.years.get(year) if counted else None
            if counted is None or count is None or count.hidden or count.value is None:
                continue
            now = count.value if count.denominator is None else round(count.value * counted.figure.per, 1)
            if abs(now - number) > (0 if count.denominator is None else 0.05):
                yield Disagreement(
                    "published-to-counted",
                    f"{name} {year}",
                    f"An earlier report printed another number for {name.replace('_', ' ')} in {year}",
                    f"{number:g}",
                    f"{now:g}",
                )


def disagreements(
    figures: Figures, *, published: Mapping[str, Mapping[str, float]], accepted: Mapping[str, str]
) -> tuple[Disagreement, ...]:
    """Every disagreement, each with the reason it was accepted for, if it was."""
    found = [each for check in CHECKS for each in check(figures)]
    found.extend(agrees_with_what_was_published(figures, published))
    return tuple(replace(each, accepted_because=accepted.get(each.key)) for each in found)


def unaccepted(found: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """Those that stop publication."""
    return tuple(each for each in found if not each.accepted_because)

"""How small numbers are hidden, so that no child can be recognised, not even by taking one number from another.

A number from 1 to 5 is hidden. Where that leaves one hidden value in a split whose total is shown, the next smallest is
hidden too. A split finer than another of the same thing (single ages beside bands) is withheld whole, because the two
together would give back what each hides.
"""

from collections.abc import Mapping
from dataclasses import replace

from holdfast.figures.figure import Count, Counted

SMALL = 6
COARSER = {
    "age": "age_band",
    "ethnicity": "ethnic_group",
    "legal_status": "legal_group",
    "placement_type": "placement_group",
    "reason": "reason_group",
}


def hide_small(counted: Counted, *, under: int = SMALL) -> Counted:
    """The same figure with every number from 1 to `under` - 1 hidden, and those that would give it away."""
    years = {year: HIDDEN if _is_small(count, under) else count for year, count in counted.years.items()}
    by = {
        year: {
            band: _hide_in_split(values, years[year], under)
            for band, values in bands.items()
            if not _withheld(band, bands)
        }
        for year, bands in counted.by.items()
    }
    return replace(counted, years=years, by=by)


def _withheld(band: str, bands: Mapping[str, object]) -> bool:
    return COARSER.get(band) in bands


def _is_small(count: Count, under: int) -> bool:
    """Whether those who met it, those who did not, or those who cannot be told are few but some."""
    met = count.numerator or 0
    not_met = 0 if count.denominator is None else count.denominator - met
    return any(0 < number < under for number in (met, not_met, count.cannot_be_told))


HIDDEN = Count(numerator=None, denominator=None, cannot_be_told=0, hidden=True)


def _hide_in_split(values: Mapping[str, Count], total: Count, under: int) -> dict[str, Count]:
    hidden = {value for value, count in values.items() if _is_small(count, under)}
    if len(hidden) == 1 and not total.hidden:
        shown = [value for value, count in values.items() if value not in hidden and _weight(count) > 0]
        if shown:
            hidden.add(min(shown, key=lambda value: (_weight(values[value]), value)))
    return {value: HIDDEN if value in hidden else count for value, count in values.items()}


def _weight(count: Count) -> int:
    return count.denominator if count.denominator is not None else count.numerator or 0

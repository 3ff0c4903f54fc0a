"""How many children are looked after for every 10,000 who live in the council's area."""

from collections.abc import Mapping
from dataclasses import replace

from holdfast.figures.figure import Count, Counted, Figure

RATE = Figure(
    name="children_per_10000",
    title="Children looked after for every 10,000 residents under 18",
    definition="Children looked after on 31 March for every 10,000 residents under 18, of whom the council gives the "
    "number.",
    source="SSDA903 return; population.csv beside the returns",
    table="children_at_year_end",
    because="care_because",
    met="counted",
    is_stock=True,
    per=10_000,
)


def per_10000(looked_after: Counted, residents_under_18: Mapping[str, int]) -> Counted:
    """The rate for each year whose residents are known; the others say that they are not."""
    years: dict[str, Count] = {}
    not_told = dict(looked_after.not_told)
    for year, counted in looked_after.years.items():
        if residents := residents_under_18.get(year):
            years[year] = replace(counted, denominator=residents)
        else:
            not_told[year] = f"the residents under 18 of {year} were not supplied"
    return Counted(RATE, years, {year: {} for year in years}, not_told)

"""How settled children were."""

from holdfast.figures.figure import Figure

RETURN = "SSDA903 return, episodes"

FIGURES = (
    Figure(
        name="children_with_three_or_more_placements",
        title="Children with three or more placements in the year",
        definition="Of children looked after on 31 March, short breaks left out: those who had three or more "
        "placements in the year. Temporary placements, changes of legal status and changes with the same carer are "
        "none.",
        source="National indicator 62; " + RETURN,
        table="children_at_year_end",
        because="three_or_more_placements_because",
        who_is_counted="counted",
        met="three_or_more_placements",
        bands=("age_band", "placement_group", "legal_group", "sex"),
        more_is_better=False,
    ),
    Figure(
        name="children_in_a_stable_placement",
        title="Children settled in one placement",
        definition="Of children looked after on 31 March who were under 16 and had been looked after for two and a "
        "half years or more: those in the same placement for two years or more, an adoptive placement counted with "
        "the one before it.",
        source="National indicator 63; " + RETURN,
        table="children_at_year_end",
        because="stable_placement_because",
        who_is_counted="long_term",
        met="stable_placement",
        bands=("age_band", "placement_group"),
        is_stock=True,
        more_is_better=True,
    ),
)

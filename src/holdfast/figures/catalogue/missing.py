"""How many children went missing from care."""

from holdfast.figures.figure import Figure

RETURN = "SSDA903 return, missing"
MISSING = frozenset({"Episodes", "Missing"})

FIGURES = (
    Figure(
        name="children_who_went_missing",
        title="Children who went missing",
        definition="Of children looked after at any time in the year, short breaks left out: those recorded as "
        "missing (M) at least once in it. Being away without authorisation is not counted.",
        source=RETURN,
        table="children_in_year",
        because="went_missing_because",
        who_is_counted="missing_counts",
        met="went_missing",
        needs=MISSING,
        bands=("age_band", "sex", "ethnic_group"),
        more_is_better=False,
    ),
    Figure(
        name="times_children_went_missing",
        title="Times children went missing",
        definition="Each time in the year a looked-after child was recorded as missing (M).",
        source=RETURN,
        table="missing",
        because="because",
        counts="times",
        who_is_counted="was_missing",
        needs=MISSING,
        more_is_better=False,
    ),
)

"""How many children were looked after, who they were, who came and who left."""

from holdfast.figures.figure import Figure

RETURN = "SSDA903 return, episodes and headers"
DISTANCES = "SSDA903 return, episodes with the derived columns PL_LOCATION and PL_DISTANCE"

LOOKED_AFTER = (
    "looked after on 31 March: a period of care began on or before that day and had not ended by it; children in a "
    "series of short breaks (V3, V4) that day are left out"
)

WHO_THEY_ARE = (
    "age_band",
    "age",
    "sex",
    "ethnic_group",
    "ethnicity",
    "legal_group",
    "legal_status",
    "placement_group",
    "placement_type",
    "provider",
    "location",
    "distance_band",
    "need",
    "unaccompanied",
    "time_looked_after",
)

FIGURES = (
    Figure(
        name="children_looked_after",
        title="Children looked after on 31 March",
        definition=f"Children {LOOKED_AFTER}.",
        source=RETURN,
        table="children_at_year_end",
        who_is_counted="counted",
        bands=WHO_THEY_ARE,
        is_stock=True,
    ),
    Figure(
        name="children_in_short_breaks",
        title="Children in a series of short breaks on 31 March",
        definition="Children whose legal status on 31 March was V3 or V4. They are counted apart from all others.",
        source=RETURN,
        table="children_at_year_end",
        who_is_counted="in_short_breaks",
        bands=("age_band", "sex"),
        is_stock=True,
    ),
    Figure(
        name="unaccompanied_children",
        title="Unaccompanied children on 31 March",
        definition=f"Children {LOOKED_AFTER}, who were recorded as unaccompanied asylum-seeking children that day.",
        source="SSDA903 return, UASC and episodes",
        table="children_at_year_end",
        who_is_counted="counted",
        met="unaccompanied",
        is_share=False,
        needs=frozenset({"Episodes", "UASC"}),
        bands=("age_band", "sex", "ethnic_group", "placement_group"),
        is_stock=True,
    ),
    Figure(
        name="children_looked_after_in_the_year",
        title="Children looked after at any time in the year",
        definition="Children looked after on at least one day of the year, other than only in short breaks.",
        source=RETURN,
        table="children_in_year",
        bands=("age_band", "sex", "ethnic_group"),
    ),
    Figure(
        name="children_who_came",
        title="Children who came into care in the year",
        definition="Children who became looked after in the year, other than only in short breaks. A child who came "
        "twice is one child, as they were the last time.",
        source=RETURN,
        table="children_who_came",
        who_is_counted="counts_the_child",
        bands=("age_band", "age", "sex", "ethnic_group", "need", "legal_status", "times"),
    ),
    Figure(
        name="times_children_came",
        title="Times children came into care in the year",
        definition="Each time a child became looked after in the year, other than only in short breaks.",
        source=RETURN,
        table="children_who_came",
        counts="times",
    ),
    Figure(
        name="children_who_left",
        title="Children who left care in the year",
        definition="Children who ceased to be looked after in the year, other than only in short breaks. A child who "
        "left twice is one child, with the reason of the last time.",
        source=RETURN,
        table="children_who_left",
        who_is_counted="counts_the_child",
        bands=("reason_group", "reason", "age_band", "age", "sex", "ethnic_group", "time_looked_after"),
    ),
    Figure(
        name="times_children_left",
        title="Times children left care in the year",
        definition="Each time a child ceased to be looked after in the year, other than only in short breaks.",
        source=RETURN,
        table="children_who_left",
        counts="times",
    ),
    Figure(
        name="children_looked_after_under_a_year",
        title="Children looked after for less than a year",
        definition=f"Children {LOOKED_AFTER}, whose period of care had begun fewer than 365 days before.",
        source=RETURN,
        table="children_at_year_end",
        who_is_counted="counted",
        met="under_a_year",
        is_share=False,
        bands=("age_band",),
        is_stock=True,
    ),
    Figure(
        name="children_looked_after_under_60_days",
        title="Children looked after for less than 60 days",
        definition=f"Children {LOOKED_AFTER}, whose period of care had begun fewer than 60 days before.",
        source=RETURN,
        table="children_at_year_end",
        who_is_counted="counted",
        met="under_60_days",
        is_share=False,
        bands=("age_band",),
        is_stock=True,
    ),
    Figure(
        name="children_placed_over_20_miles_away",
        title="Children placed more than 20 miles from home",
        definition=f"Of children {LOOKED_AFTER}, unaccompanied children left out, whose distance from home is "
        "recorded: those placed more than 20 miles away.",
        source=DISTANCES,
        table="children_at_year_end",
        who_is_counted="distance_counts",
        met="over_20_miles",
        bands=("age_band", "placement_group", "provider"),
        is_stock=True,
        more_is_better=False,
    ),
    Figure(
        name="children_placed_outside_the_boundary",
        title="Children placed outside the council's boundary",
        definition=f"Of children {LOOKED_AFTER}, where it is recorded: those placed outside the council's boundary.",
        source=DISTANCES,
        table="children_at_year_end",
        who_is_counted="location_counts",
        met="outside_the_boundary",
        bands=("age_band", "placement_group", "provider"),
        is_stock=True,
        more_is_better=False,
    ),
)

"""Whether children took part in the reviews of their own care."""

from holdfast.figures.figure import Figure

RETURN = "SSDA903 return, reviews"
REVIEWS = frozenset({"Episodes", "Reviews"})

FIGURES = (
    Figure(
        name="children_who_took_part_in_every_review",
        title="Children who took part in every review",
        definition="Of children looked after on 31 March for at least four weeks, short breaks left out, who were "
        "four or over at one review of theirs in the year at least: those who took part, or whose views were given, "
        "at every such review (none was PN7; a council may choose that PN4 fails too).",
        source="Participation indicator C63; " + RETURN,
        table="children_at_year_end",
        because="took_part_in_every_review_because",
        who_is_counted="aged_four_at_a_review",
        met="took_part_in_every_review",
        needs=REVIEWS,
        bands=("age_band", "sex", "ethnic_group", "legal_group", "placement_group"),
        more_is_better=True,
    ),
    Figure(
        name="reviews_with_the_child_there",
        title="Reviews the child came to",
        definition="Of the reviews held in the year of children aged four or over whose participation code is known: "
        "those the child attended (PN1 to PN4).",
        source=RETURN,
        table="reviews",
        because="child_was_there_because",
        counts="reviews",
        who_is_counted="aged_four",
        met="child_was_there",
        needs=REVIEWS,
        bands=("age_band", "kind", "quarter"),
        more_is_better=True,
    ),
)

"""How many reviews were held, and whether they were in time: of reviews, and of children, never mixed."""

from holdfast.figures.figure import Figure

RETURN = "SSDA903 return, reviews and episodes"
REVIEWS = frozenset({"Episodes", "Reviews"})

DUE = (
    "due by the law of the day: first within 20 working days of coming into care (28 days before 1 April 2011), second "
    "within 3 months of the first, later ones within 6 months; for a child placed for adoption 4 weeks, 3 months and "
    "6 months after placement"
)

FIGURES = (
    Figure(
        name="reviews_held",
        title="Reviews held in the year",
        definition="Reviews held from 1 April to 31 March. A review of several meetings is one, on the day it was "
        "completed; reviews of short breaks are left out.",
        source=RETURN,
        table="reviews",
        because="in_time_because",
        counts="reviews",
        needs=REVIEWS,
        bands=("kind", "participation_code", "quarter", "timeliness", "age_band"),
    ),
    Figure(
        name="first_reviews_held",
        title="First reviews held in the year",
        definition="Reviews held in the year that were the first of a period of care.",
        source=RETURN,
        table="reviews",
        because="in_time_because",
        counts="reviews",
        who_is_counted="is_first",
        needs=REVIEWS,
        bands=("quarter", "timeliness"),
    ),
    Figure(
        name="reviews_in_time",
        title="Reviews held in time",
        definition="Of the reviews held in the year that can be judged: those held on or before the day they were "
        f"{DUE}.",
        source=RETURN,
        table="reviews",
        because="in_time_because",
        counts="reviews",
        met="in_time",
        needs=REVIEWS,
        bands=("kind", "quarter", "age_band", "rule"),
        more_is_better=True,
    ),
    Figure(
        name="first_reviews_in_time",
        title="First reviews held in time",
        definition="Of the first reviews of a period of care held in the year: those held on or before their due day.",
        source=RETURN,
        table="reviews",
        because="in_time_because",
        counts="reviews",
        who_is_counted="is_first",
        met="in_time",
        needs=REVIEWS,
        bands=("quarter", "age_band"),
        more_is_better=True,
    ),
    Figure(
        name="reviews_held_late",
        title="Reviews held late",
        definition="Reviews held in the year after the day they were due, by how many days.",
        source=RETURN,
        table="reviews",
        because="in_time_because",
        counts="reviews",
        who_is_counted="was_late",
        needs=REVIEWS,
        bands=("days_late_band", "kind", "quarter", "rule"),
        more_is_better=False,
    ),
    Figure(
        name="children_with_all_reviews_in_time",
        title="Children with every review in time",
        definition="Of children looked after on 31 March for at least four weeks, short breaks left out: those for "
        "whom every review due or held in the year was in time. One late review fails the child.",
        source="National indicator 66; " + RETURN,
        table="children_at_year_end",
        because="all_reviews_in_time_because",
        who_is_counted="four_weeks",
        met="all_reviews_in_time",
        needs=REVIEWS,
        bands=("age_band", "sex", "ethnic_group", "legal_group", "placement_group", "time_looked_after"),
        more_is_better=True,
    ),
    Figure(
        name="reviews_overdue_at_year_end",
        title="Children whose review was overdue on 31 March",
        definition="Children looked after on 31 March whose next review was due on or before that day and had not "
        "been held by it.",
        source=RETURN,
        table="children_at_year_end",
        because="review_overdue_because",
        who_is_counted="counted",
        met="review_overdue",
        is_share=False,
        needs=REVIEWS,
        bands=("age_band", "placement_group"),
        more_is_better=False,
    ),
)

"""What is said in sentences about the reviews: in time or late and why, how children took part, how many there were?"""

from holdfast.reports.annual import findings
from holdfast.reports.annual.edition import Edition
from holdfast.reports.annual.paragraphs import Paragraphs, shown
from holdfast.reports.numbers import (
    FEWEST_FOR_A_PERCENTAGE,
    how_many,
    per_cent,
    whole,
)
from holdfast.reports.sentences import sentence


def timeliness_children(edition: Edition) -> Paragraphs:
    """Whether children had every review in time."""
    name = "children_with_all_reviews_in_time"
    said = shown(edition, name, "How many children had every review in time")
    return [f"{said[0]}{_target(edition, name)}", *said[1:]]


def timeliness_reviews(edition: Edition) -> Paragraphs:
    """Whether reviews were held in time, and the first ones above all."""
    said = shown(edition, "reviews_in_time", "How many reviews were held in time")
    first = sentence(edition.of("first_reviews_in_time"), edition.year)
    return [f"{said[0]}{_target(edition, 'reviews_in_time')}", *said[1:], *([first] if first else [])]


def workload(edition: Edition) -> Paragraphs:
    """How many reviews there were to hold, and when they fell."""
    said = [one for name in ("reviews_held", "first_reviews_held") if (one := sentence(edition.of(name), edition.year))]
    most = findings.largest(edition, "reviews_held", "quarter")
    if most and (most[1].numerator or 0) >= FEWEST_FOR_A_PERCENTAGE:
        said.append(f"The busiest quarter was {most[0]}, with {how_many(most[1].numerator or 0, 'review')}.")
    held, cared = edition.now("reviews_held"), edition.now("children_looked_after_in_the_year")
    if held is not None and cared is not None and (cared.numerator or 0) >= FEWEST_FOR_A_PERCENTAGE:
        each = (held.numerator or 0) / (cared.numerator or 1)
        said.append(f"For each child looked after at some time in the year that is {each:.1f} reviews.")
    return [" ".join(said)] if said else []


def participation(edition: Edition) -> Paragraphs:
    """Whether children took part, and whether they were there."""
    said = shown(edition, "children_who_took_part_in_every_review", "How many children took part in every review")
    there = sentence(edition.of("reviews_with_the_child_there"), edition.year)
    codes = edition.split("reviews_held", "participation_code")
    silent = codes.get("PN7")
    over_four = sum(count.numerator or 0 for code, count in codes.items() if code[:2] == "PN" and code != "PN0")
    told = [there] if there else []
    if silent is not None and not any(count.hidden for count in codes.values()) and over_four:
        share = f" ({per_cent(silent.numerator or 0, over_four)})" if over_four >= FEWEST_FOR_A_PERCENTAGE else ""
        told.append(
            f"At {whole(silent.numerator or 0)} of the {whole(over_four)} reviews of children aged four or over{share} "
            "the child neither came nor sent views."
            if silent.numerator
            else f"At every one of the {whole(over_four)} reviews of children aged four or over "
            "the child came or sent views."
        )
    return [*said, *([" ".join(told)] if told else [])]


def law_of_the_day(edition: Edition) -> Paragraphs:
    """The limits that applied in the year."""
    starts = int(edition.year[:4])
    first = "four weeks (28 days)" if starts < 2011 else "20 working days"
    judged = (
        "A review of several meetings counts on the day its last meeting was held."
        if edition.council.timeliness_judged_on == "completion"
        else "By this council’s choice a review of several meetings counts on the day of its first meeting."
    )
    said = (
        f"The limits are the law’s. A first review is due within {first} of the day the child came into care, a second "
        "within 3 months of the first, and each later one within 6 months of the one before. For a child placed for "
        f"adoption the clock starts afresh: 4 weeks, then 3 months, then every 6. {judged} The clock runs from the "
        "review that was held, early or late."
    )
    return [said]


def _target(edition: Edition, name: str) -> str:
    count, target = edition.now(name), edition.council.target_in_time
    if count is None or target is None or not count.denominator or not edition.stands(name, edition.year):
        return ""
    met = (count.numerator or 0) / count.denominator >= target - 1e-9
    return f" The council’s target of {target * 100:g} per cent was {'met' if met else 'not met'}."

"""What does a chart show, as the sentence that stands over it?"""

from holdfast.figures.figure import Count
from holdfast.reports.annual.edition import Edition
from holdfast.reports.numbers import FEWEST_FOR_A_PERCENTAGE, capital, listed, out_of, per_cent, plural, whole
from holdfast.reports.sentences import SAYINGS, Saying, count_in, direction
from holdfast.reports.words import NOT_KNOWN, value_in_words

_LIVED = {
    "foster care with another carer": "lived with foster carers who were not relatives or friends",
    "foster care with a relative or friend": "lived with relatives or friends as their foster carers",
    "foster care": "lived with foster carers",
    "with parents": "lived with their parents",
    "living independently": "lived independently",
    "children's home": "lived in a children’s home",
    "supported accommodation": "lived in supported accommodation",
    "placed for adoption": "were placed for adoption",
}
_LAW = {
    "care order": "were in care under a care order",
    "agreed with the family (section 20)": "were in care by agreement with the family, under section 20",
    "placement or freeing order": "had a placement or freeing order",
}
_TOOK_PART = {
    "PN1": "came and spoke for themselves",
    "PN2": "came, and an advocate spoke for them",
    "PN3": "came, and showed their views without speech",
    "PN4": "came, and gave no views",
    "PN5": "did not come, and an advocate spoke for them",
    "PN6": "did not come, and sent their views another way",
    "PN7": "did not come and sent no views",
}
_LEFT = {
    "went home": "went home to their family",
    "adopted": "were adopted",
    "special guardianship": "left to a special guardian",
    "independent living": "left to live on their own",
    "age assessment": "were found to be 18 or over",
}


def largest(edition: Edition, name: str, band: str, *, leaving_out: str = "") -> tuple[str, Count] | None:
    """The value of a band that most were in, and how many; None where it cannot be shown or several share the place."""
    known = {
        value: count
        for value, count in edition.split(name, band).items()
        if value.lower() not in (NOT_KNOWN, leaving_out.lower()) and not count.hidden and count.numerator
    }
    if not known or any(count.hidden for count in edition.split(name, band).values()):
        return None
    size = max(count.numerator or 0 for count in known.values())
    most = [value for value, count in known.items() if count.numerator == size]
    return (most[0], known[most[0]]) if len(most) == 1 else None


def _predicate(band: str, value: str) -> str:
    words = value_in_words(band, value)
    lower = words[:1].lower() + words[1:]
    if band in ("age", "age_band"):
        return f"were aged {words}" if words[:1].isdigit() else f"were {lower}"
    if band == "ethnic_group":
        return f"were recorded as {words}"
    if band == "placement_group":
        return _LIVED.get(lower, f"had the same kind of placement: {lower}")
    if band == "legal_group":
        return _LAW.get(lower, f"had the same legal status: {lower}")
    if band == "reason_group":
        return _LEFT.get(lower, f"left for the same reason: {lower}")
    if band == "need":
        return f"came because of {lower}" if lower == "abuse or neglect" else f"had the same main need: {lower}"
    if band == "time_looked_after":
        return f"had been looked after for {lower.replace(' and over', ' or more')}"
    if band == "days_late_band":
        return f"were late by {lower}"
    return f"were in one group: {lower}"


def of_bands(edition: Edition, name: str, band: str) -> str:
    """The finding of a count by a band: what most were, of how many; the bare title where that cannot be said."""
    counted, total = edition.of(name), edition.now(name)
    title = counted.figure.title if counted else name
    if total is None or total.numerator is None:
        return title
    if band == "age":
        return _half_were_older(edition, name, total.numerator) or title
    most = largest(edition, name, band, leaving_out="PN0")
    if most is None:
        return title
    value, count = most
    noun = SAYINGS.get(name, Saying("child", "", "")).noun
    part = out_of(count.numerator or 0, total.numerator, noun)
    if band == "participation_code":
        return f"Most often, in {part}, the child {_TOOK_PART.get(value, value_in_words(band, value).lower())}"
    if 2 * (count.numerator or 0) > total.numerator:
        return f"{capital(part)} {_predicate(band, value)}"
    return f"The largest group, {part}, {_predicate(band, value)}"


def _half_were_older(edition: Edition, name: str, total: int) -> str:
    split = edition.split(name, "age")
    if any(count.hidden for count in split.values()) or total < FEWEST_FOR_A_PERCENTAGE:
        return ""
    older = 0
    for age in sorted((value for value in split if value.isdigit()), key=int, reverse=True):
        older += split[age].numerator or 0
        if 2 * older >= total:
            half = "Half the children" if 2 * older == total else "More than half the children"
            return f"{half}, {older} of {total}, were aged {age} or over"
    return ""


def of_shares(edition: Edition, name: str, band: str) -> str:
    """The finding of a share by a band: where it was lowest and highest, of the groups of ten or more."""
    counted, saying = edition.of(name), SAYINGS.get(name)
    told = {
        value: count
        for value, count in edition.split(name, band).items()
        if not count.hidden
        and count.numerator is not None
        and (count.denominator or 0) >= FEWEST_FOR_A_PERCENTAGE
        and value.lower() not in (NOT_KNOWN, "cannot be told")
    }
    if counted is None or saying is None or len(told) < 2:
        return counted.figure.title if counted else name
    by_share = sorted(told, key=lambda value: (told[value].numerator or 0) / (told[value].denominator or 1))
    lowest, highest = by_share[0], by_share[-1]
    low, high = (per_cent(told[value].numerator or 0, told[value].denominator or 1) for value in (lowest, highest))
    about = f"{capital(plural(saying.noun))} {saying.many.format(day='31 March')}"
    if low == high:
        return f"{about} as often in each group ({low})"
    return f"{about} least often {_group(band, lowest)} ({low}), most often {_group(band, highest)} ({high})"


def _group(band: str, value: str) -> str:
    words = value_in_words(band, value)
    lower = words[:1].lower() + words[1:]
    if band == "kind":
        return f"among {lower}s"
    if band == "age_band":
        return f"among those aged {lower}" if words[:1].isdigit() else f"among those {lower}"
    if band == "quarter":
        return f"from {words}"
    return f"in the group “{lower}”"


def over_years(edition: Edition, names: tuple[str, ...]) -> str:
    """The finding of one figure over all the years shown, or of two or three since the year before."""
    if len(names) == 1:
        return _among_the_years(edition, names[0])
    said = [one for name in names if (one := moved(edition, name))]
    if said:
        return capital(", and ".join(said))
    titles = [counted.figure.title for name in names if (counted := edition.of(name))]
    return listed([title if at == 0 else title[:1].lower() + title[1:] for at, title in enumerate(titles)])


def _among_the_years(edition: Edition, name: str) -> str:
    counted, now = edition.of(name), edition.now(name)
    if counted is None:
        return name
    counts = [count for year in edition.years_of(name) if (count := count_in(counted, year)) is not None]
    title, saying, subject = counted.figure.title, SAYINGS.get(name), _SUBJECTS.get(name)
    if now is None or saying is None or subject is None or len(counts) < 2:
        return title
    values = [float(count.value or 0) for count in counts]
    here, others = values[-1], values[:-1]
    years = f"the {len(counts)} years shown"
    if now.denominator is None:
        said, most, least = f"{whole(now.numerator or 0)} {subject}", "most", "fewest"
        low, high = (whole(int(value)) for value in (min(values), max(values)))
    else:
        said, most, least = f"{capital(subject)}: {per_cent(now.numerator or 0, now.denominator)}", "highest", "lowest"
        low, high = (f"{int(100 * value + 0.5)}" for value in (min(values), max(values)))
    if here > max(others):
        return f"{said}, the {most} of {years}"
    if here < min(others):
        return f"{said}, the {least} of {years}"
    return f"{said}, between {low} and {high} over {years}" if low != high else f"{said}, the same in all of {years}"


_SUBJECTS = {
    "children_looked_after": "children were in care",
    "children_who_came": "children came into care",
    "children_who_left": "children left care",
    "reviews_held": "reviews were held",
    "first_reviews_held": "first reviews were held",
    "reviews_in_time": "reviews held in time",
    "first_reviews_in_time": "first reviews held in time",
    "children_with_all_reviews_in_time": "children with every review in time",
    "children_who_took_part_in_every_review": "children who took part in every review",
    "reviews_with_the_child_there": "reviews with the child there",
    "children_with_three_or_more_placements": "children with three or more placements",
    "children_in_a_stable_placement": "children settled for two years",
    "children_placed_over_20_miles_away": "children more than 20 miles from home",
    "children_placed_outside_the_boundary": "children outside the council’s area",
    "children_who_went_missing": "children who went missing",
}


def moved(edition: Edition, name: str) -> str:
    """What became of a figure since the year before, as a clause: "reviews held in time fell from 93 per cent to …"."""
    now, before, subject = edition.now(name), edition.before(name), _SUBJECTS.get(name)
    if now is None or before is None or subject is None:
        return ""
    went = direction(now, before)
    if now.denominator is None or before.denominator is None:
        if now.numerator == before.numerator:
            return f"as many {subject} as the year before ({now.numerator})"
        many = {"up": "more", "down": "fewer", "same": "about as many"}[went]
        return f"{many} {subject} ({before.numerator} then {now.numerator})"
    if min(now.denominator, before.denominator) < FEWEST_FOR_A_PERCENTAGE:
        return ""
    was, now_is = (per_cent(count.numerator or 0, count.denominator or 1) for count in (before, now))
    if went == "same":
        return (
            f"{subject} stayed at {now_is}"
            if was == now_is
            else f"{subject} stayed about the same ({was} then {now_is})"
        )
    return f"{subject} {'rose' if went == 'up' else 'fell'} from {was} to {now_is}"

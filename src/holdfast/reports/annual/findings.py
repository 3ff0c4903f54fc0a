"""What does a chart show, as the sentence that stands over it?"""

from holdfast.figures.figure import Count
from holdfast.reports.annual.edition import Edition
from holdfast.reports.annual.phrases import among, predicate
from holdfast.reports.comparing import count_in, direction, stands
from holdfast.reports.numbers import FEWEST_FOR_A_PERCENTAGE, capital, listed, out_of, per_cent, plural, whole
from holdfast.reports.sentences import SAYINGS, Saying
from holdfast.reports.words import NOT_KNOWN


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
        return f"Most often, in {part}, {predicate(band, value)}"
    if band in ("quarter", "kind"):
        return f"{capital(part)} {predicate(band, value)}"
    if 2 * (count.numerator or 0) >= total.numerator:
        return f"{capital(part)} {predicate(band, value)}"
    return f"The largest group, {part}, {predicate(band, value)}"


def all_in_one(edition: Edition, name: str, band: str) -> str:
    """That everybody counted was in one and the same group, which no table says better; "" where they were not."""
    total, most = edition.now(name), largest(edition, name, band)
    if total is None or total.denominator is not None or most is None or most[1].numerator != total.numerator:
        return ""
    return of_bands(edition, name, band)


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
        and stands(count)
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
    return f"{about} most often {among(band, highest)} ({high}), least often {among(band, lowest)} ({low})"


def over_years(edition: Edition, names: tuple[str, ...]) -> str:
    """The finding of one figure, or of two or three, over all the years that may be compared."""
    if len(names) == 1:
        return _among_the_years(edition, names[0])
    ranges = [_range_of(edition, name) for name in names]
    if all(ranges):
        return f"Over the years shown, {', and '.join(ranges)}"
    titles = [counted.figure.title for name in names if (counted := edition.of(name))]
    return listed([title if at == 0 else title[:1].lower() + title[1:] for at, title in enumerate(titles)])


def standing_years(edition: Edition, name: str) -> list[str]:
    """The years shown of a figure that may be compared with each other."""
    counted = edition.of(name)
    return [
        year for year in edition.years_of(name) if count_in(counted, year) is not None and edition.stands(name, year)
    ]


def _range_of(edition: Edition, name: str) -> str:
    counted, subject = edition.of(name), _SUBJECTS.get(name)
    counts = [one for year in standing_years(edition, name) if (one := count_in(counted, year)) is not None]
    if subject is None or len(counts) < 2:
        return ""
    lowest, highest = (pick(counts, key=lambda count: count.value or 0) for pick in (min, max))
    if lowest.denominator is None or highest.denominator is None:
        low, high = whole(lowest.numerator or 0), whole(highest.numerator or 0)
        return f"between {low} and {high} {subject}" if low != high else f"{low} {subject} each year"
    low, high = (per_cent(count.numerator or 0, count.denominator or 1) for count in (lowest, highest))
    if low == high:
        return f"{subject} stayed at {low}"
    return f"{subject} were between {low.removesuffix(' per cent')} and {high}"


def _among_the_years(edition: Edition, name: str) -> str:
    counted, now = edition.of(name), edition.now(name)
    if counted is None:
        return name
    if not edition.stands(name, edition.year):
        return counted.figure.title
    counts = [one for year in standing_years(edition, name) if (one := count_in(counted, year)) is not None]
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
        low, high = (f"{int(100 * value + 0.5)} per cent" for value in (min(values), max(values)))
        low = low.removesuffix(" per cent")
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
    now, before, subject = edition.now(name), edition.compared_with(name), _SUBJECTS.get(name)
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

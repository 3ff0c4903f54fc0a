"""Which children are counted, and what each child's row says: at the year's end, in the year, coming and leaving."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from holdfast.council import Council
from holdfast.figures.judging import bands
from holdfast.figures.judging.person import Words, given
from holdfast.figures.judging.reviews import because as review_because
from holdfast.figures.judging.rows import NOT_KNOWN, Came, ChildAtYearEnd, ChildInYear, Left, TimeMissing
from holdfast.rules.answers import Answer, ReviewJudged, day_in_words
from holdfast.rules.facts import (
    SHORT_BREAKS,
    Child,
    Episode,
    Missing,
    PeriodOfCare,
    age_on,
    year_ends_on,
    year_name,
    year_of,
    year_starts_on,
)
from holdfast.rules.reviews.measures import all_reviews_in_time
from holdfast.rules.reviews.participation import took_part_in_every_review
from holdfast.rules.stability import (
    LONG_TERM_UNDER_AGE,
    Placement,
    had_three_or_more_placements,
    is_in_a_lasting_placement,
    looked_after_long,
    placements_in_year,
)

FOUR_WEEKS = timedelta(days=28)
FAR_MILES = 20
FIRST_AGE_THAT_TAKES_PART = 4


def at_year_end(
    child_id: str,
    child: Child | None,
    episode: Episode,
    spells: Sequence[PeriodOfCare],
    reviews: Sequence[ReviewJudged],
    placements: Sequence[Placement],
    *,
    year: int,
    reviews_told: bool,
    council: Council,
    words: Words,
) -> ChildAtYearEnd:
    """The row of a child whose `episode` covers 31 March of the year; `reviews` are those of all their spells."""
    last_day = year_ends_on(year)
    in_short_breaks = episode.legal_status in SHORT_BREAKS
    spell = next((one for one in spells if one.known_from <= last_day < (one.ends_on or date.max)), None)
    starts_on = spell.starts_on if spell else None
    known_from = spell.known_from if spell else episode.starts_on
    age, age_band = words.age(child, last_day)
    unaccompanied = bool(child and child.unaccompanied and (child.unaccompanied_until or date.max) > last_day)
    days = (last_day - (starts_on or known_from)).days
    count = placements_in_year(placements, year)
    long_term = spell is not None and age not in (NOT_KNOWN, "") and int(age) < LONG_TERM_UNDER_AGE
    long = looked_after_long(spell, last_day) if spell and long_term else Answer.NO
    four_weeks = not in_short_breaks and known_from + FOUR_WEEKS <= last_day
    took_part = _took_part(child, reviews, year, council) if reviews_told else None
    return ChildAtYearEnd(
        year_name(year),
        child_id,
        not in_short_breaks,
        in_short_breaks,
        age,
        age_band,
        words.sex(year, child.sex) if child and child.sex else NOT_KNOWN,
        given(child.ethnicity) if child else NOT_KNOWN,
        words.group("ethnicity", child.ethnicity) if child else NOT_KNOWN,
        given(episode.legal_status),
        words.group("legal_status", episode.legal_status),
        given(episode.placement),
        words.group("placement", episode.placement),
        given(episode.provider),
        given(episode.location),
        bands.distance_band(episode.distance_miles),
        given(episode.need),
        "yes" if unaccompanied else "no",
        bands.time_looked_after(starts_on, known_from, last_day),
        starts_on,
        *_shorter_than(365, "a year", starts_on, days),
        *_shorter_than(60, "60 days", starts_on, days),
        not in_short_breaks and not unaccompanied,
        *_far_away(episode.distance_miles),
        not in_short_breaks,
        *_outside(episode.location),
        count,
        *had_three_or_more_placements(count),
        long_term and long is not Answer.NO,
        *_stable(long, placements, last_day),
        four_weeks,
        *_in_time(reviews, year, reviews_told),
        *_overdue(reviews, last_day, reviews_told),
        four_weeks and took_part is not None,
        *(took_part or (Answer.CANNOT_BE_TOLD, "no review at which the child was four or over")),
    )


def _shorter_than(limit: int, words: str, starts_on: date | None, days: int) -> tuple[str, str]:
    """Whether looked after for fewer days than that; an unknown start still says "no" once the days on record do."""
    if starts_on is None:
        if days >= limit:
            return "no", f"looked after for {words} or more: on record for {days} days, and since before that"
        return "cannot be told", "the records begin after the child came"
    return ("yes" if days < limit else "no"), f"looked after since {day_in_words(starts_on)}, {days} days"


def _far_away(miles: float | None) -> tuple[str, str]:
    if miles is None:
        return "cannot be told", "no distance is recorded"
    return ("yes" if miles > FAR_MILES else "no"), f"{miles:g} miles from home"


def _outside(location: str) -> tuple[str, str]:
    if location == "OUT":
        return "yes", "placed outside the boundary"
    if location == "IN":
        return "no", "placed inside the boundary"
    return "cannot be told", "whether inside the boundary is not recorded"


def _stable(long: Answer, placements: Sequence[Placement], last_day: date) -> tuple[Answer, str]:
    if long is Answer.CANNOT_BE_TOLD:
        return long, "whether looked after for two and a half years is not on record"
    return is_in_a_lasting_placement(placements, last_day)


def _in_time(reviews: Sequence[ReviewJudged], year: int, told: bool) -> tuple[Answer, str]:
    if not told:
        return Answer.CANNOT_BE_TOLD, "the year's reviews were not supplied"
    return all_reviews_in_time(reviews, year_starts_on=year_starts_on(year), year_ends_on=year_ends_on(year))


def _overdue(reviews: Sequence[ReviewJudged], last_day: date, told: bool) -> tuple[Answer, str]:
    if not told:
        return Answer.CANNOT_BE_TOLD, "the year's reviews were not supplied"
    for one in reviews:
        if one.review is None or one.review.held_on > last_day:
            if one.due.on is not None and one.due.on <= last_day:
                return Answer.YES, f"a review was due {day_in_words(one.due.on)}; {review_because(one)}"
            return Answer.NO, "no review was due and not held"
    return Answer.NO, "no review was due and not held"


def _took_part(
    child: Child | None, reviews: Iterable[ReviewJudged], year: int, council: Council
) -> tuple[Answer, str] | None:
    """Whether the child took part in every review of the year at which they were four or over; None without one."""
    first, last = year_starts_on(year), year_ends_on(year)
    held = [
        one.review
        for one in reviews
        if one.review is not None
        and first <= one.review.held_on <= last
        and (child is None or age_on(one.review.held_on, child.born_on) >= FIRST_AGE_THAT_TAKES_PART)
    ]
    answer = took_part_in_every_review(
        [review.participation_code for review in held], silent_attendance_fails=council.silent_attendance_fails
    )
    if answer is None:
        return None
    listed = ", ".join(f"{review.participation_code or 'no code'} on {day_in_words(review.held_on)}" for review in held)
    return answer, listed


def in_year(
    child_id: str, child: Child | None, missing: Sequence[Missing], *, year: int, missing_told: bool, words: Words
) -> ChildInYear:
    """The row of a child looked after at some time in the year."""
    first, last = year_starts_on(year), year_ends_on(year)
    _, age_band = words.age(child, last)
    times = sum(one.kind == "M" and first <= one.starts_on <= last for one in missing)
    counted = "once" if times == 1 else f"{times} times"
    return ChildInYear(
        year_name(year),
        child_id,
        age_band,
        words.sex(year, child.sex) if child and child.sex else NOT_KNOWN,
        words.group("ethnicity", child.ethnicity) if child else NOT_KNOWN,
        missing_told,
        "yes" if times else "no",
        f"missing {counted} in the year" if times else "not recorded as missing",
        times,
    )


def times_missing(child_id: str, missing: Iterable[Missing], spells: Sequence[PeriodOfCare]) -> Iterable[TimeMissing]:
    """The rows of the times a child was missing or away while looked after."""
    for one in missing:
        if any(spell.covers(one.starts_on) for spell in spells):
            yield TimeMissing(
                year_name(year_of(one.starts_on)),
                child_id,
                one.starts_on,
                one.ends_on,
                given(one.kind),
                one.kind == "M",
            )


def comings(
    child_id: str, child: Child | None, spells: Sequence[PeriodOfCare], *, years: frozenset[int], words: Words
) -> Iterable[Came]:
    """The rows of the times a child became looked after in one of the years."""
    known = [(spell, year_of(spell.starts_on)) for spell in spells if spell.starts_on is not None]
    known = [(spell, year) for spell, year in known if year in years]
    if not known:
        return
    times = Counter(year for _, year in known)
    seen: Counter[int] = Counter()
    for spell, year in known:
        seen[year] += 1
        age, age_band = words.age(child, spell.known_from)
        episode = spell.episodes[0]
        yield Came(
            year_name(year),
            child_id,
            spell.known_from,
            seen[year] == times[year],
            age,
            age_band,
            words.sex(year, child.sex) if child and child.sex else NOT_KNOWN,
            words.group("ethnicity", child.ethnicity) if child else NOT_KNOWN,
            given(episode.need),
            given(episode.legal_status),
            str(times[year]),
        )


def leavings(
    child_id: str, child: Child | None, spells: Sequence[PeriodOfCare], *, years: frozenset[int], words: Words
) -> Iterable[Left]:
    """The rows of the times a child ceased to be looked after in one of the years."""
    ended = [(spell, spell.ends_on, year_of(spell.ends_on)) for spell in spells if spell.ends_on is not None]
    ended = [each for each in ended if each[2] in years]
    if not ended:
        return
    times = Counter(year for _, _, year in ended)
    seen: Counter[int] = Counter()
    for spell, left_on, year in ended:
        seen[year] += 1
        age, age_band = words.age(child, left_on)
        yield Left(
            year_name(year),
            child_id,
            left_on,
            seen[year] == times[year],
            age,
            age_band,
            words.sex(year, child.sex) if child and child.sex else NOT_KNOWN,
            words.group("ethnicity", child.ethnicity) if child else NOT_KNOWN,
            given(spell.reason_ended),
            words.group("reason_ended", spell.reason_ended),
            bands.time_looked_after(spell.starts_on, spell.known_from, left_on),
        )

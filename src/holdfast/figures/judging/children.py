"""Which children are counted, and what each child's row says: at the year's end, in the year, coming and leaving."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from holdfast.council import Council
from holdfast.figures.judging import bands
from holdfast.figures.judging.judged import Row
from holdfast.figures.judging.person import Words, distance, from_to, given, in_words, since
from holdfast.rules.answers import Answer, ReviewJudged, day_in_words
from holdfast.rules.facts import (
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
from holdfast.rules.reviews.measures import all_reviews_in_time, is_overdue
from holdfast.rules.reviews.participation import took_part_in_every_review
from holdfast.rules.spells import MOVED_TO_SHORT_BREAKS
from holdfast.rules.stability import (
    LONG_TERM_UNDER_AGE,
    Placement,
    had_three_or_more_placements,
    is_in_a_lasting_placement,
    looked_after_long,
    placements_in_year,
)

FOUR_WEEKS = timedelta(days=28)
FIRST_AGE_THAT_TAKES_PART = 4
MISSING = "M"
MOVED_TO_SHORT_BREAKS_IN_WORDS = "moved to a series of short breaks"
UNACCOMPANIED = {
    True: ("yes", "recorded as an unaccompanied asylum-seeking child"),
    False: ("no", "not recorded as an unaccompanied asylum-seeking child"),
}
NO_REVIEW_AT_FOUR = (Answer.CANNOT_BE_TOLD, "no review at which the child was four or over")


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
) -> Row:
    """The row (`rows.ChildAtYearEnd`) of a child whose `episode` covers 31 March of the year.

    `reviews` are those of all their spells.
    """
    last_day = year_ends_on(year)
    care = words.care(episode)
    spell = _on(spells, last_day)
    starts_on, known_from = (spell.starts_on, spell.known_from) if spell else (None, episode.starts_on)
    age = words.age(child, last_day)
    unaccompanied = bool(child and child.unaccompanied and (child.unaccompanied_until or date.max) > last_day)
    long_term = spell is not None and age.years is not None and age.years < LONG_TERM_UNDER_AGE
    long = looked_after_long(spell, last_day) if spell and long_term else Answer.NO
    count = placements_in_year(placements, year)
    counted = not care.in_short_breaks
    four_weeks = counted and known_from + FOUR_WEEKS <= last_day
    took_part = _took_part(child, reviews, year, council) if reviews_told else None
    return (
        year_name(year),
        child_id,
        counted,
        age,
        words.who(child, year),
        care,
        since(starts_on, known_from, last_day),
        distance(episode.distance_miles),
        counted and not unaccompanied,
        *UNACCOMPANIED[unaccompanied],
        count,
        *had_three_or_more_placements(count),
        long_term and long is not Answer.NO,
        *_stable(long, placements, last_day),
        four_weeks,
        *_in_time(reviews, year, reviews_told),
        *_overdue(reviews, last_day, reviews_told),
        four_weeks and took_part is not None,
        *(took_part or NO_REVIEW_AT_FOUR),
    )


def _on(spells: Sequence[PeriodOfCare], day: date) -> PeriodOfCare | None:
    for spell in spells:
        if spell.known_from <= day and (spell.ends_on is None or spell.ends_on > day):
            return spell
    return None


def _stable(long: Answer, placements: Sequence[Placement], last_day: date) -> tuple[Answer, str]:
    if long is Answer.NO:
        return long, "looked after for less than two and a half years, or 16 or over"
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
    return is_overdue(reviews, on=last_day)


def _took_part(
    child: Child | None, reviews: Sequence[ReviewJudged], year: int, council: Council
) -> tuple[Answer, str] | None:
    """Whether the child took part in every review of the year at which they were four or over; None without one."""
    if not reviews:
        return None
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
    child_id: str,
    child: Child | None,
    spells: Sequence[PeriodOfCare],
    missing: Sequence[Missing],
    *,
    year: int,
    missing_told: bool,
    words: Words,
) -> Row:
    """The row (`rows.ChildInYear`) of a child looked after at some time in the year, in those spells."""
    who = words.who(child, year)
    times = 0
    if missing:
        first, last = year_starts_on(year), year_ends_on(year)
        times = sum(one.kind == MISSING and first <= one.starts_on <= last for one in missing)
    return (
        year_name(year),
        child_id,
        "looked after " + ", and ".join([from_to(spell.starts_on, spell.ends_on) for spell in spells]),
        words.age(child, year_ends_on(year)).age_band,
        who.sex,
        who.ethnic_group,
        missing_told,
        *_missing(times),
        times,
    )


@cache
def _missing(times: int) -> tuple[str, str]:
    if not times:
        return "no", "not recorded as missing"
    return "yes", f"missing {'once' if times == 1 else f'{times} times'} in the year"


def times_missing(child_id: str, missing: Iterable[Missing], spells: Sequence[PeriodOfCare]) -> Iterable[Row]:
    """The rows (`rows.TimeMissing`) of the times a child was missing or away while looked after."""
    for one in missing:
        if any(spell.covers(one.starts_on) for spell in spells):
            year = year_name(year_of(one.starts_on))
            because = f"{in_words('missing', one.kind)} {from_to(one.starts_on, one.ends_on)}"
            yield year, child_id, one.starts_on, one.ends_on, because, given(one.kind), one.kind == MISSING


def comings(
    child_id: str, child: Child | None, spells: Sequence[PeriodOfCare], *, years: frozenset[int], words: Words
) -> Iterable[Row]:
    """The rows (`rows.Came`) of the times a child became looked after in one of the years."""
    came = [(spell, _year(spell.starts_on)) for spell in spells if spell.starts_on is not None]
    for spell, year, times, is_last in _times([each for each in came if each[1] in years]):
        age = words.age(child, spell.known_from)
        who = words.who(child, year)
        episode = spell.episodes[0]
        yield (
            year_name(year),
            child_id,
            spell.known_from,
            f"became looked after {day_in_words(spell.known_from)}: {in_words('legal_status', episode.legal_status)}",
            is_last,
            age.age,
            age.age_band,
            who.sex,
            who.ethnic_group,
            given(episode.need),
            given(episode.legal_status),
            str(times),
        )


def leavings(
    child_id: str, child: Child | None, spells: Sequence[PeriodOfCare], *, years: frozenset[int], words: Words
) -> Iterable[Row]:
    """The rows (`rows.Left`) of the times a child ceased to be looked after in one of the years."""
    left = [(spell, _year(spell.ends_on)) for spell in spells if spell.ends_on is not None]
    for spell, year, _, is_last in _times([each for each in left if each[1] in years]):
        left_on = spell.ends_on
        assert left_on is not None  # noqa: S101 - only spells that ended are here
        age = words.age(child, left_on)
        who = words.who(child, year)
        yield (
            year_name(year),
            child_id,
            left_on,
            f"left {day_in_words(left_on)}: {_why_left(spell.reason_ended)}",
            is_last,
            age.age,
            age.age_band,
            who.sex,
            who.ethnic_group,
            given(spell.reason_ended),
            words.group("reason_ended", spell.reason_ended),
            bands.time_looked_after(spell.starts_on, spell.known_from, left_on),
        )


_year = cache(year_of)


def _why_left(reason: str) -> str:
    return MOVED_TO_SHORT_BREAKS_IN_WORDS if reason == MOVED_TO_SHORT_BREAKS else in_words("reason_ended", reason)


def _times(dated: Sequence[tuple[PeriodOfCare, int]]) -> Iterable[tuple[PeriodOfCare, int, int, bool]]:
    """Each spell with its year, how many there are in that year, and whether it is the last of them."""
    if len(dated) == 1:
        yield *dated[0], 1, True
    if len(dated) <= 1:
        return
    times = Counter(year for _, year in dated)
    seen: Counter[int] = Counter()
    for spell, year in dated:
        seen[year] += 1
        yield spell, year, times[year], seen[year] == times[year]

"""How is a whole council invented: who comes when, who is there at the end, and in which year do reviews slip?"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from holdfast.drawing.careers import draw_care, off_first_of_april
from holdfast.drawing.coding import recoded
from holdfast.drawing.life import Care, Life, Missed, Town
from holdfast.drawing.meetings import hold_reviews
from holdfast.drawing.people import family, is_still_a_child
from holdfast.rules.facts import age_on, year_ends_on, year_of, year_starts_on

LONGEST_IN_CARE = 18 * 365
COMES_BACK = 0.12
LATE_USUALLY = 0.06
LATE_IN_A_BAD_YEAR = 0.17
FIRST_CHILD_ID = 100_000


class DrawingError(ValueError):
    """What was asked for cannot be drawn; the message says why in words."""


def invent_town(*, name: str, children: int, years: int, ending: int, seed: int) -> Town:
    """Invent a council that looks after exactly `children` on the 31 March that closes the year `ending`.

    `years` returns are drawn, the last of them for the year begun on 1 April of `ending`. The same seed and wishes
    always give the same council. DrawingError when the wishes make no sense.
    """
    refuse_nonsense(children=children, years=years, ending=ending)
    rng = Random(f"{seed}/{children}/{years}/{ending}")
    returns = tuple(range(ending - years + 1, ending + 1))
    last_day = year_ends_on(ending)
    lives = _comers(rng, children, returns)
    lives = _exactly(rng, lives, children, last_day)
    lives.sort(key=lambda life: (life.cares[0].starts_on, life.ethnicity))
    days_late = lateness(rng, returns)
    for number, life in enumerate(lives):
        life.child_id = str(FIRST_CHILD_ID + seed * 7919 % 400_000 + number)
        for care in life.cares:
            care.stays = recoded(care.stays, care.ends_on)
            hold_reviews(rng, life, care, from_year=returns[0], until=last_day, days_late=days_late)
        life.missed = _goes_missing(rng, life, returns)
    return Town(name, returns, tuple(lives))


def refuse_nonsense(*, children: int, years: int, ending: int) -> None:
    """DrawingError for a number of children, of years or a last year that no council could have."""
    if not 1 <= children <= 200_000:
        raise DrawingError(f"cannot draw a council of {children} children; expected from 1 to 200000")
    if not 2 <= years <= 20:
        raise DrawingError(f"cannot draw {years} years; expected from 2 (the first is needed to judge the last) to 20")
    if not 2000 <= ending <= 2060:
        raise DrawingError(f"cannot draw a return for the year begun in April {ending}; expected one from 2000 to 2060")


def lateness(rng: Random, years: tuple[int, ...]) -> Callable[[date], int]:
    """How late reviews due on a day are held: a bad year in the middle, worse each summer, mostly by a few days."""
    bad = years[len(years) // 2] if len(years) > 2 else years[-1]
    chance = {year: LATE_USUALLY * rng.uniform(0.7, 1.3) for year in years}
    chance[bad] = LATE_IN_A_BAD_YEAR
    if bad + 1 in chance:
        chance[bad + 1] = (LATE_IN_A_BAD_YEAR + LATE_USUALLY) / 2
    settled_in = date(years[0], 10, 1)

    def days_late(due: date) -> int:
        if due < settled_in:
            return 0
        summer = 1.7 if due.month in (7, 8, 9) else 0.85
        if rng.random() >= chance.get(year_of(due), 0.0) * summer:
            return 0
        return 1 + min(int(rng.expovariate(1 / 7.5)), 75)

    return days_late


def _comers(rng: Random, children: int, years: tuple[int, ...]) -> list[Life]:
    """The children who came over the eighteen years before the last day and were still there when the returns begin."""
    first_day, last_day = year_starts_on(years[0]), year_ends_on(years[-1])
    each_year = children / _usual_years_in_care(rng, first_day)
    lives: list[Life] = []
    day = float((first_day - timedelta(days=LONGEST_IN_CARE)).toordinal())
    while day < last_day.toordinal():
        on = off_first_of_april(date.fromordinal(int(day)))
        wave = 1 + 0.06 * ((on.year * 7) % 5 - 2) / 2
        arrived = _arrive(rng, on, first_day, last_day)
        lives += [life for life in arrived if life.cares]
        day += rng.expovariate(each_year * wave / 365.25) * max(len(arrived), 1)
    return lives


def _usual_years_in_care(rng: Random, first_day: date) -> float:
    """The mean length of a child's time in care, tried on a few hundred children of the same kinds."""
    days, count = 0, 0
    for _ in range(400):
        for life, how in family(rng, first_day):
            if how != "short breaks" and is_still_a_child(life, first_day):
                care = draw_care(rng, born_on=life.born_on, starts_on=first_day, how=how)
                days += (care.ends_on - first_day).days if care.ends_on else 0
                count += 1
    return days / count / 365.25


def _arrive(rng: Random, on: date, first_day: date, last_day: date) -> list[Life]:
    """Those who come together on the day; `cares` stays empty for who had left before the returns begin."""
    if on > last_day:
        return []
    arrived = []
    for life, how in family(rng, on):
        if not is_still_a_child(life, on):
            continue
        life.cares = _times_in_care(rng, life, on, how, first_day, last_day)
        arrived.append(life)
    return arrived


def _times_in_care(rng: Random, life: Life, on: date, how: str, first_day: date, last_day: date) -> list[Care]:
    cares = [draw_care(rng, born_on=life.born_on, starts_on=on, how=how)]
    left_on = cares[0].ends_on
    if left_on and cares[0].reason_ended in ("E4A", "E4B") and rng.random() < COMES_BACK:
        back_on = off_first_of_april(max(year_starts_on(year_of(left_on) + 1), left_on + timedelta(days=60)))
        back_on += timedelta(days=int(rng.expovariate(1 / 200)) + 1)
        if (back_on.month, back_on.day) != (4, 1) and back_on <= last_day and is_still_a_child(life, back_on):
            again = "teenager" if age_on(back_on, life.born_on) > 12 else "proceedings"
            cares.append(draw_care(rng, born_on=life.born_on, starts_on=back_on, how=again))
    return [care for care in cares if care.ends_on is None or care.ends_on >= first_day]


def _exactly(rng: Random, lives: list[Life], children: int, last_day: date) -> list[Life]:
    """Take away or add children so that exactly so many are looked after on the last day."""
    there = [life for life in lives if life.care_on(last_day)]
    surplus = len(there) - children
    if surplus > 0:
        gone = {id(life) for life in rng.sample(there, surplus)}
        return [life for life in lives if id(life) not in gone]
    added: list[Life] = []
    while len(added) < -surplus:
        on = off_first_of_april(last_day - timedelta(days=rng.randrange(30, 1200)))
        added += [life for life in _arrive(rng, on, last_day, last_day) if life.care_on(last_day)]
    return lives + added[: max(-surplus, 0)]


def _goes_missing(rng: Random, life: Life, years: tuple[int, ...]) -> list[Missed]:
    """Some teenagers are missing, a few of them again and again, mostly for a night or two."""
    missed: list[Missed] = []
    for care in life.cares:
        if care.is_short_breaks or rng.random() > 0.16:
            continue
        again = rng.choice((40, 90, 200))
        day = max(care.starts_on, life.born_on + timedelta(days=4600), year_starts_on(years[0]))
        last_day = min(care.ends_on or year_ends_on(years[-1]), year_ends_on(years[-1]))
        while True:
            day += timedelta(days=1 + int(rng.expovariate(1 / again)))
            back = day + timedelta(days=1 + min(int(rng.expovariate(0.8)), 12))
            if back >= last_day or len(missed) > 14:
                break
            missed.append(Missed("M" if rng.random() < 0.8 else "A", day, back))
            day = back
    return missed

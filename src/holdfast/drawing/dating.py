"""On which days did a sketched child come, move and leave, and where exactly did they live?"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from holdfast.drawing.ages import quota
from holdfast.drawing.careers import eighteenth_birthday
from holdfast.drawing.life import Care, Life, Stay
from holdfast.drawing.people import ETHNICITIES, NEEDS
from holdfast.drawing.placements import lodged, one_of
from holdfast.drawing.population import Flow, Sketch, under_four_weeks
from holdfast.drawing.totals import Totals
from holdfast.drawing.town import DrawingError

A_DAY = timedelta(days=1)
FOUR_WEEKS, SIXTY_DAYS = 28, 60
SHORT_PASSING, LONG_PASSING = (2, 15), (45, 150)
MANY_PLACEMENTS = 3


@dataclass(slots=True, eq=False)
class Drawn:
    """A sketched child with dates. `has_first` says whether the first review is to be held before the last day.

    It is None where the law alone decides that.
    """

    sketch: Sketch
    life: Life
    days_at_the_end: int | None
    has_first: bool | None = None

    @property
    def care(self) -> Care:
        """The one time in care of a child drawn to totals."""
        return self.life.cares[0]


def date_them(rng: Random, totals: Totals, years: list[Flow], sketches: list[Sketch], *, late: float) -> list[Drawn]:
    """Give every sketched child days that keep to the totals; `late` from 0 to 1 makes the last year's come later."""
    spans = _comers_days(rng, totals, years, late)
    newest_firsts, passing_firsts, carried = _who_has_first(rng, totals, years, spans)
    new = [child for child in sketches if child.first == len(years)]
    rng.shuffle(new)
    young_there = sum(not child.left and child.age_at(len(years)) < 4 for child in sketches)
    new = _young_among_the_newest(rng, totals, years, new, young_there)
    days_of = {id(child): days for child, days in zip(new, spans, strict=True)}
    waiting = _waiting_a_year_ago(rng, years, sketches, carried)
    drawn = []
    for child in sketches:
        days = days_of.get(id(child))
        has_first: bool | None = None
        if days is not None and days < FOUR_WEEKS:
            has_first = days in newest_firsts
            if has_first:
                newest_firsts.remove(days)
        if id(child) in waiting:
            days = rng.randrange(3, 13)
        passes_last = child.first is None and child.last == len(years)
        if passes_last:
            has_first = passing_firsts > 0
            passing_firsts -= 1
        drawn.append(_dated(rng, totals, child, days, has_first))
    _many_placements(rng, totals, drawn)
    _places(rng, totals, drawn)
    _who_they_are(rng, totals, drawn)
    return drawn


def _comers_days(rng: Random, totals: Totals, years: list[Flow], late: float) -> list[int]:
    """How many days each of those who came in the last year, and stayed, had been there: fewest first."""
    new = years[-1].new
    weeks = min(under_four_weeks(totals, years[-1]), new)
    sixty = min(totals.numbers.get("under_60_days", weeks + (new - weeks) // 9), new)
    spread = [rng.random() ** (1 + 2 * late) for _ in range(new - sixty)]
    days = [rng.randrange(FOUR_WEEKS) for _ in range(weeks)]
    days += [rng.randrange(FOUR_WEEKS, SIXTY_DAYS) for _ in range(max(sixty - weeks, 0))]
    days += [SIXTY_DAYS + int(share * (363 - SIXTY_DAYS)) for share in spread]
    return sorted(days)


def _who_has_first(rng: Random, totals: Totals, years: list[Flow], spans: list[int]) -> tuple[list[int], int, int]:
    """Which of the newest (by days there), how many passing through and how many of a year ago had a first review."""
    weeks = [at for at, days in enumerate(spans) if days < FOUR_WEEKS]
    settled, passing = len(spans) - len(weeks), years[-1].passing
    wanted = totals.numbers.get("first_reviews_held")
    if wanted is None:
        return [], passing // 3, 0
    need = wanted - settled
    if need < 0:
        raise DrawingError(
            f"first_reviews_held {wanted}: {settled} children there for four weeks came in the last year, "
            "and each of them must have had one"
        )
    from_passing = min(passing, need)
    early = min(need - from_passing, len(weeks))
    for at in weeks[::-1][:early]:
        spans[at] = max(spans[at], rng.randrange(14, FOUR_WEEKS))
    chosen = sorted((spans[at] for at in weeks), reverse=True)[:early]
    return chosen, from_passing, need - from_passing - early


def _waiting_a_year_ago(rng: Random, years: list[Flow], sketches: list[Sketch], wanted: int) -> set[int]:
    """Children who came so shortly before the last year that their first review was held in it."""
    can = [id(child) for child in sketches if child.first == len(years) - 1 and child.first and not child.left]
    if wanted > len(can):
        raise DrawingError(f"first_reviews_held: {wanted - len(can)} more than the children who came could have had")
    return set(rng.sample(can, wanted))


def _young_among_the_newest(
    rng: Random, totals: Totals, years: list[Flow], new: list[Sketch], young_there: int
) -> list[Sketch]:
    """Put the comers in order of days there, so that as many under-fours are settled as took-part figures need."""
    c63 = totals.shares.get("c63")
    weeks = under_four_weeks(totals, years[-1])
    if c63 is None or not new:
        return new
    end = len(years)
    settled = totals.looked_after[totals.last] - weeks
    young = [child for child in new if child.age_at(end) < 4]
    older = [child for child in new if child.age_at(end) >= 4]
    young_weeks = young_there - (settled - c63.denominator)
    if not 0 <= young_weeks <= min(len(young), weeks) or weeks - young_weeks > len(older):
        raise DrawingError("c63 and ni66: too few of the newest children are of the age these figures need")
    newest = young[:young_weeks] + older[: weeks - young_weeks]
    rest = young[young_weeks:] + older[weeks - young_weeks :]
    rng.shuffle(newest)
    rng.shuffle(rest)
    return newest + rest


def _dated(rng: Random, totals: Totals, child: Sketch, days: int | None, has_first: bool | None) -> Drawn:
    year_end = totals.ends[child.last if child.first is None else child.first]
    if child.first is None:
        is_long = rng.random() < 0.4 if has_first is None else has_first
        length = rng.randint(*(LONG_PASSING if is_long else SHORT_PASSING))
        starts_on = year_end - timedelta(days=rng.randrange(length + 2, 362))
    elif child.first == 0:
        starts_on = year_end - timedelta(days=45 + min(int(rng.expovariate(1 / 620)), 3600))
    elif days is not None:
        starts_on = year_end - timedelta(days=days)
    else:
        starts_on = year_end - timedelta(days=rng.randrange(45, 360))
    born_on = _born(rng, totals, child, starts_on)
    starts_on = max(starts_on, born_on)
    ends_on = None
    if child.first is None:
        ends_on = starts_on + timedelta(days=length)
    stays = _stays(rng, totals, child, starts_on)
    if child.first is not None and child.left:
        ends_on = _leaves_on(rng, totals, child, born_on)
    life = Life("", born_on, "M", "WBRI", one_of(rng, NEEDS))
    life.cares.append(Care(starts_on, ends_on, child.reason if child.left else "", stays))
    there = None if child.left else (totals.last - starts_on).days
    return Drawn(child, life, there, has_first)


def _born(rng: Random, totals: Totals, child: Sketch, starts_on: date) -> date:
    end = totals.ends[0]
    eldest = date(end.year - child.turned - 1, 4, 2)
    latest = min(date(end.year - child.turned, 3, 31), totals.ends[child.first or child.last])
    latest = min(latest, end - timedelta(days=45)) if child.first == 0 else max(min(latest, starts_on), eldest)
    last_end = len(totals.ends) - 1
    if not child.left and child.age_at(last_end) == 4:
        latest = min(latest, date(eldest.year, 9, 28))
    if child.left and child.age_at(child.last + 1) == 18 and child.first is not None:
        eldest = max(eldest, date(eldest.year, 4, 20))
    born_on = eldest + timedelta(days=rng.randrange((latest - eldest).days + 1))
    return born_on - A_DAY if (born_on.month, born_on.day) == (2, 29) else born_on


def _stays(rng: Random, totals: Totals, child: Sketch, starts_on: date) -> list[Stay]:
    begins = child.last if child.first is None else child.first
    stay = lodged(rng, on=starts_on, reason="S", legal_status=child.legal[begins], placement=child.placed[begins])
    stays = [stay]
    for at in range(begins + 1, child.last + 1):
        legal, placed = child.legal[at], child.placed[at]
        day = totals.ends[at] - timedelta(days=rng.randrange(5, 355))
        if placed != stay.placement:
            reason = "P" if legal == stay.legal_status else "B"
            stay = lodged(rng, on=day, reason=reason, legal_status=legal, placement=placed)
        elif legal != stay.legal_status:
            stay = stay._replace(starts_on=day, reason="L", legal_status=legal)
        else:
            continue
        stays.append(stay)
    return stays


def _leaves_on(rng: Random, totals: Totals, child: Sketch, born_on: date) -> date:
    opens, closes = totals.ends[child.last] + timedelta(days=2), totals.ends[child.last + 1]
    adult_on = eighteenth_birthday(born_on)
    if adult_on <= closes:
        return adult_on
    return opens + timedelta(days=rng.randrange((closes - opens).days + 1))


def _many_placements(rng: Random, totals: Totals, drawn: list[Drawn]) -> None:
    """Move as many children as the totals say three times or more in the last year, and nobody else."""
    opens = totals.ends[-2] + A_DAY
    there = [child for child in drawn if child.days_at_the_end is not None]
    share = totals.shares.get("three_placements")
    wanted = share.numerator if share else len(there) // 10
    can = [child for child in there if (child.days_at_the_end or 0) >= 14
           and not any(stay.placement[:1] == "A" for stay in child.care.stays)]  # fmt: skip
    if wanted > len(can):
        raise DrawingError(f"three_placements {wanted}: only {len(can)} children were there long enough")
    can.sort(key=lambda child: rng.random() + (0.5 if child.sketch.age_at(len(totals.ends) - 1) < 10 else 0))
    for rank, child in enumerate(can):
        care = child.care
        had = 1 + sum(stay.reason in ("P", "B") and stay.starts_on > opens for stay in care.stays)
        more = MANY_PLACEMENTS - had + (rng.random() < 0.25) if rank < wanted else int(had == 1 and rng.random() < 0.12)
        if more > 0:
            _move(rng, care, max(care.starts_on, opens), totals.last, more)


def _move(rng: Random, care: Care, after: date, until: date, times: int) -> None:
    taken = {stay.starts_on for stay in care.stays}
    free = [day for at in range(2, (until - after).days) if (day := after + timedelta(days=at)) not in taken]
    for day in sorted(rng.sample(free, times)):
        now = care.stay_on(day)
        care.stays.append(lodged(rng, on=day, reason="P", legal_status=now.legal_status, placement=now.placement))
        care.stays.sort(key=lambda stay: stay.starts_on)
    for at, stay in enumerate(care.stays):
        if stay.reason == "L":
            care.stays[at] = care.stays[at - 1]._replace(
                starts_on=stay.starts_on, reason="L", legal_status=stay.legal_status
            )


def _places(rng: Random, totals: Totals, drawn: list[Drawn]) -> None:
    """Who at the end is unaccompanied, who lives far away, who outside the council's boundary."""
    there = [child for child in drawn if child.days_at_the_end is not None]
    end = len(totals.ends) - 1
    alone = sorted(there, key=lambda child: -child.sketch.age_at(end))[: totals.unaccompanied or 0]
    for child in alone:
        child.life.unaccompanied, child.life.need = True, "N8"
    share = totals.shares.get("over_20_miles")
    if share:
        known = [child for child in there if not child.life.unaccompanied]
        if share.denominator > len(known):
            raise DrawingError(f"over_20_miles of {share.denominator}: only {len(known)} came with somebody")
        known.sort(key=lambda child: (child.care.stays[-1].placement[:1] == "A", rng.random()))
        for child in known[share.denominator :] + alone:
            _put(child, miles=None)
        known = known[: share.denominator]
        near = ("U4", "U6", "P1", "U3")
        known.sort(key=lambda child: rng.random() + (0.6 if child.care.stays[-1].placement in near else 0))
        for rank, child in enumerate(known):
            far = rank < share.numerator
            _put(child, miles=round(20.5 + rng.expovariate(0.03) if far else rng.random() ** 2 * 19.8, 1))
    inside = totals.bands["inside"].get(totals.last)
    if inside:
        there.sort(key=lambda child: child.care.stays[-1].miles or rng.random() * 15)
        for child, where in zip(there, quota(inside), strict=True):
            child.care.stays[-1] = child.care.stays[-1]._replace(inside=where == "IN")


def _put(child: Drawn, *, miles: float | None) -> None:
    child.care.stays[-1] = child.care.stays[-1]._replace(miles=miles)


def _who_they_are(rng: Random, totals: Totals, drawn: list[Drawn]) -> None:
    """Ethnicity and sex: as the totals have them at the end, and in the same mix for everybody else."""
    there = [child for child in drawn if child.days_at_the_end is not None]
    ethnic = totals.bands["ethnic"].get(totals.last)
    sexes = totals.bands["sex"].get(totals.last)
    mix = tuple(ethnic.items()) if ethnic else ETHNICITIES
    letters = {"1": "M", "2": "F"}
    sex_mix = tuple(sexes.items()) if sexes else (("M", 53), ("F", 47))
    for child in drawn:
        child.life.ethnicity = one_of(rng, mix)
        child.life.sex = letters.get(code := one_of(rng, sex_mix), code)
    for counts, give in ((ethnic, "ethnicity"), (sexes, "sex")):
        if counts:
            codes = quota(counts)
            rng.shuffle(codes)
            for child, code in zip(there, codes, strict=True):
                setattr(child.life, give, letters.get(code, code))

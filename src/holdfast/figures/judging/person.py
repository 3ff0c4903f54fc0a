"""What a judged row says of the child and the placement, in the codes of its year and in the council's own bands.

There are few kinds of children, codes and lengths of time, asked about very often: each answer is remembered.
"""

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache

from holdfast.council import Council
from holdfast.figures.judging import bands
from holdfast.figures.judging.rows import NOT_KNOWN, Age, Care, Distance, Since, Who
from holdfast.returns import codes
from holdfast.rules.answers import day_in_words
from holdfast.rules.facts import SHORT_BREAKS, Child, Episode, age_on

FAR_MILES = 20
REMEMBERED = 100_000


class Words:
    """What one council's rows say of a child, an episode or a length of time."""

    def __init__(self, council: Council) -> None:
        self._council = council
        self.group: Callable[[str, str], str] = cache(self._group)
        self._care_by_codes: Callable[[str, str, str, str, str], Care] = lru_cache(maxsize=REMEMBERED)(self._care)
        self._who_by_codes: Callable[[int, str, str], Who] = cache(self._who)
        self._age_by_birth: Callable[[date, date], Age] = lru_cache(maxsize=REMEMBERED)(self._age)

    def age(self, child: Child | None, on: date) -> Age:
        """The child's age on a day; not known without a date of birth."""
        return self._age_by_birth(child.born_on, on) if child else NO_AGE

    def who(self, child: Child | None, year: int) -> Who:
        """Who the child is, in the codes of the year."""
        return self._who_by_codes(year, child.sex, child.ethnicity) if child else NOBODY

    def care(self, episode: Episode) -> Care:
        """What an episode says of the child's care."""
        return self._care_by_codes(
            episode.legal_status, episode.placement, episode.provider, episode.location, episode.need
        )

    def _age(self, born_on: date, on: date) -> Age:
        years = max(age_on(on, born_on), 0)
        return Age(str(years), bands.age_band(years, self._council.age_bands), years)

    def _who(self, year: int, sex: str, ethnicity: str) -> Who:
        return Who(
            sex=codes.sex_in(year, sex) if sex else NOT_KNOWN,
            ethnicity=given(ethnicity),
            ethnic_group=self.group("ethnicity", ethnicity),
        )

    def _care(self, legal_status: str, placement: str, provider: str, location: str, need: str) -> Care:
        outside, because = OUTSIDE.get(location, OUTSIDE[""])
        return Care(
            in_short_breaks=legal_status in SHORT_BREAKS,
            legal_status=given(legal_status),
            legal_group=self.group("legal_status", legal_status),
            placement_type=given(placement),
            placement_group=self.group("placement", placement),
            provider=given(provider),
            location=given(location),
            need=given(need),
            care_because=f"{in_words('legal_status', legal_status)}; {in_words('placement', placement)}",
            outside_the_boundary=outside,
            outside_the_boundary_because=because,
        )

    def _group(self, kind: str, code: str) -> str:
        if not code:
            return NOT_KNOWN
        group = codes.group(kind, code, chinese_is_asian=self._council.chinese_is_asian)
        return NOT_KNOWN if group == codes.NOT_KNOWN else group


NO_AGE = Age(NOT_KNOWN, NOT_KNOWN, None)
NOBODY = Who(NOT_KNOWN, NOT_KNOWN, NOT_KNOWN)
OUTSIDE = {
    "OUT": ("yes", "placed outside the boundary"),
    "IN": ("no", "placed inside the boundary"),
    "": ("cannot be told", "whether inside the boundary is not recorded"),
}


def given(code: str) -> str:
    """A code as the return gives it, or "not known" where it gives none."""
    return code or NOT_KNOWN


@cache
def in_words(kind: str, code: str) -> str:
    """A code's meaning with the code, as "full care order (C2)"."""
    if not codes.is_known(kind, code):
        return f"{kind.replace('_', ' ')} {code or NOT_KNOWN}"
    meaning = codes.meaning(kind, code)
    return f"{meaning[:1].lower()}{meaning[1:]} ({code})"


@cache
def from_to(starts_on: date | None, ends_on: date | None) -> str:
    """A stretch of days, as "from 3 May 2014 to 6 June 2014"."""
    began = f"from {day_in_words(starts_on)}" if starts_on else "from before the records"
    return f"{began} to {day_in_words(ends_on)}" if ends_on else f"{began} on"


@lru_cache(maxsize=REMEMBERED)
def since(starts_on: date | None, known_from: date, on: date) -> Since:
    """How long a child has been looked after by a day, when the records may begin after the child came."""
    return Since(
        bands.time_looked_after(starts_on, known_from, on),
        starts_on,
        *_shorter_than(365, starts_on, known_from, on),
        *_shorter_than(60, starts_on, known_from, on),
    )


def _shorter_than(limit: int, starts_on: date | None, known_from: date, on: date) -> tuple[str, str]:
    """Whether for fewer days than that; an unknown start still says "no" once the days on record do."""
    days = (on - (starts_on or known_from)).days
    if starts_on is not None:
        return ("yes" if days < limit else "no"), f"looked after since {day_in_words(starts_on)}, {days} days"
    if days >= limit:
        return "no", f"on record for {days} days, and looked after since before that"
    return "cannot be told", "the records begin after the child came"


@lru_cache(maxsize=REMEMBERED)
def distance(miles: float | None) -> Distance:
    """How far from home, in a band and as a verdict."""
    if miles is None:
        return Distance(NOT_KNOWN, "cannot be told", "no distance is recorded")
    return Distance(bands.distance_band(miles), "yes" if miles > FAR_MILES else "no", f"{miles:g} miles from home")

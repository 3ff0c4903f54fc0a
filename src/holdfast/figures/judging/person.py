"""What a judged row says of the child themselves, in the codes of its year and in the council's own bands."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from holdfast.council import Council
from holdfast.figures.judging.bands import age_band
from holdfast.figures.judging.rows import NOT_KNOWN
from holdfast.returns import codes
from holdfast.rules.facts import Child, age_on


class Words:
    """Looks up groups and bands for one council, remembering each answer: there are few, asked very often."""

    def __init__(self, council: Council) -> None:
        bands = council.age_bands
        self.age_band: Callable[[int], str] = lru_cache(maxsize=None)(lambda age: age_band(age, bands))
        self.group: Callable[[str, str], str] = lru_cache(maxsize=None)(_group_for(council))
        self.sex: Callable[[int, str], str] = lru_cache(maxsize=None)(codes.sex_in)

    def age(self, child: Child | None, on: date) -> tuple[str, str]:
        """The child's age in completed years and its band; both not known without a date of birth."""
        if child is None:
            return NOT_KNOWN, NOT_KNOWN
        age = max(age_on(on, child.born_on), 0)
        return str(age), self.age_band(age)


def _group_for(council: Council) -> Callable[[str, str], str]:
    def group(kind: str, code: str) -> str:
        if not code:
            return NOT_KNOWN
        if kind == "ethnicity" and code == "CHNE" and not council.chinese_is_asian:
            return codes.group(kind, "OOTH")
        return codes.group(kind, code)

    return group


def given(code: str) -> str:
    """A code as the return gives it, or "not known" where it gives none."""
    return code or NOT_KNOWN

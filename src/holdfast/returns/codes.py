"""What a code of the return means, which group it belongs to, and whether its year used it."""

from holdfast.returns.code_lists import LISTS, Code

NOT_KNOWN = "Not known"

_BY_CODE: dict[str, dict[str, Code]] = {kind: {code.code: code for code in codes} for kind, codes in LISTS.items()}

_SEX_BEFORE_2024 = {"M": "1", "F": "2"}
_SEX_FROM_2024 = {"1": "M", "2": "F"}
_SEX_IN_WORDS = {"MALE": "1", "BOY": "1", "FEMALE": "2", "GIRL": "2", "UNKNOWN": "U"}

_LOCATION_IN_WORDS = {"INSIDE": "IN", "INSIDELA": "IN", "OUTSIDE": "OUT", "OUTSIDELA": "OUT"}


def kinds() -> tuple[str, ...]:
    """The kinds of code there are: sex, ethnicity, legal_status, placement, provider and so on."""
    return tuple(LISTS)


def codes(kind: str) -> tuple[Code, ...]:
    """Every code of a kind, in the order people list them; KeyError for a kind that does not exist."""
    return LISTS[kind]


def is_known(kind: str, code: str) -> bool:
    """Whether any year's return used this code."""
    return code in _BY_CODE[kind]


def in_force(kind: str, code: str, year: int) -> bool:
    """Whether the return of the year begun in April `year` used this code."""
    known = _BY_CODE[kind].get(code)
    if known is None:
        return False
    return (known.first_year is None or known.first_year <= year) and (
        known.last_year is None or year <= known.last_year
    )


def meaning(kind: str, code: str) -> str:
    """The code in plain words; a code on no list is said to be so, with the code itself."""
    known = _BY_CODE[kind].get(code)
    if known is not None:
        return known.meaning
    return f"Not a known code ({code})" if code else "Not given"


def group(kind: str, code: str, *, chinese_is_asian: bool = True) -> str:
    """The group a code is counted in, "Not known" for a code on no list; where Chinese children count is a setting."""
    if kind == "ethnicity" and code == "CHNE" and not chinese_is_asian:
        return "Other"
    known = _BY_CODE[kind].get(code)
    return known.group if known is not None else NOT_KNOWN


def groups(kind: str) -> tuple[str, ...]:
    """The groups of a kind, each once, in the order of its codes, "Not known" always last."""
    found = dict.fromkeys(code.group for code in LISTS[kind])
    found.pop(NOT_KNOWN, None)
    return (*found, NOT_KNOWN)


def sex_in(year: int, code: str) -> str:
    """The same sex in the code of the year begun in April `year`: 1 and 2 to 2023-24, M, F and U after.

    U has no older code and stays as it is; so does a code on no list.
    """
    return (_SEX_FROM_2024 if year >= 2024 else _SEX_BEFORE_2024).get(code, code)


def sex_said_in_words(text: str) -> str | None:
    """The code for "male", "girl" and the like in capitals, None for anything else."""
    return _SEX_IN_WORDS.get(text)


def location_said_in_words(text: str) -> str | None:
    """The code for "inside" and "outside" in capitals without spaces, None for anything else."""
    return _LOCATION_IN_WORDS.get(text)

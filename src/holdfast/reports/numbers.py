"""How is a number said, so that a person reads it rightly and can check it?

Percentages are whole and rounded half up, never to none or all unless it is none or all; of fewer than ten there is no
percentage, only the count. A change in percentage points is taken between the percentages as shown.
"""

from collections.abc import Sequence
from datetime import date

FEWEST_FOR_A_PERCENTAGE = 10
MOST_UNTOLD = 0.05
POINTS_THAT_MATTER = 2
FEWEST_THAT_MATTER = 3
KEPT_BACK = "c"
ROUNDING = (
    "Percentages are rounded to the nearest whole number, a half upwards; they say “under 1” or “over 99” rather than "
    "claim none or all. Of fewer than 10 no percentage is given. A change in percentage points is the difference "
    "between the percentages as shown. “About the same” means a change of less than 1 percentage point in a share, "
    "or of less than 2 per cent in a count. A change is called better or worse only where it is of at least "
    f"{POINTS_THAT_MATTER} percentage points and of at least {FEWEST_THAT_MATTER} children or reviews."
)
COMPARING = (
    "A share is a share of those that can be told. Where more than "
    f"{MOST_UNTOLD * 100:g} per cent of a year’s children or reviews cannot be told, that year is not compared with "
    "another, nor drawn into a line, nor held against a target: what was left out could change it."
)

_PLURALS = {"child": "children", "review": "reviews", "time": "times", "year": "years", "day": "days"}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def whole(number: int) -> str:
    """The number with a comma at the thousands: 1,204."""
    return f"{number:,}"


def plural(noun: str) -> str:
    """More than one of it."""
    *before, last = noun.split(" ")
    return " ".join((*before, _PLURALS.get(last, last + "s")))


def how_many(number: int, noun: str) -> str:
    """The number with its noun: "no children", "1 child", "1,204 children"."""
    if number == 0:
        return f"no {plural(noun)}"
    return f"{whole(number)} {noun if number == 1 else plural(noun)}"


def percentage(part: int, of: int) -> int:
    """The whole percentage `part` is of `of` (which is over 0), a half rounded upwards, 1 to 99 unless none or all."""
    rounded = (200 * part + of) // (2 * of)
    if 0 < part < of:
        return min(max(rounded, 1), 99)
    return rounded


def per_cent(part: int, of: int, *, sign: bool = False) -> str:
    """The percentage in words ("93 per cent", "under 1 per cent"), or with a sign where `sign`, for tables."""
    unit = "%" if sign else " per cent"
    if part > 0 and 200 * part < of:
        return f"under 1{unit}"
    if part < of and 200 * (of - part) < of:
        return f"over 99{unit}"
    return f"{percentage(part, of)}{unit}"


def out_of(part: int, of: int, noun: str, *, those: str = "") -> str:
    """A share with its counts: "273 of 292 children (93 per cent)", "all 12 children", "none of the 12 children".

    `those` stands before the noun: "273 of the 292 children".
    """
    the = f"{those} " if those else ""
    if of == 0:
        return f"no {plural(noun)}"
    if of == 1:
        return f"the only {noun}" if part else f"none of the {plural(noun)} (there was only 1)"
    if part == of:
        return f"both {plural(noun)}" if of == 2 else f"all {whole(of)} {plural(noun)}"
    if part == 0:
        return f"none of the {whole(of)} {plural(noun)}"
    counted = f"{whole(part)} of {the}{whole(of)} {plural(noun)}"
    return counted if of < FEWEST_FOR_A_PERCENTAGE else f"{counted} ({per_cent(part, of)})"


def in_every(part: int, of: int) -> str:
    """A share as people say it: "all", "none", "about 9 in every 10", "half", "nearly all", "very few".

    `of` is over 0. The nearest of quarters, fifths and tenths, with "about" unless exact.
    """
    if part in (0, of):
        return "all" if part else "none"
    share = part / of
    if share > 0.95:
        return "nearly all"
    if share < 0.05:
        return "very few"
    choices = ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), *((n, 10) for n in (1, 2, 3, 4, 6, 7, 8, 9)))
    few, many = min(choices, key=lambda choice: (round(abs(choice[0] / choice[1] - share), 4), choice[1]))
    about = "" if few * of == part * many else "about "
    return f"{about}half" if (few, many) == (1, 2) else f"{about}{few} in every {many}"


def listed(words: Sequence[str]) -> str:
    """The words as a list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def day_in_full(day: date) -> str:
    """The day as it is written out: 31 March 2015."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def year_end(year: str) -> date:
    """The last day of a year named as "2014-15"."""
    return date(int(year[:4]) + 1, 3, 31)


def year_before(year: str) -> str:
    """The name of the year before: "2014-15" for "2015-16"."""
    starts = int(year[:4]) - 1
    return f"{starts}-{(starts + 1) % 100:02d}"


def capital(sentence: str) -> str:
    """The sentence with its first letter a capital."""
    return sentence[:1].upper() + sentence[1:]

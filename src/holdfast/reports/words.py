"""What is a band, or a value of a band, called in words a committee reads?"""

import re

from holdfast.figures.judging.rows import NOT_KNOWN
from holdfast.returns import codes

_CODED = {
    "sex": "sex",
    "ethnicity": "ethnicity",
    "legal_status": "legal_status",
    "placement_type": "placement",
    "provider": "provider",
    "reason": "reason_ended",
    "need": "need",
    "participation_code": "participation",
}
_TITLES = {
    "age": "Age in years",
    "age_band": "Age",
    "sex": "Sex",
    "ethnicity": "Ethnicity",
    "ethnic_group": "Ethnic group",
    "legal_status": "Legal status",
    "legal_group": "Legal status",
    "placement_type": "Placement",
    "placement_group": "Where children lived",
    "provider": "Provider",
    "location": "Inside or outside the council’s area",
    "distance_band": "Distance from home",
    "need": "Main need",
    "unaccompanied": "Unaccompanied",
    "time_looked_after": "Time looked after",
    "times": "Times",
    "reason": "Reason",
    "reason_group": "Reason",
    "participation_code": "How the child took part",
    "kind": "Review",
    "quarter": "Quarter",
    "timeliness": "Held",
    "days_late": "How late",
    "days_late_band": "How late",
    "rule": "Which limit",
}
_VALUES = {
    "location": {"IN": "Inside the council’s area", "OUT": "Outside the council’s area"},
    "rule": {
        "CPR 33(1)": "First review: 20 working days",
        "CPR 33(2)": "Second and later reviews: 3 and 6 months",
        "CPR 48": "Short breaks: 3 and 6 months",
        "AAR 36(1)": "Waiting to be placed for adoption: 3 and 6 months",
        "AAR 36(3)": "Placed for adoption: 4 weeks, 3 and 6 months",
        "Review of Children's Cases Regulations": "First review before April 2011: 28 days",
        "outside any period of care": "Held when no episode says the child was in care",
    },
    "kind": {
        "first": "First review",
        "second": "Second review",
        "later": "Later review",
        NOT_KNOWN: "Number not known",
    },
}
_ORDERS = {
    "kind": ("first", "second", "later"),
    "quarter": ("April to June", "July to September", "October to December", "January to March"),
    "timeliness": ("in time", "late", "cannot be told"),
    "rule": (
        "CPR 33(1)",
        "Review of Children's Cases Regulations",
        "CPR 33(2)",
        "AAR 36(1)",
        "AAR 36(3)",
        "CPR 48",
        "outside any period of care",
    ),
    "days_late_band": ("1 to 7 days", "8 to 14 days", "15 to 28 days", "over 28 days"),
    "distance_band": ("up to 5 miles", "over 5 to 10 miles", "over 10 to 20 miles", "over 20 miles"),
    "time_looked_after": (
        "under 6 months",
        "6 months to under 1 year",
        "1 year to under 2 years",
        "2 years to under 5 years",
        "5 years and over",
    ),
    "location": ("IN", "OUT"),
}


_SAME = {"sex": {"1": "M", "2": "F"}}


def one_code(band: str, value: str) -> str:
    """The code a value is shown under, where the return wrote the same thing in two ways over the years."""
    return _SAME.get(band, {}).get(value, value)


def band_title(band: str) -> str:
    """What heads the column of a band's values."""
    return _TITLES.get(band, band.replace("_", " ").capitalize())


def value_in_words(band: str, value: str) -> str:
    """A value of a band in words; a code that no list knows stays as it is."""
    if value in _VALUES.get(band, {}):
        return _VALUES[band][value]
    if value.lower() == NOT_KNOWN or not value:
        return "Not known"
    if band in _VALUES:
        return _VALUES[band].get(value, value)
    said = codes.meaning(_CODED[band], value) if band in _CODED else value
    return said[:1].upper() + said[1:]


def place_in_order(band: str, value: str) -> tuple[int, int, str]:
    """Where a value stands among its band's: in the order of ages, of lengths, of the year; what is not known last."""
    if value.lower() in (NOT_KNOWN, ""):
        return 1, 0, value
    if band in _ORDERS:
        order = _ORDERS[band]
        return 0, order.index(value) if value in order else len(order), value
    if band in ("age", "age_band", "times"):
        youngest = re.search(r"\d+", value)
        below = value.lower().startswith("under")
        return 0, -1 if below else int(youngest[0]) if youngest else 99, value
    return 0, 0, value

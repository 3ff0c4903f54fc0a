"""Where does each rule come from, and how sure are we of it?"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

HowSure = Literal["read", "restated", "remembered"]
"""Read in the primary text; read in a secondary source that restates it; remembered and not yet checked."""


class Source(NamedTuple):
    """One provision a rule rests on: its short name, what it is in full, and how sure we are of what it says."""

    name: str
    cites: str
    how_sure: HowSure


_CPR = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation "
_AAR = "Adoption Agencies Regulations 2005, regulation "
_HANDBOOK = "IRO Handbook, statutory guidance of 2010"

_SOURCES = (
    Source("CPR 30", _CPR + "30: what follows when a visit finds a child's welfare is not safeguarded", "read"),
    Source("CPR 32(2)", _CPR + "32(2): no significant change to the plan before a review has considered it", "read"),
    Source("CPR 33(1)", _CPR + "33(1): the first review", "read"),
    Source("CPR 33(2)", _CPR + "33(2): the second and every later review", "read"),
    Source("CPR 33(3)", _CPR + "33(3): reviews that must not wait for their day", "read"),
    Source("CPR 36(1)", _CPR + "36(1): what the IRO must do for a review", "remembered"),
    Source("CPR 36(2)", _CPR + "36(2): adjourning a review", "restated"),
    Source("CPR 48", _CPR + "48: a series of short breaks", "remembered"),
    Source(
        "Review of Children's Cases Regulations",
        "Review of Children's Cases Regulations 1991, the law until 31 March 2011",
        "restated",
    ),
    Source("AAR 36(1)", _AAR + "36(1): a child an agency may place for adoption but has not placed", "read"),
    Source("AAR 36(3)", _AAR + "36(3): a child placed for adoption", "read"),
    Source(
        "CA 21(2)",
        "Children Act 1989, section 21(2): accommodation in police protection, detention or on remand",
        "read",
    ),
    Source("CA 25A", "Children Act 1989, section 25A: a named IRO before the first review", "read"),
    Source("IRO Handbook", _HANDBOOK, "restated"),
    Source(
        "IRO Handbook (agreement)",
        _HANDBOOK + ": decisions a manager does not dispute are taken as agreed",
        "remembered",
    ),
    Source(
        "Care planning guidance",
        "Children Act 1989 guidance, volume 2: care planning, placement and case review",
        "restated",
    ),
    Source(
        "Custom of the service",
        "what independent reviewing services ask for where no provision was found",
        "remembered",
    ),
    Source(
        "SSDA903 guidance", "guide to the yearly return on children looked after: the review and its code", "restated"
    ),
    Source("SSDA903 checks 440 and 441", "the return's own checks of the participation code against age", "restated"),
    Source(
        "NI 66", "national indicator 66: looked-after children whose cases were reviewed within timescales", "restated"
    ),
    Source(
        "NI 62", "national indicator 62: looked-after children with three or more placements in the year", "restated"
    ),
    Source(
        "NI 63",
        "national indicator 63: children long looked after who have been in the same placement for two years",
        "restated",
    ),
    Source("C63", "performance indicator C63: looked-after children's participation in their reviews", "restated"),
    Source("Council's promise", "a shorter limit the council has set itself; it never replaces the law", "read"),
)

SOURCES: Mapping[str, Source] = {source.name: source for source in _SOURCES}
"""Every source, by the short name that `Due.rule` and the manual use."""

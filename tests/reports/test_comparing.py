"""Is a year of which much cannot be told ever compared, drawn into a line, or called better or worse?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.council import Council
from holdfast.figures.figure import Count, Counted
from holdfast.reports import annual
from holdfast.reports.annual.edition import Edition
from holdfast.reports.annual.says_of_lateness import gathered, why_late
from holdfast.reports.comparing import better_or_worse, cannot_compare, change_in_short, matters, stands
from holdfast.reports.document import Callout, Chart, Document, KeyFigures, Table
from holdfast.reports.sentences import sentence
from tests.reports.figures_for_tests import counted, share
from tests.reports.test_annual import every, words

IN_TIME = "children_with_all_reviews_in_time"


def wandsworth_like() -> dict[str, Counted]:
    """Two years, of which the first could not judge a third of its children and reviews."""
    return {
        IN_TIME: counted(IN_TIME, {"2013-14": share(134, 134, 70), "2014-15": share(130, 212)}),
        "reviews_in_time": counted("reviews_in_time", {"2013-14": share(389, 389, 191), "2014-15": share(469, 551)}),
    }


def composed(figures: dict[str, Counted], year: str = "2014-15") -> Document:
    return annual.compose(council=Council(target_in_time=0.9), year=year, figures=figures)


@given(told=st.integers(0, 3000), untold=st.integers(0, 3000))
def test_a_count_stands_for_its_year_where_at_most_one_in_twenty_cannot_be_told(told: int, untold: int) -> None:
    assert stands(Count(0, told, untold)) == (20 * untold <= told + untold)


def test_a_year_that_cannot_be_compared_says_so_and_why() -> None:
    assert sentence(wandsworth_like()["reviews_in_time"], "2014-15") == (
        "469 of 551 reviews (85 per cent) were held in time. 2013-14 cannot be compared: 191 of its 580 reviews could "
        "not be judged, because the reviews before them were not supplied."
    )


def test_the_reason_of_a_later_year_is_not_guessed() -> None:
    figure = counted("reviews_in_time", {"2012-13": share(90, 100), "2013-14": share(50, 60, 40)})
    said = cannot_compare(figure, "2013-14")
    assert said.endswith(
        "40 of its 100 reviews could not be judged, because what is needed to tell is not in the returns supplied."
    )


def test_the_report_never_calls_it_a_fall() -> None:
    said = words(composed(wandsworth_like()))
    assert "fell" not in said
    assert "Down from" not in said
    assert "down from" not in said


def test_beside_the_large_number_it_is_neither_better_nor_worse() -> None:
    figures = wandsworth_like()
    key = next(block for block in composed(figures).blocks if isinstance(block, KeyFigures))
    assert [(one.number, one.change, one.direction) for one in key.figures] == [
        ("61%", "2013-14 cannot be compared", ""),
        ("85%", "2013-14 cannot be compared", ""),
    ]
    assert better_or_worse(figures["reviews_in_time"], "2014-15") == ""


def test_a_year_that_is_itself_incomplete_has_no_percentage_beside_its_number() -> None:
    report = composed(wandsworth_like(), "2013-14")
    key = next(block for block in report.blocks if isinstance(block, KeyFigures)).figures[1]
    assert key.number == "389 of 389"
    assert key.says == "reviews that could be judged were held in time"
    assert key.change == "Incomplete: 191 of all 580 reviews could not be judged"
    said = words(report)
    assert "Of the 389 reviews that could be judged, all were held in time. But 191 of the year’s 580" in said
    assert "The council’s target" not in said


def test_a_line_leaves_out_the_year_and_says_why() -> None:
    years = {"2011-12": share(400, 405, 190), "2012-13": share(500, 550), "2013-14": share(450, 550)}
    figure = counted("reviews_in_time", {**years, "2014-15": share(469, 551)})
    report = composed({"reviews_in_time": figure})
    chart = next(block for block in every(report.blocks) if isinstance(block, Chart) and "over-years" in block.name)
    assert "between 82 and 91 per cent" in chart.title
    assert "2011-12 cannot be compared: 190 of its 595 reviews" in chart.alt
    assert chart.table is not None
    marked = [row for row in chart.table.rows if any("†" in cell for cell in row)]
    assert [row[0] for row in marked] == ["2011-12 †"]
    assert chart.table.note.startswith("† 2011-12 cannot be compared")


def test_several_years_with_one_reason_are_one_sentence() -> None:
    name = "children_in_a_stable_placement"
    years = {"2011-12": share(90, 90, 259), "2012-13": share(90, 106, 158), "2013-14": share(114, 192)}
    assert cannot_compare(counted(name, years), *years) == (
        "2011-12 and 2012-13 cannot be compared: 259 of 349 and 158 of 264 children could not be told, because the "
        "returns do not go back to when they came to where they live."
    )


@pytest.mark.parametrize(
    ("before", "now", "big"),
    [
        pytest.param(share(90, 100), share(85, 100), True, id="five children and five points"),
        pytest.param(share(27, 30), share(26, 30), False, id="one child of thirty"),
        pytest.param(share(900, 1000), share(889, 1000), False, id="a point of a thousand"),
        pytest.param(Count(4), Count(6), False, id="two more"),
        pytest.param(Count(4), Count(7), True, id="three more"),
    ],
)
def test_a_change_of_a_few_children_is_not_called_better_or_worse(before: Count, now: Count, big: bool) -> None:
    assert matters(now, before) is big


def test_what_changed_is_said_shortly_beside_a_large_number() -> None:
    assert change_in_short(share(392, 442), share(382, 485)) == "Up from 79% the year before"
    assert change_in_short(Count(142), Count(141)) == "141 the year before"
    assert change_in_short(share(3, 7), share(5, 8)) == "5 of 8 the year before"


QUARTERS = ("April to June", "July to September", "October to December", "January to March")


def late_by_quarter(*late: int) -> dict[str, Counted]:
    """A hundred reviews each quarter, so many of them late."""
    split = {quarter: share(100 - few, 100) for quarter, few in zip(QUARTERS, late, strict=True)}
    total = share(400 - sum(late), 400)
    return {
        "reviews_in_time": counted("reviews_in_time", {"2014-15": total}, {"2014-15": {"quarter": split}}),
        "reviews_held_late": counted("reviews_held_late", {"2014-15": Count(sum(late))}),
    }


def an_edition(figures: dict[str, Counted]) -> Edition:
    return Edition(council=Council(), year="2014-15", figures=figures)


def test_where_late_reviews_gathered_is_named() -> None:
    assert gathered(an_edition(late_by_quarter(5, 30, 4, 5))) == (
        "30 of the 44 late reviews (68 per cent) were held from July to September; of the reviews that could be judged "
        "25 per cent were."
    )


def test_two_quarters_side_by_side_are_one_stretch() -> None:
    assert "held from April to September" in gathered(an_edition(late_by_quarter(30, 30, 2, 2)))


def test_first_reviews_of_one_quarter_are_named_where_they_are_the_half() -> None:
    figures = late_by_quarter(5, 30, 5, 5)
    first = {quarter: share(25 - few, 25) for quarter, few in zip(QUARTERS, (1, 23, 1, 1), strict=True)}
    figures["first_reviews_in_time"] = counted(
        "first_reviews_in_time", {"2014-15": share(74, 100)}, {"2014-15": {"quarter": first}}
    )
    assert gathered(an_edition(figures)).startswith(
        "23 of the 45 late reviews (51 per cent) were first reviews held from July to September"
    )


def test_late_reviews_that_are_spread_are_not_said_to_gather() -> None:
    assert gathered(an_edition(late_by_quarter(10, 11, 10, 9))) == ""


def test_nothing_is_said_of_where_where_a_number_is_kept_back() -> None:
    figures = late_by_quarter(5, 30, 4, 5)
    split = {**figures["reviews_in_time"].by["2014-15"]["quarter"], "April to June": Count(None, hidden=True)}
    figures["reviews_in_time"] = counted(
        "reviews_in_time", figures["reviews_in_time"].years, {"2014-15": {"quarter": split}}
    )
    assert gathered(an_edition(figures)) == ""
    assert not re.search(r"\b30\b", " ".join(why_late(an_edition(figures))))


def test_what_was_not_supplied_stands_apart_from_what_cannot_be_judged() -> None:
    figures = wandsworth_like()
    for name in ("children_who_went_missing", "times_children_went_missing"):
        figures[name] = counted(name, {}, not_told={"2013-14": "the return's Missing for 2013-14 was not supplied"})
    report = composed(figures, "2013-14")
    said = words(report)
    assert (
        "The return's Missing for 2013-14 was not supplied. Not counted for it: children who went missing and " in said
    )
    table = next(block for block in every(report.blocks) if isinstance(block, Table) and block.name == "not_told")
    assert [row[:4] for row in table.rows] == [
        ("Children with every review in time", "70", "204", "34%"),
        ("Reviews held in time", "191", "580", "33%"),
    ]


def test_what_to_look_at_first_stands_on_the_first_page() -> None:
    figures = late_by_quarter(5, 30, 4, 5) | {
        "reviews_overdue_at_year_end": counted("reviews_overdue_at_year_end", {"2014-15": Count(2)})
    }
    first = next(block for block in composed(figures).blocks if isinstance(block, Callout))
    said = words(Document("", "", "", "", "#000000", "#000000", (first,)))
    assert first.title == "Look first at"
    assert "2 children were still waiting, at the end of the year" in said
    assert "30 of the 44 late reviews" in said


def test_two_codes_for_one_sex_are_one_row() -> None:
    by = {"2013-14": {"sex": {"1": Count(90), "2": Count(10)}}, "2014-15": {"sex": {"F": Count(12), "M": Count(88)}}}
    name = "children_looked_after"
    figures = {name: counted(name, {"2013-14": Count(100), "2014-15": Count(100)}, by)}
    report = composed(figures)
    table = next(block for block in every(report.blocks) if isinstance(block, Table) and block.name.endswith("by_sex"))
    assert table.rows == (("Female", "10", "12", "12%"), ("Male", "90", "88", "88%"))

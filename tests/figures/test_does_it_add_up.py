"""Whatever contradicts itself is found before it is published, the mistakes of real reports among them."""

from dataclasses import replace
from pathlib import Path

import pytest

from holdfast.figures.adds_up import Disagreement, disagreements, unaccepted
from holdfast.figures.catalogue import FIGURES
from holdfast.figures.figure import Count, Counted
from tests.figures.drawn_councils import figures_of


@pytest.fixture(scope="module")
def figures(councils: Path) -> dict[str, Counted]:
    return figures_of(councils / "wandsworth")


def found(figures: dict[str, Counted], **noted: dict) -> tuple[Disagreement, ...]:
    return disagreements(figures, published=noted.get("published", {}), accepted=noted.get("accepted", {}))


def with_year(counted: Counted, year: str, count: Count) -> Counted:
    return replace(counted, years={**counted.years, year: count})


@pytest.mark.parametrize("council", ["portsmouth", "wandsworth"])
def test_the_figures_of_a_whole_return_add_up(councils: Path, council: str) -> None:
    assert found(figures_of(councils / council)) == ()


def test_bands_that_do_not_sum_are_found(figures: dict[str, Counted]) -> None:
    """As ethnicity that summed to 223 of 222 children."""
    counted = figures["children_looked_after"]
    groups = dict(counted.by["2014-15"]["ethnic_group"])
    first = next(iter(groups))
    groups[first] = Count((groups[first].numerator or 0) + 1)
    by = {**counted.by, "2014-15": {**counted.by["2014-15"], "ethnic_group": groups}}
    (only,) = found({**figures, counted.figure.name: replace(counted, by=by)})
    assert (only.key, only.expected, only.found) == (
        "bands-to-total children_looked_after by ethnic_group 2014-15",
        "222",
        "223",
    )


def test_an_opening_that_does_not_lead_to_the_closing_is_found(figures: dict[str, Counted]) -> None:
    """As 204 and 152 who came less 140 who left, which are 216, printed beside 222."""
    came, left = figures["times_children_came"], figures["times_children_left"]
    wrong = {
        "times_children_came": with_year(came, "2014-15", Count(152)),
        "times_children_left": with_year(left, "2014-15", Count(140)),
        "children_who_came": with_year(figures["children_who_came"], "2014-15", Count(152)),
        "children_who_left": with_year(figures["children_who_left"], "2014-15", Count(140)),
    }
    keys = {each.key: (each.expected, each.found) for each in found({**figures, **wrong})}
    assert keys["opening-to-closing 2014-15"] == ("216", "222")


def test_a_share_of_more_than_all_is_found(figures: dict[str, Counted]) -> None:
    counted = figures["first_reviews_in_time"]
    wrong = Counted(counted.figure, {"2014-15": Count(137, 136)}, {"2014-15": {}})
    assert [each.check for each in found({**figures, counted.figure.name: wrong})] == ["share-to-counts"]


def test_more_first_reviews_than_reviews_is_found(figures: dict[str, Counted]) -> None:
    wrong = Counted(FIGURES["first_reviews_held"], {"2014-15": Count(600)}, {"2014-15": {}})
    assert "part-to-whole first_reviews_held 2014-15" in {
        each.key for each in found({**figures, "first_reviews_held": wrong})
    }


def test_what_an_earlier_report_printed_is_held_against_the_returns(figures: dict[str, Counted]) -> None:
    """As 207 children printed before validation, where the validated return has 204."""
    (only,) = found(figures, published={"2013-14": {"children_looked_after": 207}})
    assert (only.key, only.expected, only.found) == ("published-to-counted children_looked_after 2013-14", "207", "204")


def test_a_share_printed_to_one_decimal_agrees_with_its_counts(figures: dict[str, Counted]) -> None:
    assert found(figures, published={"2014-15": {"children_with_all_reviews_in_time": 61.3}}) == ()
    assert len(found(figures, published={"2014-15": {"children_with_all_reviews_in_time": 61.5}})) == 1


def test_a_disagreement_accepted_with_a_reason_no_longer_stops_publication(figures: dict[str, Counted]) -> None:
    published = {"2013-14": {"children_looked_after": 207}}
    key = "published-to-counted children_looked_after 2013-14"
    (accepted,) = found(figures, published=published, accepted={key: "counted before validation"})
    assert accepted.accepted_because == "counted before validation"
    assert unaccepted([accepted]) == ()
    assert len(unaccepted(found(figures, published=published, accepted={key: ""}))) == 1

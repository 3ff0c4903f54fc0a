"""Can a child read the letter about the year, and is it honest with them?"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.council import Council
from holdfast.figures.figure import Count
from holdfast.reports import children
from holdfast.reports.children.composing import spoken
from holdfast.reports.children.pictograms import in_whole_things
from holdfast.reports.children.shares import in_tens
from holdfast.reports.document import Callout, Chart, Document, Heading, Paragraph
from holdfast.reports.reading_age import reading_age, syllables
from tests.reports.figures_for_tests import a_council, counted, plain, share

NEVER = ("LAC", "CLA", "placement", "contact", "looked-after", "participation", "timescale", "siblings", "statutory")


@pytest.fixture(scope="module", params=["wandsworth", "portsmouth"])
def letter(request: pytest.FixtureRequest) -> Document:
    year, figures = a_council(request.param)
    council = Council(name=request.param.title(), telephone="020 7946 0000", email="hello@council.example")
    return children.compose(council=council, year=year, figures=figures)


def test_a_child_of_ten_can_read_it(letter: Document) -> None:
    assert 5 < children.reading_age_of(letter) <= 10


def test_the_reading_age_is_shown_at_its_end(letter: Document) -> None:
    last = letter.blocks[-1]
    assert isinstance(last, Callout)
    assert re.search(r"from about age \d+\.", spoken(last.blocks))


def test_it_uses_none_of_the_words_of_the_office(letter: Document) -> None:
    heads = " ".join(block.text for block in letter.blocks if isinstance(block, Heading))
    said = f"{heads} {spoken(letter.blocks)}"
    for word in NEVER:
        assert not re.search(rf"\b{word}s?\b", said, re.IGNORECASE), word


def test_it_looks_like_the_childrens_own(letter: Document) -> None:
    assert letter.look == "children"
    assert letter.title == "Our letter to you"


def test_its_pictures_are_said_in_words(letter: Document) -> None:
    pictures = [block for block in letter.blocks if isinstance(block, Chart)]
    assert len(pictures) >= 3
    for picture in pictures:
        assert picture.title[0].isupper()
        assert "filled in from the left" in picture.alt


def test_it_says_what_is_not_good_yet_and_how_to_tell_us(letter: Document) -> None:
    said = spoken(letter.blocks)
    assert "meetings were late" in said
    assert "020 7946 0000" in said
    assert "hello@council.example" in said


def test_it_says_sorry_when_it_became_worse() -> None:
    figures = {"reviews_in_time": counted("reviews_in_time", {"2013-14": share(95, 100), "2014-15": share(60, 100)})}
    said = spoken(children.compose(council=Council(), year="2014-15", figures=figures).blocks)
    assert "That is worse than the year before. We are sorry." in said


def test_a_year_without_figures_is_still_a_letter() -> None:
    letter = children.compose(council=Council(), year="2014-15", figures={})
    said = spoken(letter.blocks)
    assert "None" not in said
    assert "What we are not good at yet" not in [block.text for block in letter.blocks if isinstance(block, Heading)]


def test_a_number_kept_back_is_not_told_to_children_either() -> None:
    figures = {
        "children_looked_after": counted("children_looked_after", {"2014-15": Count(7777, hidden=True)}),
        "reviews_held_late": counted("reviews_held_late", {"2014-15": Count(7777, hidden=True)}),
        "reviews_in_time": counted("reviews_in_time", {"2014-15": Count(7777, 9999, hidden=True)}),
    }
    assert "7,777" not in spoken(children.compose(council=Council(), year="2014-15", figures=figures).blocks)


def test_one_child_is_one_child() -> None:
    figures = {"children_looked_after": counted("children_looked_after", plain(y2014=1))}
    assert "we looked after 1 child." in spoken(
        children.compose(council=Council(), year="2014-15", figures=figures).blocks
    )


def test_the_service_may_write_its_own_words_into_it(tmp_path: Path) -> None:
    (tmp_path / "prose").mkdir()
    (tmp_path / "prose" / "letter.md").write_text("You told us the rooms were cold. We moved to warm ones.")
    letter = children.compose(council=Council(folder=tmp_path), year="2014-15", figures={})
    assert Paragraph("You told us the rooms were cold. We moved to warm ones.") in letter.blocks


@given(of=st.integers(min_value=1, max_value=3000), data=st.data(), good=st.booleans())
def test_the_picture_and_the_words_say_the_same_and_never_flatter(of: int, data: st.DataObject, good: bool) -> None:
    part = data.draw(st.integers(min_value=0, max_value=of))
    said, filled = in_tens(Count(part, of), good=good), in_whole_things(part, of, good=good)
    assert (said == "all") == (part == of)
    assert (said == "none") == (part == 0)
    assert 0 <= filled <= min(of, 10)
    tens = re.search(r"^(?:about )?(\d+) in every 10", said)
    if tens:
        assert filled == int(tens[1])
        kinder = filled / 10 - part / of if good else part / of - filled / 10
        assert -0.02 - 1e-9 <= kinder <= 0.01 + 1e-9
    between = re.search(r"between (\d+) and (\d+)", said)
    if between:
        assert int(between[1]) / 10 < part / of < int(between[2]) / 10
        assert filled == int(between[1]) + 0.5


@pytest.mark.parametrize(
    ("part", "good", "said"),
    [
        pytest.param(85, True, "between 8 and 9 in every 10", id="85 is not about 9"),
        pytest.param(89, True, "about 9 in every 10", id="89 is"),
        pytest.param(93, True, "more than 9 in every 10", id="93 is more than 9"),
        pytest.param(98, True, "nearly all", id="98 is nearly all"),
        pytest.param(12, False, "between 1 and 2 in every 10", id="12 of what is hard is not about 1"),
        pytest.param(3, False, "fewer than 1 in every 10", id="what is hard is never very few"),
        pytest.param(50, True, "half", id="half"),
    ],
)
def test_a_share_is_told_to_children_as_it_is(part: int, good: bool, said: str) -> None:
    assert in_tens(Count(part, 100), good=good) == said


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param(share(389, 389, 191), share(469, 551), id="the year before could not all be judged"),
        pytest.param(share(95, 100), share(93, 100), id="two reviews fewer of a hundred"),
    ],
)
def test_it_says_sorry_only_for_what_is_known_and_matters(before: Count, now: Count) -> None:
    figures = {"reviews_in_time": counted("reviews_in_time", {"2013-14": before, "2014-15": now})}
    assert "sorry" not in spoken(children.compose(council=Council(), year="2014-15", figures=figures).blocks)


def test_a_year_that_could_not_all_be_checked_is_not_drawn_for_children() -> None:
    figures = {"reviews_in_time": counted("reviews_in_time", {"2014-15": share(60, 60, 40)})}
    letter = children.compose(council=Council(), year="2014-15", figures=figures)
    assert not [block for block in letter.blocks if isinstance(block, Chart)]
    assert "We could not check if all the meetings were on time." in spoken(letter.blocks)


@pytest.mark.parametrize(
    ("word", "many"),
    [
        pytest.param("home", 1, id="a last e that is not said"),
        pytest.param("table", 2, id="a last e that is"),
        pytest.param("wanted", 2, id="ed after t"),
        pytest.param("moved", 1, id="ed after v"),
        pytest.param("advocate", 3, id="a long word"),
        pytest.param("the", 1, id="a short word"),
    ],
)
def test_syllables_are_counted_about_right(word: str, many: int) -> None:
    assert syllables(word) == many


def test_long_words_in_long_sentences_need_an_older_reader() -> None:
    easy = "We met you. You had your say. We wrote it down."
    hard = (
        "Notwithstanding considerable improvements in administrative timeliness, participation in statutory "
        "reviewing arrangements remained unsatisfactory throughout the reporting period."
    )
    assert reading_age(easy) < 7
    assert reading_age(hard) > 18
    assert reading_age("") == 5

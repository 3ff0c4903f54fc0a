"""What a manager may write in a section, and what comes of it."""

import pytest

from holdfast.reports.document import Bullets, Callout, Heading, Paragraph, Table
from holdfast.reports.writers.markdown import Run, anchor, blocks, legible, plain, runs


def test_emphasis_becomes_runs_and_neighbours_set_alike_are_one() -> None:
    assert runs("A **bold *x*** & `code`") == (
        Run("A "),
        Run("bold ", strong=True),
        Run("x", strong=True, emph=True),
        Run(" & "),
        Run("code", code=True),
    )


def test_html_stays_the_characters_that_were_typed() -> None:
    assert runs("<script>alert(1)</script> and <b>bold</b>") == (Run("<script>alert(1)</script> and <b>bold</b>"),)


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a", "http://example.org", "mailto:iro@example.org", "#children"],
    ids=["secure web", "web", "mail", "a place inside"],
)
def test_a_link_to_the_web_to_mail_or_to_a_place_inside_is_kept(address: str) -> None:
    assert runs(f"[words]({address})") == (Run("words", link=address),)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "other.html",
        "ftp://example.org",
    ],
    ids=["script", "data", "a file", "no scheme", "a relative page", "another scheme"],
)
def test_any_other_link_is_only_its_words(address: str) -> None:
    assert all(run.link == "" for run in runs(f"[words]({address})"))


def test_a_picture_is_its_alternative_text() -> None:
    assert plain("See ![a map of the wards](http://example.org/x.png)") == "See a map of the wards"


def test_what_no_format_can_hold_is_left_out() -> None:
    assert legible("a\x00b\x0bc\ud800d\ttab\nline") == "abcd\ttab\nline"


def test_a_star_beside_a_number_is_a_star() -> None:
    assert plain("5*") == "5*"


def test_a_section_becomes_blocks_in_order() -> None:
    text = (
        "# Our year\n\nWords.\n\n- one\n- two\n  - within\n\n1. first\n\n> Quoted.\n\n"
        "| Age | Number |\n|---|---:|\n| 1 | 20 |\n"
    )
    assert blocks(text) == (
        Heading("Our year", 1, "our-year"),
        Paragraph("Words."),
        Bullets(("one", "two", "within")),
        Bullets(("first",), ordered=True),
        Callout("prose", "", (Paragraph("Quoted."),)),
        Table("table", "", ("Age", "Number"), (("1", "20"),), (False, True)),
    )


def test_headings_can_begin_lower_and_never_go_below_the_third() -> None:
    assert [block.level for block in blocks("# a\n\n## b\n\n#### c", top_level=2) if isinstance(block, Heading)] == [
        2,
        3,
        3,
    ]


def test_the_same_heading_twice_has_two_places() -> None:
    places = [block.anchor for block in blocks("# Boys\n\n# Boys", prefix="ours") if isinstance(block, Heading)]
    assert places == ["ours-boys", "ours-boys-2"]


def test_a_place_is_named_in_plain_letters() -> None:
    assert anchor("Children's café & play: 2014-15") == "children-s-cafe-play-2014-15"
    assert anchor("???") == "section"


def test_an_unclosed_mark_or_table_is_words() -> None:
    assert blocks("**not closed\n\n| a | b") == (Paragraph("**not closed"), Paragraph("| a | b"))

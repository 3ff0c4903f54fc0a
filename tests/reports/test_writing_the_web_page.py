"""The web page is one file, asks for nothing, and says exactly what the document says."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from holdfast.reports.document import Details, Document, Heading, Paragraph
from holdfast.reports.writers import html
from tests.reports.sample_document import SCRIPT, children, sample


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.seen if tag in tags]


@pytest.fixture(scope="module")
def page() -> str:
    return html.write(sample()).decode()


def test_the_same_document_gives_the_same_bytes() -> None:
    assert html.write(sample()) == html.write(sample())


def test_script_typed_into_the_document_is_shown_and_never_obeyed(page: str) -> None:
    assert SCRIPT not in page
    assert "&lt;script&gt;alert(&#39;canary&#39;)&lt;/script&gt;" in page
    assert not _Tags(page).all("script")


@pytest.mark.parametrize("place", ["title", "subtitle", "council", "made"])
def test_script_in_a_name_is_shown_and_never_obeyed(place: str) -> None:
    hostile = '"><img src=x onerror=alert(1)></title><script>alert(1)</script>{{ 7 * 7 }}'
    tags = _Tags(html.write(replace(sample(), blocks=(), **{place: hostile})).decode())
    assert not tags.all("script", "img")
    assert not any(name.startswith("on") for _, attributes in tags.seen for name in attributes)


def test_what_looks_like_a_template_is_only_words() -> None:
    blocks = (Paragraph("{{ 7 * 7 }} {% raw %}"),)
    assert "{{ 7 * 7 }} {% raw %}" in html.write(replace(sample(), blocks=blocks)).decode()


def test_a_strict_policy_lets_nothing_in_from_outside(page: str) -> None:
    policy = next(one["content"] for one in _Tags(page).all("meta") if one.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
    assert not re.search(r"url\(|@import", page)


def test_every_picture_is_inside_the_file_and_has_its_words(page: str) -> None:
    pictures = _Tags(page).all("img")
    assert len(pictures) == 2
    assert all((one["src"] or "").startswith("data:image/svg+xml;base64,") and one["alt"] for one in pictures)


def test_headings_go_down_one_level_at_a_time(page: str) -> None:
    levels = [int(tag[1]) for tag, _ in _Tags(page).seen if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_level_left_out_by_the_document_is_not_left_out_on_the_page() -> None:
    blocks = (Heading("Deep", 3, "deep"), Details("More", (Heading("Deeper", 3, "deeper"),)))
    tags = [tag for tag, _ in _Tags(html.write(replace(sample(), blocks=blocks)).decode()).seen]
    assert [tag for tag in tags if tag in ("h1", "h2", "h3", "h4")] == ["h1", "h2", "h3"]


def test_every_cell_that_heads_a_row_or_a_column_says_so(page: str) -> None:
    heads = _Tags(page).all("th")
    assert {one.get("scope") for one in heads} == {"col", "row"}
    assert page.count("<caption") == page.count("<table>") == page.count("<thead>")


def test_a_total_stands_in_the_foot_of_its_table(page: str) -> None:
    assert re.search(r"<tfoot><tr>\s*<th scope=\"row\"[^>]*>All teams</th>", page)


def test_no_two_things_share_a_place_and_each_link_inside_arrives(page: str) -> None:
    tags = _Tags(page)
    places = [attributes["id"] for _, attributes in tags.seen if "id" in attributes]
    assert len(places) == len(set(places))
    assert {(one["href"] or "")[1:] for one in tags.all("a") if (one["href"] or "").startswith("#")} <= set(places)


def test_a_link_to_a_place_that_is_not_there_is_only_its_words() -> None:
    written = html.write(replace(sample(), blocks=(Paragraph("See [nowhere](#nowhere)."),))).decode()
    assert "See nowhere." in written


def test_a_change_says_in_words_whether_it_is_better(page: str) -> None:
    assert "<strong>Better:</strong> up from 86%" in page
    assert "<strong>Worse:</strong> 4 more than last year" in page


@pytest.mark.parametrize("document", [sample(), children()], ids=["report", "children's version"])
def test_the_language_is_said(document: Document) -> None:
    assert '<html lang="en-GB">' in html.write(document).decode()


def test_an_empty_document_is_still_a_page() -> None:
    tags = _Tags(html.write(replace(sample(), blocks=())).decode())
    assert len(tags.all("main")) == len(tags.all("h1")) == 1
    assert not tags.all("nav")

"""How is a section of the report read: Markdown with directives, and nothing that can reach further than a name?

A directive stands alone on its line, `{{ table reviews_in_time by kind }}`; a value stands in a line of text,
`{{ reviews_in_time }}`. What lies between `{{ when reviews_in_time }}` and `{{ end }}` is written only where that
figure has an answer. There are no expressions, no attributes and no files: a directive is words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_ALONE = re.compile(r"^\s*\{\{(.*?)\}\}\s*$")
_INLINE = re.compile(r"\{\{(.*?)\}\}")
_WORD = re.compile(r"[a-z][a-z0-9_]*")


class TemplateError(ValueError):
    """A directive that is not known or not whole; says the file, the line, what was found and what was expected."""


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown between directives; `line` is the number of its first line."""

    markdown: str
    line: int


@dataclass(frozen=True, slots=True)
class Directive:
    """The words of a directive, and the line it stands on."""

    words: tuple[str, ...]
    line: int


def pieces(template: str, *, file: str, has_answer: Callable[[str, int], bool]) -> Iterator[Text | Directive]:
    """The template's pieces in order, without those whose figure has no answer.

    `has_answer` is asked with a figure's name and a line; it raises `TemplateError` for a name it does not know.
    """
    held: list[str] = []
    begins = 1
    skipping: list[tuple[bool, int]] = []
    for number, line in enumerate(template.splitlines(), start=1):
        alone = _ALONE.match(line)
        words = _words(alone[1], file=file, line=number) if alone and line.count("{{") == 1 else ()
        if words and held and any(held) and not any(skip for skip, _ in skipping):
            yield Text("\n".join(held), begins)
        if words:
            held, begins = [], number + 1
        if words[:1] == ("when",):
            if len(words) != 2:
                raise TemplateError(
                    f"{file}, line {number}: found “{' '.join(words)}”, expected “when” and one figure."
                )
            skipping.append((not has_answer(words[1], number), number))
        elif words == ("end",):
            if not skipping:
                raise TemplateError(f"{file}, line {number}: “end” without a “when” before it.")
            skipping.pop()
        elif words:
            if not any(skip for skip, _ in skipping):
                yield Directive(words, number)
        else:
            held.append(line)
    if skipping:
        raise TemplateError(f"{file}, line {skipping[-1][1]}: “when” has no “end” after it.")
    if any(held):
        yield Text("\n".join(held), begins)


def filled(text: Text, *, file: str, value: Callable[[str, int], str]) -> str:
    """The text with each value in its place; `value` is asked with a name and a line, and raises `TemplateError`."""
    lines = []
    for number, line in enumerate(text.markdown.split("\n"), start=text.line):

        def put(found: re.Match[str], at: int = number) -> str:
            words = _words(found[1], file=file, line=at)
            if len(words) != 1:
                raise TemplateError(
                    f"{file}, line {at}: found “{' '.join(words)}” inside a line, expected the name of one figure "
                    "(a table, a chart or a sentence stands alone on its line)."
                )
            return value(words[0], at)

        put_in = _INLINE.sub(put, line)
        if "{{" in put_in or "}}" in put_in:
            raise TemplateError(f"{file}, line {number}: {{{{ or }}}} without the other, expected {{{{ name }}}}.")
        lines.append(put_in)
    return "\n".join(lines)


def _words(inside: str, *, file: str, line: int) -> tuple[str, ...]:
    words = tuple(inside.split())
    if not words or not all(_WORD.fullmatch(word) for word in words):
        raise TemplateError(
            f"{file}, line {line}: found {{{{{inside}}}}}, "
            "expected words such as {{ table reviews_in_time by kind }}."
        )
    return words

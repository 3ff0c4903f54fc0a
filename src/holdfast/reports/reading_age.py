"""How old must a child be to read this?

The Flesch-Kincaid grade, with syllables counted where British English may be hyphenated, and five years added: a child
in the first grade is six. Headings and the words in pictures are not counted.
"""

import re
from functools import cache

import pyphen

_SENTENCE_ENDS = re.compile(r"[.!?]+(?=\s|$)")
_WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)*|\d+")
# A last e is not said, but for a consonant and "le" (table); "ed" and "es" are said after the sounds they would blur.
_SILENT = re.compile(r"(?<=[a-z]{2})(?:(?<![^aeiouy]l)e|(?<![td])ed|(?<![sxzhc])es)$")


def reading_age(text: str) -> float:
    """The age in years at which the text can be read, at least 5; 5 for a text without words."""
    words = _WORD.findall(text)
    sentences = sum(1 for part in _SENTENCE_ENDS.split(text) if _WORD.search(part))
    if not words:
        return 5.0
    grade = 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return max(5.0, grade + 5)


@cache
def syllables(word: str) -> int:
    """How many syllables a word has, about: the more of its hyphenation points and its groups of vowels."""
    if word.isdigit():
        return max(1, len(word))
    letters = word.lower().replace("’", "").replace("'", "")
    vowels = len(re.findall(r"[aeiouy]+", _SILENT.sub("", letters)))
    return max(1, vowels, len(_hyphens().positions(letters)) + 1)


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")

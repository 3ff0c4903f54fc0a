"""Which year a file of the return is for, as its name or its folders' names say."""

import re

_SPAN = re.compile(
    r"(?<!\d)(20\d\d)\s*(?:[-_/ .\u2010-\u2015]|to|and|march|mar|,)*\s*(?:20)?(\d\d)(?!\d)(?![-/.]\d\d?(?!\d))",
    re.IGNORECASE,
)
_SHORT_SPAN = re.compile(r"(?<![\d])(?<!\d[-_/.])(\d\d)\s*[-_/]\s*(\d\d)(?!\d)(?![-_/.]\d)")

_ENDING = re.compile(
    r"(?:\byear[\s_-]*(?:ending|ended|end|to)|\by/?e)[\s_-]*"
    r"(?:(?:31(?:st)?[\s_./-]*)?(?:march|mar|0?3)[\s_./,-]*)?(20\d\d)(?!\d)",
    re.IGNORECASE,
)


def year_named(name: str) -> int | None:
    """The year a relative path names, nearest the file first: "2013-14", "2013_14", "201314", "2013/14", "13-14".

    None when nothing names a year, or when one name names several.
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part]
    for part in reversed(parts):
        years = years_in(part)
        if len(years) == 1:
            return next(iter(years))
        if years:
            return None
    for folder, inner in zip(reversed(parts[:-1]), reversed(parts[1:]), strict=True):
        years = years_in(f"{folder}/{inner}")
        if len(years) == 1:
            return next(iter(years))
    return None


def years_in(text: str) -> set[int]:
    """Every year, from one April to the next March, that a piece of text names: "2013-14", "year ending March 2014"."""
    found = {int(first) for first, second in _SPAN.findall(text) if int(second) == (int(first) + 1) % 100}
    found = found or {int(year) - 1 for year in _ENDING.findall(text)}
    if found:
        return found
    return {2000 + int(first) for first, second in _SHORT_SPAN.findall(text) if int(second) == (int(first) + 1) % 100}

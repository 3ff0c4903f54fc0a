"""How do the sentences of figures become paragraphs?"""

from holdfast.reports.annual.edition import Edition
from holdfast.reports.numbers import capital
from holdfast.reports.sentences import sentence, why_not

Paragraphs = list[str]


def whole_sentence(said: str | None) -> str:
    """A clause with its capital and stop; "" for none."""
    return f"{capital(said)}." if said else ""


def shown(edition: Edition, name: str, what: str) -> Paragraphs:
    """The figure's sentence, or why it cannot be shown."""
    said = sentence(edition.of(name), edition.year)
    return [said] if said else [f"{what} cannot be shown. {why_not(edition.of(name), edition.year)}"]


def together(edition: Edition, *names: str) -> Paragraphs:
    """The sentences of several figures as one paragraph."""
    said = [one for name in names if (one := sentence(edition.of(name), edition.year))]
    return [" ".join(said)] if said else []

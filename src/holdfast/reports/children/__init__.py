"""What does the service write to the children about the year? `compose` makes the letter."""

from holdfast.reports.children.composing import compose, reading_age_of

__all__ = ["compose", "reading_age_of"]

"""What does the annual report say? `compose` makes the document; `sections` hold its words."""

from holdfast.reports.annual.composing import compose
from holdfast.reports.annual.edition import Disagreement, Edition, FindingLine
from holdfast.reports.annual.template import TemplateError

__all__ = ["Disagreement", "Edition", "FindingLine", "TemplateError", "compose"]

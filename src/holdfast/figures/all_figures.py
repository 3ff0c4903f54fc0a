"""Every figure of a cut, with those that need something beside the returns."""

from collections.abc import Mapping

from holdfast.figures.catalogue import FIGURES
from holdfast.figures.cut import Cut
from holdfast.figures.engine import count
from holdfast.figures.figure import Counted
from holdfast.figures.rates import RATE, per_10000


def all_figures(cut: Cut, residents_under_18: Mapping[str, int]) -> Mapping[str, Counted]:
    """Every figure by name, counted over the cut; the rate for the years whose residents under 18 are given."""
    figures = count(cut, FIGURES)
    figures[RATE.name] = per_10000(figures["children_looked_after"], residents_under_18)
    return figures

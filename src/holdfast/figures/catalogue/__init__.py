"""Every figure Holdfast counts, by name, in the order a report would meet them."""

from collections.abc import Mapping

from holdfast.figures.catalogue import children, missing, participation, reviews, stability
from holdfast.figures.figure import Figure

FIGURES: Mapping[str, Figure] = {
    figure.name: figure
    for subject in (children, reviews, participation, stability, missing)
    for figure in subject.FIGURES
}

"""Which sentences can a section ask for with `{{ says NAME }}`? Each gives paragraphs, or none."""

from collections.abc import Callable, Mapping

from holdfast.reports.annual import says_of_children as children
from holdfast.reports.annual import says_of_lateness as lateness
from holdfast.reports.annual import says_of_reviews as reviews
from holdfast.reports.annual import says_of_the_year as year
from holdfast.reports.annual.edition import Edition
from holdfast.reports.annual.paragraphs import Paragraphs

SAYS: Mapping[str, Callable[[Edition], Paragraphs]] = {
    says.__name__: says
    for says in (
        year.the_year,
        children.how_many_children,
        children.who_they_are,
        children.ethnicity,
        children.coming_and_leaving,
        children.time_looked_after,
        children.stability,
        children.distance,
        children.missing,
        children.neighbours,
        reviews.timeliness_children,
        reviews.timeliness_reviews,
        lateness.why_late,
        reviews.workload,
        reviews.participation,
        reviews.law_of_the_day,
    )
}

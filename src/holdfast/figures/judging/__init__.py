"""Which rows are counted: facts and rules become one judged table a subject, each row carrying its verdicts."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pyarrow as pa

from holdfast.council import Council
from holdfast.figures.judging import children
from holdfast.figures.judging.judged import TableInTheMaking
from holdfast.figures.judging.person import Words
from holdfast.figures.judging.reviews import add_reviews, judge_spells, outside_any_period
from holdfast.figures.judging.rows import TABLES
from holdfast.rules.answers import ReviewJudged
from holdfast.rules.facts import (
    ONE_DAY,
    Child,
    Episode,
    History,
    PeriodOfCare,
    ReviewHeld,
    Told,
    year_ends_on,
    year_starts_on,
)
from holdfast.rules.spells import looked_after_spells
from holdfast.rules.stability import placements

CHILDREN_BETWEEN_WORDS_OF_PROGRESS = 10_000


def judge(
    history: History, *, council: Council, progress: Callable[[str], None] | None = None
) -> Mapping[str, pa.Table]:
    """Judge every child, in order of their number, and return the tables of `rows.TABLES` by name.

    The same facts give the same tables to the last row, in whatever order they came.
    """
    judging = _Judging(history, council)
    child_ids = sorted(history.episodes.keys() | history.reviews.keys())
    for position, child_id in enumerate(child_ids):
        if progress and position % CHILDREN_BETWEEN_WORDS_OF_PROGRESS == 0:
            progress(f"{position:,} of {len(child_ids):,} children judged")
        judging.add(child_id)
    return judging.tables()


class _Judging:
    """One judging of a history: what is the same for every child, and the tables in the making."""

    def __init__(self, history: History, council: Council) -> None:
        self._history = history
        self._council = council
        self._words = Words(council)
        self._making = {name: TableInTheMaking(name) for name in TABLES}
        self._years = sorted(history.years_told)
        self._years_told = frozenset(self._years)
        self._ends = year_ends_told(history.episodes_told)
        self._reviews_told = frozenset(
            year for year in {*self._ends, *self._years} if _is_told(history.reviews_told, year)
        )
        self._missing_told = frozenset(year for year in self._years if "Missing" in history.tables_told.get(year, ()))

    def add(self, child_id: str) -> None:
        """Add every row that one child has in every table."""
        history = self._history
        child = history.children.get(child_id)
        episodes = history.episodes.get(child_id, ())
        spells = looked_after_spells(episodes)
        reviews = self._add_reviews(child, episodes, spells, history.reviews.get(child_id, ()))
        self._add_year_ends(child_id, child, episodes, spells, reviews)
        if spells:
            self._add_years(child_id, child, spells)

    def _add_reviews(
        self,
        child: Child | None,
        episodes: Sequence[Episode],
        spells: Sequence[PeriodOfCare],
        held: Sequence[ReviewHeld],
    ) -> Sequence[ReviewJudged]:
        """Judge one child's reviews, add their rows and return them; without any year of reviews there are none."""
        told = self._history.reviews_told
        if not told:
            return ()
        reviews, outside = judge_spells(
            spells,
            held,
            told=told,
            until=told[-1].ends_on - ONE_DAY,
            judged_on=self._council.timeliness_judged_on,
        )
        making = self._making["reviews"]
        add_reviews(making, child, reviews, years=self._reviews_told, words=self._words)
        if outside:
            unexplained = outside_any_period(outside, episodes, years=self._reviews_told)
            add_reviews(making, child, unexplained, years=self._reviews_told, words=self._words)
        return reviews

    def _add_year_ends(
        self,
        child_id: str,
        child: Child | None,
        episodes: Sequence[Episode],
        spells: Sequence[PeriodOfCare],
        reviews: Sequence[ReviewJudged],
    ) -> None:
        lived = None
        for year in self._ends:
            episode = _on(episodes, year_ends_on(year))
            if episode is None:
                continue
            if lived is None:
                lived = placements(episodes)
            self._making["children_at_year_end"].add(
                children.at_year_end(
                    child_id,
                    child,
                    episode,
                    spells,
                    reviews,
                    lived,
                    year=year,
                    reviews_told=year in self._reviews_told,
                    council=self._council,
                    words=self._words,
                )
            )

    def _add_years(self, child_id: str, child: Child | None, spells: Sequence[PeriodOfCare]) -> None:
        making, words = self._making, self._words
        missing = self._history.missing.get(child_id, ())
        for year in self._years:
            lived = [spell for spell in spells if _lies_in(spell, year)]
            if lived:
                told = year in self._missing_told
                making["children_in_year"].add(
                    children.in_year(child_id, child, lived, missing, year=year, missing_told=told, words=words)
                )
        for came in children.comings(child_id, child, spells, years=self._years_told, words=words):
            making["children_who_came"].add(came)
        for left in children.leavings(child_id, child, spells, years=self._years_told, words=words):
            making["children_who_left"].add(left)
        for one in children.times_missing(child_id, missing, spells) if missing else ():
            making["missing"].add(one)

    def tables(self) -> Mapping[str, pa.Table]:
        """The tables as they stand."""
        return {name: table.table() for name, table in self._making.items()}


def year_ends_told(episodes_told: Sequence[Told]) -> tuple[int, ...]:
    """The years whose closing 31 March the records can tell, the day before the first year supplied among them.

    Whoever was looked after on a 31 March is in the next year's return as well as in that year's own.
    """
    return tuple(
        year
        for told in episodes_told
        for year in range(told.starts_on.year - 1, told.ends_on.year)
        if told.starts_on <= year_ends_on(year) + ONE_DAY <= told.ends_on
    )


def _is_told(told: Sequence[Told], year: int) -> bool:
    return any(one.starts_on <= year_starts_on(year) and one.ends_on > year_ends_on(year) for one in told)


def _on(episodes: Sequence[Episode], day: date) -> Episode | None:
    """The episode that covers a day, the later one where two do."""
    for episode in reversed(episodes):
        if episode.starts_on <= day and (episode.ends_on is None or episode.ends_on > day):
            return episode
    return None


def _lies_in(spell: PeriodOfCare, year: int) -> bool:
    return spell.known_from <= year_ends_on(year) and (spell.ends_on is None or spell.ends_on > year_starts_on(year))

"""Which checks there are, and how all of them are run over a return."""

from collections.abc import Iterator
from functools import partial
from types import ModuleType

from holdfast.returns.checks import (
    before_birth,
    birth_taken_from_another_table,
    born_changed,
    born_otherwise,
    care_ended_twice,
    care_starts_again_without_s,
    care_starts_though_not_ended,
    check_167_code_invalid_or_missing,
    check_399_reviews_of_short_breaks,
    check_440_too_old_for_pn0,
    check_441_too_young_for_pn1_to_pn7,
    child_without_episodes,
    child_without_header,
    end_without_reason,
    episode_changed,
    episode_ended_before_the_year,
    episode_ends_after_the_year,
    episode_ends_before_it_starts,
    episode_missing_from_the_year_before,
    episode_starts_after_the_year,
    episodes_overlap,
    file_of_another_year,
    gap_after_x1,
    header_without_episodes,
    looked_after_past_18,
    looked_after_past_21,
    nothing_follows_x1,
    open_episode_missing_from_the_next_year,
    reason_without_end,
    review_given_in_two_years,
    review_outside_care,
    review_outside_the_year,
    sex_changed,
    two_reviews_on_a_day,
)
from holdfast.returns.checks.check import Subject, found_in_rows
from holdfast.returns.findings import Found

OF_ONE_TABLE: tuple[ModuleType, ...] = (
    check_167_code_invalid_or_missing,
    check_399_reviews_of_short_breaks,
    check_440_too_old_for_pn0,
    check_441_too_young_for_pn1_to_pn7,
    child_without_header,
    header_without_episodes,
    birth_taken_from_another_table,
    born_changed,
    sex_changed,
    episodes_overlap,
    gap_after_x1,
    nothing_follows_x1,
    episode_ends_before_it_starts,
    end_without_reason,
    reason_without_end,
    care_ended_twice,
    care_starts_again_without_s,
    care_starts_though_not_ended,
    open_episode_missing_from_the_next_year,
    episode_missing_from_the_year_before,
    episode_changed,
    episode_starts_after_the_year,
    episode_ends_after_the_year,
    episode_ended_before_the_year,
    looked_after_past_18,
    looked_after_past_21,
    review_outside_care,
    review_outside_the_year,
    two_reviews_on_a_day,
    review_given_in_two_years,
)
OF_SEVERAL_TABLES: tuple[ModuleType, ...] = (before_birth, born_otherwise, child_without_episodes)


def check_history(subject: Subject) -> Iterator[Found]:
    """The findings of every check that needs the joined history; cells must have been checked before."""
    yield from file_of_another_year.find(subject)
    for module in OF_ONE_TABLE:
        check = module.CHECK
        found = partial(module.found, subject) if hasattr(module, "found") else None
        yield found_in_rows(check, subject.rows(check.table), module.find(subject), found)
    for module in OF_SEVERAL_TABLES:
        for check in module.CHECKS:
            yield found_in_rows(check, subject.rows(check.table), module.find(subject, check.table))

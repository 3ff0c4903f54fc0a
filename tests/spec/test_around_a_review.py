"""What must be done before and after a review, and by when?

Before a review the days are counted back from it, after it they are counted on from the day it was completed.
"""

from holdfast.rules.in_force import Unit
from holdfast.rules.reviews.after_the_review import Stage, after_the_review, agreed_by_silence, own_limit
from holdfast.rules.reviews.preparation import Step, before_the_review, named_iro_due
from holdfast.rules.reviews.timescales import explain
from tests.spec.drawn import asked, day, tabulated

SOURCES = (
    "CA 25A",
    "CPR 36(1)",
    "Care planning guidance",
    "Council's promise",
    "Custom of the service",
    "IRO Handbook",
    "IRO Handbook (agreement)",
)


def test_a_named_iro_within_five_working_days_and_before_the_first_review() -> None:
    """A named IRO within five working days, and before the first review if that comes sooner."""
    tabulated(
        """
        became looked after | first review | a named IRO by
        1 May 2013          |              | 9 May 2013
        1 May 2013          | 31 May 2013  | 9 May 2013
        1 May 2013          | 7 May 2013   | 7 May 2013
        """,
        lambda start, review: named_iro_due(day(start), first_review_on=day(review) if review else None),
    )
    tabulated(
        """
        first review | source
        8 May 2013   | CA 25A
        9 May 2013   | IRO Handbook
        """,
        lambda review: named_iro_due(day("1 May 2013"), first_review_on=day(review)).rule,
        caption="Looked after since 1 May 2013; five working days are over on 9 May",
    )
    asked(
        "Why by 7 May 2013, for a child who came on 1 May and is first reviewed on 7 May?",
        explain(named_iro_due(day("1 May 2013"), first_review_on=day("7 May 2013"))),
        answer="A named IRO: before the first review (Children Act 1989, section 25A: a named IRO before the first "
        "review). Counted from 1 May 2013, which itself is not counted, the last day is 7 May 2013.",
    )


def test_what_must_be_done_before_a_review() -> None:
    """Before a review held on 31 May 2013."""
    due = before_the_review(day("31 May 2013"))
    tabulated(
        """
        what                                                   | source                | by
        who comes, where and how is talked over with the child | IRO Handbook          | 1 May 2013
        the IRO and the social worker speak                    | IRO Handbook          | 9 May 2013
        invitations and consultation papers go out             | Custom of the service | 16 May 2013
        the reports and the care plan reach the IRO            | IRO Handbook          | 28 May 2013
        the IRO speaks with the child alone                    | CPR 36(1)             | 31 May 2013
        """,
        lambda what, source: due[Step(what)] if due[Step(what)].rule == source else due[Step(what)].rule,
    )
    assert list(due) == sorted(due, key=lambda step: due[step].on)
    asked(
        "Why must the child be seen alone by 31 May 2013?",
        due[Step.CHILD_SEEN].because,
        answer="the IRO speaks with the child alone before every review",
    )


def test_what_must_be_done_after_a_review() -> None:
    """After a review completed on 1 May 2013."""
    due = after_the_review(day("1 May 2013"))
    tabulated(
        """
        what                                | source                 | by
        the decisions are written           | IRO Handbook           | 9 May 2013
        the manager agrees or disputes      | IRO Handbook           | 16 May 2013
        the care plan is brought up to date | Care planning guidance | 16 May 2013
        the full record is written          | IRO Handbook           | 23 May 2013
        the record is sent to everyone      | IRO Handbook           | 31 May 2013
        """,
        lambda what, source: due[Stage(what)] if due[Stage(what)].rule == source else due[Stage(what)].rule,
    )
    assert list(due) == list(Stage)


def test_the_managers_five_days_count_from_the_day_the_decisions_came() -> None:
    """The manager's five working days count from the day the decisions came."""
    due = after_the_review(day("1 May 2013"), decisions_received_on=day("3 May 2013"))
    asked(
        "The decisions of a review on 1 May 2013 came on 3 May. By when must the manager answer?",
        due[Stage.ANSWER],
        answer="13 May 2013",
    )


def test_decisions_nobody_disputes_are_taken_as_agreed() -> None:
    """Decisions that nobody disputes are taken as agreed once the day to answer has passed."""
    answer_due = after_the_review(day("1 May 2013"))[Stage.ANSWER]
    tabulated(
        """
        no answer by the end of | taken as agreed
        16 May 2013             | no
        17 May 2013             | yes
        """,
        lambda on: agreed_by_silence(answer_due, on=day(on)),
    )
    asked(
        "It cannot be told by when the manager must answer. Taken as agreed?",
        agreed_by_silence(answer_due._replace(on=None), on=day("17 May 2013")),
        answer="no",
    )


def test_a_council_may_set_limits_of_its_own() -> None:
    """A council may set limits of its own: here seven days for the record and fourteen for sending it."""
    own = {
        Stage.RECORD: own_limit(7, Unit.DAYS, Stage.RECORD),
        Stage.SENT: own_limit(14, Unit.DAYS, Stage.SENT),
    }
    due = after_the_review(day("1 May 2013"), own=own)
    tabulated(
        """
        what                           | source            | by
        the decisions are written      | IRO Handbook      | 9 May 2013
        the full record is written     | Council's promise | 8 May 2013
        the record is sent to everyone | Council's promise | 15 May 2013
        """,
        lambda what, source: due[Stage(what)] if due[Stage(what)].rule == source else due[Stage(what)].rule,
    )
    asked(
        "Why 8 May 2013?",
        due[Stage.RECORD].because,
        answer="the full record is written, at the latest 7 days after the review (the council's own limit)",
    )


def test_days_counted_back_are_explained_too() -> None:
    """Days counted back are explained too."""
    asked(
        "Why must the papers for a review on 31 May 2013 be there on 28 May?",
        explain(before_the_review(day("31 May 2013"))[Step.PAPERS]),
        answer="The social worker's report, the care plan and other reports reach the IRO 3 working days before the "
        "review (IRO Handbook, statutory guidance of 2010). Counted back from 31 May 2013, it is due by 28 May 2013.",
    )

"""What brings a review forward?

Nothing puts a review off: a ground sets a day, and the review is due then or sooner.
"""

from holdfast.rules.answers import Due
from holdfast.rules.reviews.brought_forward import GROUNDS, Ground, brought_forward
from tests.spec.drawn import asked, day, tabulated

SOURCES = ("CPR 30", "CPR 32(2)", "CPR 33(3)", "CA 21(2)", "IRO Handbook")

DUE = Due(
    day("28 February 2014"), "CPR 33(2)", day("29 August 2013"), "later review: within 6 months of the one before"
)


def _said(ground: str) -> str:
    (provision,) = (GROUNDS[each] for each in Ground if ground.replace(" ", "_").upper() in each.name)
    return provision.because.removeprefix("brought forward: ")


def test_each_ground_has_its_source() -> None:
    """Each ground has its source."""
    tabulated(
        """
        ground                                                                         | source
        the IRO asks for it                                                            | CPR 33(3)
        the child asks for it                                                          | IRO Handbook
        a visit found the child's welfare not safeguarded                              | CPR 30
        police accommodation, remand or detention would otherwise end without a review | CA 21(2)
        accommodation is to end and the child will not go to a parent                  | CPR 33(3)
        the care plan is to change significantly                                       | CPR 32(2)
        """,
        lambda ground: GROUNDS[Ground(ground)].source,
    )
    tabulated(
        """
        ground            | what is said
        IRO asks          | the IRO asked for it
        child asks        | the child asked for it
        welfare           | a visit found the child's welfare not safeguarded
        detention         | police accommodation, remand or detention must not end without a review
        accommodation     | accommodation is to end and the child will not go to a parent
        plan              | a significant change to the care plan waits for a review that considers it
        """,
        _said,
    )


def test_every_ground_brings_the_day_forward() -> None:
    """Every ground brings the day forward, and the answer carries the ground."""
    for ground in Ground:
        due = brought_forward(DUE, ground, day("10 January 2014"))
        assert (due.on, due.rule, due.because) == (day("10 January 2014"), *GROUNDS[ground])
    asked(
        "A review is due on 28 February 2014. The child asks for one by 10 January. When is it due?",
        brought_forward(DUE, Ground.CHILD_ASKS, day("10 January 2014")),
        answer="10 January 2014",
    )
    asked(
        "And why?",
        brought_forward(DUE, Ground.CHILD_ASKS, day("10 January 2014")).because,
        answer="brought forward: the child asked for it",
    )


def test_no_ground_puts_a_review_off() -> None:
    """No ground puts a review off."""
    assert brought_forward(DUE, Ground.IRO_ASKS, day("28 February 2014")) is DUE
    asked(
        "A review is due on 28 February 2014. The IRO asks for one by 10 March. When is it due?",
        brought_forward(DUE, Ground.IRO_ASKS, day("10 March 2014")),
        answer="28 February 2014",
    )


def test_a_ground_sets_a_day_where_none_could_be_told() -> None:
    """A ground sets a day where none could be told."""
    unknown = DUE._replace(on=None)
    asked(
        "It cannot be told when a review is due. The IRO asks for one by 10 March 2014. When is it due?",
        brought_forward(unknown, Ground.IRO_ASKS, day("10 March 2014")),
        answer="10 March 2014",
    )

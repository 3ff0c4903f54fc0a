"""How did a child take part in a review?

The code follows from what happened and from the child's age on the day of the review. The child's own voice counts
before another's, and coming counts before sending.
"""

from holdfast.rules.reviews.participation import MEANINGS, ParticipationFacts, codes_possible_at, participation_code
from tests.spec.drawn import asked, day, tabulated

SOURCES = ("SSDA903 guidance", "SSDA903 checks 440 and 441")

BORN = day("15 June 2005")
REVIEWED = day("1 May 2013")


def test_the_code_follows_from_what_happened() -> None:
    """The code follows from what happened."""

    def code(*answers: str) -> str:
        return participation_code(ParticipationFacts(*(answer == "yes" for answer in answers)), BORN, REVIEWED).code

    tabulated(
        """
        came | spoke | showed views without speech | an advocate spoke | sent views | code
        yes  | yes   | no                          | no                | no         | PN1
        yes  | yes   | yes                         | yes               | yes        | PN1
        yes  | no    | no                          | yes               | no         | PN2
        yes  | no    | yes                         | yes               | no         | PN2
        yes  | no    | yes                         | no                | no         | PN3
        yes  | no    | no                          | no                | no         | PN4
        yes  | no    | no                          | no                | yes        | PN4
        no   | no    | no                          | yes               | no         | PN5
        no   | no    | no                          | yes               | yes        | PN5
        no   | no    | no                          | no                | yes        | PN6
        no   | no    | no                          | no                | no         | PN7
        """,
        code,
    )


def test_what_is_not_said_did_not_happen() -> None:
    """What is not said did not happen: of a child of whom only that is known, coming is PN4 and not coming PN7."""
    tabulated(
        """
        came | code
        yes  | PN4
        no   | PN7
        """,
        lambda came: participation_code(ParticipationFacts(came == "yes"), BORN, REVIEWED).code,
    )


def test_each_code_has_a_meaning() -> None:
    """Each code has a meaning."""
    tabulated(
        """
        code | meaning
        PN0  | under four at the time
        PN1  | came, and spoke for themselves
        PN2  | came, and an advocate spoke for them
        PN3  | came, and showed their views without speech, by signs or symbols
        PN4  | came, but gave no views and asked nobody to give them
        PN5  | did not come, and an advocate they had briefed spoke
        PN6  | did not come, and sent their views another way
        PN7  | did not come, and sent no views
        """,
        MEANINGS.__getitem__,
    )


def test_under_four_the_code_is_pn0_whatever_happened() -> None:
    """Under four on the day of the review, the code is PN0 whatever happened."""
    facts = ParticipationFacts(came=True, spoke=True)
    tabulated(
        """
        born            | review on       | code
        2 May 2009      | 1 May 2013      | PN0
        1 May 2009      | 1 May 2013      | PN1
        29 February 2008 | 28 February 2012 | PN0
        29 February 2008 | 29 February 2012 | PN1
        """,
        lambda born, on: participation_code(facts, day(born), day(on)).code,
    )
    asked(
        "Why?",
        participation_code(facts, day("2 May 2009"), day("1 May 2013")).because,
        answer="PN0: the child was under four at the time",
    )


def test_on_the_fourth_birthday_itself_the_return_accepts_either() -> None:
    """On the fourth birthday itself the return accepts any code; the day before only PN0, the day after not PN0."""
    tabulated(
        """
        born             | review on        | codes possible
        1 May 2009       | 30 April 2013    | PN0
        1 May 2009       | 1 May 2013       | PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7
        1 May 2009       | 2 May 2013       | PN1 PN2 PN3 PN4 PN5 PN6 PN7
        29 February 2008 | 28 February 2012 | PN0
        29 February 2008 | 29 February 2012 | PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7
        """,
        lambda born, on: codes_possible_at(day(born), day(on)),
    )

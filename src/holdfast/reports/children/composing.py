"""What is in the letter to the children: what happened, what we are not good at yet, and how to tell us."""

from collections.abc import Iterable, Mapping

from holdfast.council import Council
from holdfast.figures.figure import Count, Counted
from holdfast.reports.annual.edition import Edition
from holdfast.reports.children.shares import in_tens, picture_of
from holdfast.reports.comparing import direction, matters, stands
from holdfast.reports.document import Block, Bullets, Callout, Chart, Document, Heading, Paragraph
from holdfast.reports.numbers import day_in_full, whole, year_end
from holdfast.reports.prose import read_prose
from holdfast.reports.reading_age import reading_age
from holdfast.reports.writers.markdown import blocks as blocks_of
from holdfast.reports.writers.markdown import plain

_FEW = 10
_WENT = (
    (("Went home",), "Some went home."),
    (("Adopted", "Special guardianship"), "Some found a new family."),
    (("Independent living", "Stayed with carers at 18", "Adult social care"), "Some grew up."),
)


def compose(*, council: Council, year: str, figures: Mapping[str, Counted], made: str = "") -> Document:
    """The letter to the children about one year, as a document in the children's look.

    Words the service wrote for it, in `prose/letter.md` beside the returns, stand after the greeting.
    """
    edition = Edition(council=council, year=year, figures=figures)
    blocks: list[Block] = [
        Paragraph("Dear children and young people,", lead=True),
        Paragraph(
            f"This letter is about one year. It began on 1 April {year[:4]} and "
            f"went on to {day_in_full(year_end(year))}. "
            "We want you to know what went well. We also want to tell you what we must do better."
        ),
        Paragraph(
            "Your reviewing officer is the person who runs the meeting about you. They do not work for your social "
            "worker. Their job is to check that your plan is right for you, and to speak up when it is not."
        ),
        *_own_words(council),
        *_all_of_you(edition),
        *_meetings(edition),
        *_your_say(edition),
        *_homes(edition),
        *_not_good_yet(edition),
        *_your_rights(),
        *_tell_us(council),
    ]
    age = reading_age(spoken(blocks))
    blocks.append(
        Callout(
            "note",
            "Can you read this?",
            (Paragraph(f"We tested our words. You can read them from about age {age:.0f}."),),
        )
    )
    return Document(
        title="Our letter to you",
        subtitle=f"What happened in the year to {day_in_full(year_end(year))}",
        council=council.name,
        made=made,
        colour=council.colour,
        accent=council.accent,
        blocks=tuple(blocks),
        look="children",
    )


def reading_age_of(document: Document) -> float:
    """The age in years at which a document's paragraphs and lists can be read."""
    return reading_age(spoken(document.blocks))


def spoken(blocks: Iterable[Block]) -> str:
    """The sentences of the blocks, in order."""
    said: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            said.append(plain(block.text).rstrip(".:,") + ".")
        elif isinstance(block, Bullets):
            said += [plain(item).rstrip(".") + "." for item in block.items]
        elif isinstance(block, Callout):
            said.append(spoken(block.blocks))
        elif isinstance(block, Chart):
            said.append(block.title + ".")
    return " ".join(said)


def _own_words(council: Council) -> list[Block]:
    prose = read_prose(council.folder).get("letter") if council.folder else None
    return list(blocks_of(prose.markdown, prefix="letter", top_level=2)) if prose else []


def _part(title: str, anchor: str, blocks: list[Block]) -> list[Block]:
    return [Heading(title, 1, anchor), *blocks] if blocks else []


def _all_of_you(edition: Edition) -> list[Block]:
    now, before = edition.now("children_looked_after"), edition.before("children_looked_after")
    said: list[str] = []
    if now is not None:
        were = "1 child" if now.numerator == 1 else f"{whole(now.numerator or 0)} children"
        said.append(f"On {day_in_full(year_end(edition.year))} we looked after {were}.")
        if before is not None:
            gap = (now.numerator or 0) - (before.numerator or 0)
            many = "more" if gap > 0 else "fewer"
            said.append(
                f"That is {whole(abs(gap))} {many} than a year before." if gap else "That is the same as a year before."
            )
    came, left = edition.now("children_who_came"), edition.now("children_who_left")
    if came is not None and came.numerator:
        said.append(f"In the year, {_children(came)} came to us.")
    if left is not None and left.numerator:
        said.append(" ".join((f"{_children(left)} left our care.".capitalize(), *_where_to(edition))))
    return _part("All of you", "all-of-you", [Paragraph(" ".join(said))] if said else [])


def _where_to(edition: Edition) -> list[str]:
    """Where some of those who left went; only what is so, and not where a small number is kept back."""
    reasons = edition.split("children_who_left", "reason_group")
    return [
        said
        for groups, said in _WENT
        if any((count := reasons.get(group)) and not count.hidden and (count.numerator or 0) > 1 for group in groups)
    ]


def _meetings(edition: Edition) -> list[Block]:
    held = edition.now("reviews_held")
    said = ["Your meeting is where we look at your plan with you. The law says how soon each meeting must be."]
    if held is not None and held.numerator:
        said.append(f"In this year there were {whole(held.numerator)} meetings about children.")
    pictures = picture_of(
        edition,
        "children_with_all_reviews_in_time",
        "person",
        "{share} of you had every meeting on time",
        alt="children in a row",
    ) + picture_of(
        edition,
        "reviews_in_time",
        "meeting",
        "{share} of the meetings were on time",
        alt="meetings in a row",
        accent=True,
    )
    more = _compared(edition, "children_with_all_reviews_in_time") or _compared(edition, "reviews_in_time")
    untold = [edition.now(name) for name in ("children_with_all_reviews_in_time", "reviews_in_time")]
    if any(count is not None and not stands(count) for count in untold):
        more = [Paragraph("We could not check if all the meetings were on time. We did not have all the dates.")]
    return _part(
        "The meeting about you",
        "meetings",
        [Paragraph(" ".join(said)), *pictures, *more] if held or pictures or more else [],
    )


def _compared(edition: Edition, name: str) -> list[Block]:
    now, before = edition.now(name), edition.compared_with(name)
    if now is None or before is None or min(now.denominator or 0, before.denominator or 0) < _FEW:
        return []
    if not matters(now, before):
        return [Paragraph("That is about the same as the year before.")]
    better = direction(now, before) == "up"
    said = "That is better than the year before." if better else "That is worse than the year before. We are sorry."
    return [Paragraph(said)]


def _your_say(edition: Edition) -> list[Block]:
    pictures = picture_of(
        edition,
        "children_who_took_part_in_every_review",
        "voice",
        "{share} of you who are four or over had a say in each meeting",
        alt="speech bubbles in a row",
    )
    text = Paragraph(
        "You can come to your meeting and talk. You can bring someone to talk for you. You can write, draw or send a "
        "message. All of these count."
    )
    return _part("Having your say", "having-your-say", [text, *pictures] if pictures else [])


def _homes(edition: Edition) -> list[Block]:
    moved = picture_of(
        edition,
        "children_with_three_or_more_placements",
        "home",
        "{share} of you lived in three or more homes in the year",
        alt="homes in a row",
        good=False,
        accent=True,
    )
    blocks: list[Block] = []
    if moved:
        blocks += [Paragraph("It is hard to move again and again. We want you to feel at home where you live."), *moved]
    far = edition.now("children_placed_over_20_miles_away")
    if far is not None and far.denominator and stands(far):
        share = in_tens(far, good=False)
        blocks.append(
            Paragraph(
                f"{share[:1].upper()}{share[1:]} of you lived more than 20 miles from home. That can make family time "
                "hard, and time with brothers and sisters too. Tell us if it does."
            )
        )
    return _part("Where you live", "where-you-live", blocks)


def _not_good_yet(edition: Edition) -> list[Block]:
    items: list[str] = []
    late, overdue = edition.now("reviews_held_late"), edition.now("reviews_overdue_at_year_end")
    if late is not None and late.numerator:
        meetings = "1 meeting was" if late.numerator == 1 else f"{whole(late.numerator)} meetings were"
        items.append(f"{meetings} late. When a meeting is late, you wait too long to be heard.")
    if overdue is not None and overdue.numerator:
        waited = "1 child was" if overdue.numerator == 1 else f"{whole(overdue.numerator)} children were"
        items.append(f"At the end of the year {waited} still waiting for a meeting.")
    codes = edition.split("reviews_held", "participation_code")
    silent = codes.get("PN7")
    if silent is not None and silent.numerator and not any(count.hidden for count in codes.values()):
        meetings = "1 meeting" if silent.numerator == 1 else f"{whole(silent.numerator)} meetings"
        items.append(f"At {meetings} no one heard from the child. We want to hear from all of you.")
    moved = edition.now("children_with_three_or_more_placements")
    if moved is not None and moved.numerator:
        who = "1 child" if moved.numerator == 1 else f"{whole(moved.numerator)} of you"
        items.append(f"{who[:1].upper()}{who[1:]} had to move too often.")
    text = Paragraph("We must do better at these things. You can ask us how we are getting on.")
    return _part("What we are not good at yet", "not-good-yet", [Bullets(tuple(items)), text] if items else [])


def _your_rights() -> list[Block]:
    return _part(
        "What you can ask for",
        "what-you-can-ask-for",
        [
            Bullets(
                (
                    "You can ask for your meeting to be sooner.",
                    "You can say who should come, and where it should be.",
                    "You can see your reviewing officer on your own before it.",
                    "You can have an advocate. That is a person who is on your side and helps you speak up.",
                    "You can ask to see your plan, and say what you would change.",
                )
            )
        ],
    )


def _tell_us(council: Council) -> list[Block]:
    ways = []
    if council.telephone:
        ways.append(f"Call us on {council.telephone}.")
    if council.email:
        ways.append(f"Write to us at {council.email}.")
    if council.write_to:
        ways.append(f"Send a letter or a drawing to {council.write_to}.")
    blocks: list[Block] = [Paragraph("Did we get this right? Is there more we should know? Please tell us.")]
    blocks.append(
        Bullets(tuple(ways)) if ways else Paragraph("Ask your carer or your social worker to help you find us.")
    )
    blocks.append(Paragraph("Thank you for reading. Thank you for telling us what matters to you."))
    blocks.append(Paragraph(f"From all of us at the {council.service} of {council.name}"))
    return _part("How to tell us", "how-to-tell-us", blocks)


def _children(count: Count) -> str:
    return "one child" if count.numerator == 1 else f"{whole(count.numerator or 0)} children"

"""What does a writer have to cope with? A document with one of everything, long names, wide and long tables."""

import io
from functools import cache

import matplotlib

matplotlib.use("svg")
from matplotlib.figure import Figure as Picture

from holdfast.reports.document import (
    Bullets,
    Callout,
    Chart,
    Details,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Table,
)

SCRIPT = "<script>alert('canary')</script>"
FORMULA = '=HYPERLINK("http://example.org","canary")'
LONG_NAME = "The Royal Metropolitan Borough of Great Wetherby-under-Holderness with Saltmarsh"


@cache
def picture(kind: str) -> tuple[bytes, bytes]:
    """A small chart as SVG and PNG, the same bytes each time."""
    made = []
    for form in ("svg", "png"):
        with matplotlib.rc_context({"svg.hashsalt": "holdfast", "font.size": 11}):
            drawn = Picture(figsize=(7, 3.2), layout="constrained")
            axes = drawn.subplots()
            if kind == "bars":
                axes.barh(
                    ["16 and over", "10 to 15", "5 to 9", "1 to 4", "Under 1"], [61, 120, 64, 32, 15], color="#1d5c63"
                )
            else:
                axes.plot(
                    ["2010-11", "2011-12", "2012-13", "2013-14", "2014-15"], [88, 91, 90, 86, 93], color="#1d5c63", lw=3
                )
                axes.set_ylim(0, 100)
            axes.spines[["top", "right"]].set_visible(False)
            out = io.BytesIO()
            metadata = {"Date": None} if form == "svg" else {"Software": None}
            drawn.savefig(out, format=form, dpi=160, metadata=metadata)
            made.append(out.getvalue())
    return made[0], made[1]


def chart(name: str, title: str, kind: str = "bars", *, table: Table | None = None) -> Chart:
    """A chart with its words."""
    svg, png = picture(kind)
    return Chart(name, title, f"{title}. The tallest bar is 10 to 15, with 120 children.", svg, png, 7, 3.2, table)


AGES = Table(
    name="ages",
    title="Children looked after on 31 March by age",
    columns=("Age", "2013-14", "2014-15", "Change", "Share"),
    rows=(
        ("Under 1", "18", "15", "-3", "5%"),
        ("1 to 4", "40", "32", "-8", "11%"),
        ("5 to 9", "58", "64", "6", "22%"),
        ("10 to 15", "104", "120", "16", "41%"),
        ("16 and over", "56", "61", "5", "21%"),
    ),
    numeric=(False, True, True, True, True),
    total=("All children", "276", "292", "16", "100%"),
    note="Ages are in completed years on the day. Shares are rounded, so they *may not add* to exactly 100%.",
    values=(
        ("Under 1", 18, 15, -3, 0.05137),
        ("1 to 4", 40, 32, -8, 0.10959),
        ("5 to 9", 58, 64, 6, 0.21918),
        ("10 to 15", 104, 120, 16, 0.41096),
        ("16 and over", 56, 61, 5, 0.20890),
        ("All children", 276, 292, 16, 1.0),
    ),
)

MONTHS = (
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "January",
    "February",
)
WIDE = Table(
    name="Reviews held: every month / by team [2014-15]",
    title="Reviews held each month by the team of the social worker, with a title long enough to need two lines",
    columns=("Team", *MONTHS),
    rows=tuple(
        (team, *(f"{1000 + 37 * at + 11 * month:,}" for month in range(11)))
        for at, team in enumerate(
            ("Family support and safeguarding east", "Children with disabilities", "Leaving care", SCRIPT, FORMULA)
        )
    ),
    numeric=(False, *(True for _ in MONTHS)),
    total=("All teams", *(f"{5370 + 55 * month:,}" for month in range(11))),
)

LONG = Table(
    name="late",
    title="Every review held late, and by how many days",
    columns=("Child", "Due", "Held", "Days late", "Why it was late"),
    rows=tuple(
        (
            f"C{1000 + at}",
            f"{1 + at % 28} May 2014",
            f"{1 + at % 28} June 2014",
            str(31 + at % 5),
            "The school could not come"
            if at % 3
            else "The social worker's report had not come, and the IRO put it off",
        )
        for at in range(40)
    ),
    numeric=(False, False, False, True, False),
)


def sample() -> Document:
    """The report."""
    return Document(
        title="Independent Reviewing Officers' annual report",
        subtitle="April 2014 to March 2015",
        council=LONG_NAME,
        made="Made on 4 June 2015 from the returns for 2013-14 and 2014-15",
        colour="#1d5c63",
        accent="#c8553d",
        blocks=(
            Heading("The year at a glance", 1, "glance"),
            Paragraph(
                "More children came into care, and **more of their reviews were in time** than before.",
                lead=True,
            ),
            KeyFigures(
                (
                    KeyFigure("292", "children were looked after on 31 March 2015", "16 more than a year before", ""),
                    KeyFigure("93%", "of children had every review in time", "up from 86%", "better"),
                    KeyFigure("41", "reviews were held late", "4 more than last year", "worse"),
                    KeyFigure(
                        "88%", "of children aged 4 and over took part in every review", "the same as last year", "same"
                    ),
                    KeyFigure("1,034", "reviews were held"),
                )
            ),
            Paragraph(
                "A council looks after a child when nobody else can, and the law asks one person to see how well: "
                "the independent reviewing officer. This report says what they saw. It is written for the "
                "[corporate parenting board](https://example.org/board), and for anyone who wants to know; see "
                "[what could not be told](#not-told)."
            ),
            Bullets(
                (
                    "Reviews were held **sooner**.",
                    "Children spoke for themselves more often.",
                    "Three children waited too long; *we say why below*.",
                )
            ),
            Heading("The children", 1, "children"),
            Paragraph(
                "On 31 March 2015 the council looked after 292 children, 16 more than the year before.", lead=True
            ),
            chart("ages-chart", "Most children we look after are 10 or older", table=AGES),
            Heading("How old they are", 2, "how-old"),
            Paragraph("Two in five are aged 10 to 15. The number of children under five fell by eleven. " * 4),
            AGES,
            Heading("In which months", 3, "months"),
            WIDE,
            Heading("Reviews and their timeliness", 1, "timeliness"),
            chart("trend", "More reviews were in time than in any of the last five years", "line"),
            Callout(
                "note",
                "What counts as in time",
                (Paragraph("A first review within 20 working days, then within three months, then every six."),),
            ),
            Callout(
                "warning",
                "Two totals disagree",
                (
                    Paragraph("Codes add to 1,033; reviews held are 1,034."),
                    Bullets(("Look at child C1017.", "Correct the return.")),
                ),
            ),
            Callout(
                "prose",
                "From the service",
                (
                    Paragraph(
                        "We moved two officers to the east team in May. It helped: late reviews halved by September."
                    ),
                    Paragraph("In the new year we shall do the same in the west."),
                ),
            ),
            LONG,
            Heading("What could not be told", 1, "not-told"),
            Bullets(("How long each review took.", "Who chaired it.", "Whether a parent came."), ordered=True),
            Details(
                "How each figure is defined",
                (
                    Heading("Reviews in time", 2, "def-in-time"),
                    Paragraph("The share of reviews held on or before the day they were due. Code: `reviews_in_time`."),
                    Heading("Took part", 2, "def-took-part"),
                    Paragraph(f"Codes PN1 to PN3, PN5 and PN6. {SCRIPT}"),
                    Table(
                        "codes",
                        "Codes",
                        ("Code", "Meaning"),
                        (("PN1", "Spoke for themselves"), ("PN7", "Sent no views")),
                        (False, False),
                    ),
                ),
            ),
        ),
    )


def children() -> Document:
    """The children's version."""
    return Document(
        title="What you told us, and what happened",
        subtitle="A letter to every child and young person we look after",
        council=LONG_NAME,
        made="Made on 4 June 2015",
        colour="#1d5c63",
        accent="#f2b632",
        look="children",
        blocks=(
            Paragraph(
                "Hello. This is about **your meetings**. You said a lot. We wrote it down and this is what came of it.",
                lead=True,
            ),
            Heading("Your meetings", 1, "meetings"),
            KeyFigures(
                (
                    KeyFigure("9 in 10", "of you had all your meetings on time", "more than last year", "better"),
                    KeyFigure("257", "of you told us what you think"),
                )
            ),
            Paragraph("A meeting about you should never be late. For 19 of you it was. We are sorry."),
            chart("when", "More meetings were on time", "line"),
            Heading("What you can ask for", 1, "ask"),
            Bullets(("You can ask for a meeting.", "You can bring someone you trust.", "You can choose where it is.")),
            Callout("note", "If something is wrong", (Paragraph("Tell your IRO. You can do this **any day**."),)),
            Callout("prose", "From all of us", (Paragraph("Thank you for telling us."),)),
            AGES,
            Details("Words we use", (Paragraph("**IRO**: the person who checks that your plan is right for you."),)),
        ),
    )

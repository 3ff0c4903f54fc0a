"""What day and time it is: the one place that reads the clock."""

from datetime import date, datetime

from holdfast.rules.answers import day_in_words


def now() -> datetime:
    """The moment it is, with its time zone."""
    return datetime.now().astimezone()


def made_at(moment: datetime) -> str:
    """A moment as a manifest writes it, to the second."""
    return moment.replace(microsecond=0).isoformat()


def made_on(moment: datetime) -> str:
    """A moment as a report says it: 3 May 2014."""
    return day_in_words(date(moment.year, moment.month, moment.day))

"""How are the last year's reviews held so that each of their totals comes out: number, lateness, codes?"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from holdfast.drawing.ages import quota
from holdfast.drawing.clock import turns_of
from holdfast.drawing.dating import FOUR_WEEKS, Drawn
from holdfast.drawing.life import Meeting
from holdfast.drawing.meetings import days_to_avoid, fourth_birthday, hold_reviews, participation, working
from holdfast.drawing.totals import Totals
from holdfast.drawing.town import DrawingError
from holdfast.rules.facts import age_on

A_DAY = timedelta(days=1)
ROOM = 21
"""Days that an extra review keeps from the reviews around it."""


class LastYear:
    """The last year's reviews of the children drawn, brought step by step to the totals."""

    def __init__(self, rng: Random, totals: Totals, drawn: list[Drawn]) -> None:
        self.rng, self.totals, self.drawn = rng, totals, drawn
        self.opens, self.closes = totals.ends[-2] + A_DAY, totals.last
        self.from_year = totals.ends[0].year
        self.settled = [child for child in drawn if (child.days_at_the_end or 0) >= FOUR_WEEKS]
        self.settled_ids = {id(child) for child in self.settled}
        self.slipped: set[int] = set()

    def hold_all(self) -> None:
        """Hold every review, make the late ones late, then add and take away until the numbers are right."""
        for child in self.drawn:
            self._hold(child, self._sometimes_late)
            self._first_review_as_wanted(child)
        self._make_late()
        self._meet_the_numbers()
        self._give_codes()

    def held(self, child: Drawn) -> list[Meeting]:
        """The child's reviews in the last year."""
        return [meeting for meeting in child.care.meetings if meeting.held_on >= self.opens]

    def _hold(self, child: Drawn, days_late: Callable[[date], int]) -> None:
        hold_reviews(self.rng, child.life, child.care, from_year=self.from_year, until=self.closes, days_late=days_late)

    def _sometimes_late(self, due: date) -> int:
        """Late now and then before the last year, well clear of its beginning."""
        if date(self.from_year, 10, 1) <= due < self.opens - timedelta(days=100) and self.rng.random() < 0.05:
            return self.rng.randrange(1, 15)
        return 0

    def _first_review_as_wanted(self, child: Drawn) -> None:
        care = child.care
        if child.has_first is False:
            care.meetings = []
        elif (child.has_first or (id(child) in self.settled_ids and care.starts_on > self.opens)) and not care.meetings:
            last = min(self.closes, (care.ends_on or date.max) - A_DAY)
            day = working(last, days_to_avoid(child.life, turns_of(care.stays)), -1)
            if day <= care.starts_on:
                raise DrawingError("a first review has no working day to be held on")
            care.meetings = [Meeting(day, participation(self.rng, born_on=child.life.born_on, on=day), False, True)]

    def _make_late(self) -> None:
        ni66, in_time = self.totals.shares.get("ni66"), self.totals.shares.get("reviews_in_time")
        fails = ni66.denominator - ni66.numerator if ni66 else None
        late = in_time.denominator - in_time.numerator if in_time else fails
        if fails is None:
            fails = late if late is not None else len(self.settled) // 20
        late = fails if late is None else late
        ready = self.rng.sample(self.settled, len(self.settled))
        self._slip(ready, min(fails, late), self._slips_once, "children there for four weeks with a review late")
        self._slip(ready, fails - min(fails, late), self._is_overdue, "children with a review due and not held")
        others = [child for child in self.drawn if id(child) not in self.settled_ids and child.has_first is not False]
        if others and late > fails:
            self.rng.shuffle(others)
            self._slip(others, late - fails, self._slips_once, "late reviews of children who left")

    def _slip(self, ready: list[Drawn], wanted: int, how: Callable[[Drawn], bool], what: str) -> None:
        while wanted and ready:
            child = ready.pop()
            if how(child):
                self.slipped.add(id(child))
                wanted -= 1
        if wanted:
            raise DrawingError(f"{wanted} more {what} are asked for than could be drawn")

    def _slips_once(self, child: Drawn) -> bool:
        """Hold one review of the last year late, and all others in time; False, and unchanged, where that cannot be."""
        before = child.care.meetings
        for _ in range(8):
            which, seen = self.rng.randrange(3), [0]
            by = 1 + min(int(self.rng.expovariate(1 / 7)), 45)

            def days_late(due: date, which: int = which, seen: list[int] = seen, by: int = by) -> int:
                if due < self.opens - timedelta(days=by):
                    return self._sometimes_late(due)
                seen[0] += 1
                return by if seen[0] == which + 1 else 0

            self._hold(child, days_late)
            late = sum(meeting.is_late for meeting in self.held(child))
            if late == 1 and self.closes not in child.care.overdue_at and self._first_kept(child, before):
                return True
        child.care.meetings, child.care.overdue_at = before, set()
        return False

    def _is_overdue(self, child: Drawn) -> bool:
        """Leave the review that falls due last in the year unheld."""
        before = child.care.meetings

        def days_late(due: date) -> int:
            if due < self.closes - timedelta(days=90):
                return 0
            return (self.closes - due).days + 7 if due < self.closes else 0

        self._hold(child, days_late)
        late = any(meeting.is_late for meeting in self.held(child))
        if self.closes in child.care.overdue_at and not late and self._first_kept(child, before) and self.held(child):
            return True
        child.care.meetings, child.care.overdue_at = before, set()
        return False

    def _first_kept(self, child: Drawn, before: list[Meeting]) -> bool:
        def firsts(meetings: list[Meeting]) -> int:
            return sum(meeting.is_first and meeting.held_on >= self.opens for meeting in meetings)

        return firsts(child.care.meetings) == firsts(before)

    def _meet_the_numbers(self) -> None:
        held = self.totals.numbers.get("reviews_held")
        codes = self.totals.participation_codes
        if codes is not None:
            young = codes.get("PN0", 0)
            self._bring_to(young, lambda child, day: day < fourth_birthday(child.life.born_on), "under four")
            older = sum(codes.values()) - young
            self._bring_to(older, lambda child, day: day >= fourth_birthday(child.life.born_on), "of four and over")
        elif held is not None:
            self._bring_to(held, lambda _child, _day: True, "of all ages")

    def _bring_to(self, wanted: int, counts: Callable[[Drawn, date], bool], who: str) -> None:
        now = sum(counts(child, meeting.held_on) for child in self.drawn for meeting in self.held(child))
        if now > wanted:
            now -= self._take_away(now - wanted, counts)
        if now < wanted:
            now += self._add(wanted - now, counts)
        if now != wanted:
            raise DrawingError(f"{wanted} reviews of children {who} are asked for; the nearest drawn is {now}")

    def _take_away(self, surplus: int, counts: Callable[[Drawn, date], bool]) -> int:
        """Let children leave a little earlier, before their last review, until so many reviews are gone."""
        gone = 0
        leavers = [child for child in self.drawn if child.care.ends_on and child.care.ends_on > self.opens]
        self.rng.shuffle(leavers)
        again = True
        while gone < surplus and again:
            again = False
            for child in leavers:
                if gone < surplus and self._leaves_before_last_review(child, counts):
                    gone += 1
                    again = True
        return gone

    def _leaves_before_last_review(self, child: Drawn, counts: Callable[[Drawn, date], bool]) -> bool:
        care, held = child.care, self.held(child)
        if not held or held[-1].is_first or held[-1].is_late or not counts(child, held[-1].held_on):
            return False
        before = care.meetings[-2].held_on if len(care.meetings) > 1 else care.starts_on
        earliest = max(before, self.opens, care.stays[-1].starts_on) + A_DAY
        if earliest > held[-1].held_on:
            return False
        care.meetings.pop()
        care.ends_on = earliest + timedelta(days=self.rng.randrange((held[-1].held_on - earliest).days + 1))
        return True

    def _add(self, missing: int, counts: Callable[[Drawn, date], bool]) -> int:
        """Hold reviews that no law asked for, where there is most room between two."""
        added = 0
        while added < missing:
            rooms = [room for child in self.drawn for room in self._rooms(child, counts)]
            if not rooms:
                break
            rooms.sort(key=lambda room: -room[0] - self.rng.random() * 60)
            touched: set[int] = set()
            for _, child, day in rooms:
                if added < missing and id(child) not in touched:
                    touched.add(id(child))
                    meetings = child.care.meetings
                    meetings.append(Meeting(day, "", is_late=False, is_first=False))
                    meetings.sort()
                    added += 1
        return added

    def _rooms(self, child: Drawn, counts: Callable[[Drawn, date], bool]) -> Iterator[tuple[int, Drawn, date]]:
        care = child.care
        if id(child) in self.slipped or not care.meetings or child.has_first is False:
            return
        avoid = days_to_avoid(child.life, turns_of(care.stays))
        until = min(care.ends_on or date.max, self.closes + timedelta(days=ROOM))
        days = [meeting.held_on for meeting in care.meetings] + [until]
        for before, after in pairwise(days):
            first = max(before + timedelta(days=ROOM), self.opens + A_DAY)
            last = after - timedelta(days=ROOM)
            if first >= last:
                continue
            wide = (last - first).days
            day = working(first + timedelta(days=wide // 3 + self.rng.randrange(wide // 3 + 1)), avoid, -1)
            if first <= day <= min(last, self.closes) and counts(child, day):
                yield wide, child, day

    def _give_codes(self) -> None:
        """PN0 to the under-fours; then PN7 where it must and may be; then the rest, as ages make likely."""
        took_part = self.totals.shares.get("c63")
        four = [
            child for child in self.settled if any(self._counts_as_four(child, one.held_on) for one in self.held(child))
        ]
        silent: set[int] | None = None
        if took_part:
            if len(four) != took_part.denominator:
                raise DrawingError(
                    f"c63 counts {took_part.denominator} children of four and over; {len(four)} could be drawn"
                )
            fails = took_part.denominator - took_part.numerator
            silent = {id(child) for child in self.rng.sample(four, fails)}
        bound = {id(child) for child in four}
        slots = [
            (child, at)
            for child in self.drawn
            for at, meeting in enumerate(child.care.meetings)
            if meeting.held_on >= self.opens
        ]
        for child, at in slots:
            self._code(child, at, "PN0" if not self._counts_as_four(child, child.care.meetings[at].held_on) else "")
        older = [slot for slot in slots if self._counts_as_four(slot[0], slot[0].care.meetings[slot[1]].held_on)]
        self.rng.shuffle(older)
        older = self._code_the_silent(older, silent, bound)
        self._code_the_rest(older)

    def _code_the_silent(
        self, older: list[tuple[Drawn, int]], silent: set[int] | None, bound: set[int]
    ) -> list[tuple[Drawn, int]]:
        wanted = self.totals.participation_codes.get("PN7", 0) if self.totals.participation_codes else None
        must: dict[int, tuple[Drawn, int]] = {}
        for slot in older:
            if silent and id(slot[0]) in silent:
                must.setdefault(id(slot[0]), slot)
        chosen = list(must.values())
        first_of = {(id(child), at) for child, at in chosen}
        if wanted is not None:
            may = [slot for slot in older if (id(slot[0]), slot[1]) not in first_of
                   and (silent is None or id(slot[0]) in silent or id(slot[0]) not in bound)]  # fmt: skip
            if not len(chosen) <= wanted <= len(chosen) + len(may):
                raise DrawingError(
                    f"participation_codes PN7 {wanted}: c63 needs from {len(chosen)} to {len(chosen) + len(may)}"
                )
            chosen += may[: wanted - len(chosen)]
        taken = {(id(child), at) for child, at in chosen}
        for child, at in chosen:
            self._code(child, at, "PN7")
        return [slot for slot in older if (id(slot[0]), slot[1]) not in taken]

    def _code_the_rest(self, older: list[tuple[Drawn, int]]) -> None:
        given = self.totals.participation_codes
        if given is None:
            for child, at in older:
                code = participation(self.rng, born_on=child.life.born_on, on=child.care.meetings[at].held_on)
                free = code != "PN7" or "c63" not in self.totals.shares
                self._code(child, at, code if free else "PN6")
            return
        left = Counter({code: count for code, count in given.items() if code not in ("PN0", "PN7")})
        speaking = ("PN3", "PN5", "PN6", "PN4", "PN2", "PN1")
        order = sorted(quota(left), key=speaking.index)
        older.sort(key=lambda slot: self._age(slot) + self.rng.random() * 9)
        for (child, at), code in zip(older, order, strict=True):
            self._code(child, at, code)

    def _age(self, slot: tuple[Drawn, int]) -> int:
        return age_on(slot[0].care.meetings[slot[1]].held_on, slot[0].life.born_on)

    def _counts_as_four(self, child: Drawn, day: date) -> bool:
        return day >= fourth_birthday(child.life.born_on)

    def _code(self, child: Drawn, at: int, code: str) -> None:
        child.care.meetings[at] = child.care.meetings[at]._replace(code=code)

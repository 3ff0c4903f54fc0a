"""Which rows would the council have returned for one year? Its tables, as the statutory return lays them out."""

from collections.abc import Iterator
from datetime import date, timedelta

from holdfast.drawing.careers import eighteenth_birthday
from holdfast.drawing.coding import SOCIAL_WORKERS_FROM, sex_code
from holdfast.drawing.life import Care, Life, Stay, Town
from holdfast.rules.facts import age_on, year_ends_on, year_starts_on

Row = tuple[str, ...]

COLUMNS: dict[str, Row] = {
    "header": ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"),
    "episodes": ("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE",
                 "HOME_POST", "PL_POST", "URN", "PL_LOCATION", "PL_DISTANCE"),
    "reviews": ("CHILD", "DOB", "REVIEW", "REVIEW_CODE"),
    "uasc": ("CHILD", "SEX", "DOB", "DUC"),
    "missing": ("CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"),
    "placed_for_adoption": ("CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
    "oc2": ("CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK",
            "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"),
    "sw_episodes": ("CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"),
}  # fmt: skip
WHY_MOVED = ("CARPL", "CARPL", "CARPL", "STAND", "CREQB", "CHILD", "CLOSE", "APPRR")
A_YEAR = timedelta(days=365)


def written(day: date | None) -> str:
    """A day as the return writes it, dd/mm/yyyy; nothing for none."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}" if day else ""


def tables_of(town: Town, year: int) -> dict[str, list[Row]]:
    """The rows of every table of the return for the year, without the head row; a table the year lacked is absent."""
    tables: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    first, last = year_starts_on(year), year_ends_on(year)
    for life in town.lives:
        cares = [care for care in life.cares if care.starts_on <= last and (not care.ends_on or care.ends_on >= first)]
        if not cares:
            continue
        tables["header"].append(_header(life, year, last))
        for care in cares:
            tables["episodes"] += _episodes(life, care, first, last)
            tables["placed_for_adoption"] += _placed(life, care, first, last)
            tables["sw_episodes"] += _social_workers(life, care, first, last)
        born = written(life.born_on)
        tables["reviews"] += [
            (life.child_id, born, written(meeting.held_on), meeting.code)
            for care in cares
            for meeting in care.meetings
            if first <= meeting.held_on <= last
        ]
        if life.unaccompanied:
            until = written(eighteenth_birthday(life.born_on))
            tables["uasc"].append((life.child_id, sex_code(life.sex, year), born, until))
        tables["missing"] += [
            (life.child_id, born, kind, written(gone), written(back if back and back <= last else None))
            for kind, gone, back in life.missed
            if gone <= last and (back is None or back >= first)
        ]
        if any(care.covers(last) and care.starts_on + A_YEAR <= last and not care.is_short_breaks for care in cares):
            tables["oc2"].append(_health(life, born, last))
    if year < SOCIAL_WORKERS_FROM:
        del tables["sw_episodes"]
    return tables


def _header(life: Life, year: int, last: date) -> Row:
    pupil = f"A{int(life.child_id):012d}" if age_on(last, life.born_on) >= 4 else "UN1"
    baby = life.mother_of_one_born_on
    is_mother = baby is not None and baby <= last
    mother = "" if life.sex == "M" else "1" if is_mother else "0"
    born_to_her = written(baby) if is_mother else ""
    return (life.child_id, sex_code(life.sex, year), written(life.born_on), life.ethnicity, pupil, mother, born_to_her)


def _episodes(life: Life, care: Care, first: date, last: date) -> Iterator[Row]:
    for at, stay in enumerate(care.stays):
        after: Stay | None = care.stays[at + 1] if at + 1 < len(care.stays) else None
        ends_on = after.starts_on if after else care.ends_on
        if stay.starts_on > last or (ends_on and ends_on < first):
            continue
        ended = ends_on is not None and ends_on <= last
        reason = ("X1" if after else care.reason_ended) if ended else ""
        moved = ""
        if ended and after and after.reason in ("P", "B", "T", "U"):
            moved = "LAREQ" if after.placement[:1] == "A" else WHY_MOVED[stay.starts_on.toordinal() % len(WHY_MOVED)]
        miles = "" if stay.miles is None else f"{stay.miles:.1f}"
        yield (life.child_id, written(stay.starts_on), stay.reason, stay.legal_status, life.need, stay.placement,
               stay.provider, written(ends_on if ended else None), reason, moved, "", "", "",
               "IN" if stay.inside else "OUT", miles)  # fmt: skip


def _placed(life: Life, care: Care, first: date, last: date) -> Iterator[Row]:
    placed = next((stay.starts_on for stay in care.stays if stay.placement[:1] == "A"), None)
    if placed and placed <= last and (not care.ends_on or care.ends_on >= first):
        yield (life.child_id, written(life.born_on), written(placed), "", "")


def _health(life: Life, born: str, last: date) -> Row:
    age = age_on(last, life.born_on)
    luck = (int(life.child_id) * 2654435761 + last.year * 40503) % 1000
    scored = 4 <= age <= 16 and luck % 10 != 3
    score = str(life.strengths_score) if scored else ""
    why_not = "SDQ2" if 4 <= age <= 16 and not scored else ""
    convicted = "1" if age >= 10 and luck % 40 == 7 else "0"
    check = "" if age >= 5 else "1" if luck % 9 else "0"
    misuse = "1" if age >= 13 and luck % 25 == 4 else "0"
    helped = ("1", "") if misuse == "1" and luck % 2 else ("0", "1") if misuse == "1" else ("", "")
    immunised, teeth, assessed = ("1" if luck % by else "0" for by in (11, 7, 13))
    return (life.child_id, born, score, why_not, convicted, check, immunised, teeth, assessed, misuse, *helped)


def _social_workers(life: Life, care: Care, first: date, last: date) -> Iterator[Row]:
    """A social worker for two years or so, then the next."""
    if care.is_short_breaks:
        return
    begins, reason = care.starts_on, "MANAGE"
    turn = int(life.child_id)
    end = care.ends_on
    while begins <= last:
        until = begins + timedelta(days=400 + turn * 37 % 500)
        leaves = min(until, end) if end else until
        closed = leaves <= last
        if leaves >= first:
            yield (life.child_id, written(life.born_on), f"SW{1000 + turn % 47}", written(begins),
                   written(leaves if closed else None), reason)  # fmt: skip
        if end and until >= end:
            return
        begins, reason, turn = until, "LEFTRL", turn + 13

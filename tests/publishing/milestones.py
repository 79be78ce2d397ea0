"""Milestones made by hand: in time, late, open, wished, without a clause, and meant to do harm."""

from datetime import date
from typing import Any

from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum, Milestone
from scheduler.domain.last_day import LastDay
from scheduler.domain.programme import Programme
from scheduler.domain.venue import Holiday

from .nasty_programme import NASTY
from .programmes import forum, programme

MILESTONES = (
    Milestone(milestone="summaries"),
    Milestone(milestone="notes", done=date(2022, 4, 5), note="came\nin time"),
    Milestone(milestone="list", done=date(2022, 2, 18)),
    Milestone(milestone="declaration"),
    Milestone(milestone="flags", done=date(2022, 5, 1)),
    Milestone(milestone="badges"),
)
MEMORIAL_DAY = Holiday(date=date(2022, 5, 30), name="Memorial Day")


def last_day(milestone: str, on: date, **changes: Any) -> LastDay:
    """Return a last day that clause ``1/NAME`` sets, with some fields changed."""
    said = {"paragraph": "1", "tier": "mandate", "says": f"The {milestone} is there.", **changes}
    clause = Clause(clause=f"1/{milestone}", rule="deadline", mandate="charter", **_of(said, Clause))
    fields = {"day": "day-1", "counted": "so many days before day-1", **_of(said, LastDay)}
    return LastDay(milestone=milestone, on=on, clause=clause, **fields)


def _of(said: dict[str, Any], model: type[Clause] | type[LastDay]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name in model.model_fields}


LAST_DAYS = (
    last_day("declaration", date(2022, 5, 16), tier="preference", paragraph="", counted="1 day before day-1"),
    last_day("list", date(2022, 2, 17), counted="3 months before day-1"),
    last_day("notes", date(2022, 4, 5), counted="6 weeks before day-1"),
    last_day(
        "summaries",
        date(2022, 6, 1),
        day="day-2",
        counted="9 working days after day-2",
        left_out=(MEMORIAL_DAY,),
        weekends=True,
    ),
)


def with_milestones(of: Forum | None = None, **changes: Any) -> Programme:
    """Return a programme with milestones, some fields changed."""
    plain = (of or forum()).replace(milestones=MILESTONES)
    return programme(plain, **{"last_days": LAST_DAYS, **changes})


def nasty_milestones() -> Programme:
    """Return a programme whose milestones are meant to do harm."""
    names = tuple(f"milestone-{number}" for number in range(len(NASTY)))
    done = [date(2022, 5, 1), None] * len(NASTY)
    milestones = tuple(
        Milestone(milestone=name, done=on, note=text)
        for name, on, text in zip(names, done, NASTY, strict=False)
    )
    holidays = [Holiday(date=date(2022, 5, 30), name=text) for text in NASTY]
    days = tuple(
        last_day(name, date(2022, 6, 1), says=text, left_out=(holiday,), paragraph=text[:9].strip("\t"))
        for name, text, holiday in zip(names, NASTY, holidays, strict=True)
    )
    plain = forum(title=NASTY[2], milestones=milestones, placeholder=NASTY[3], url="javascript:alert(1)")
    return programme(plain, last_days=days)

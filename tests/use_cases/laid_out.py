"""The small forum of ``fragile``, with wishes and with a ``layouts.yaml`` of nine cells."""

from pathlib import Path
from typing import Any

from scheduler.executing import Failed
from scheduler.executing.in_turn import InTurn
from scheduler.use_cases.layouts import LayoutsAnswer, layouts
from tests.use_cases.fragile import CHARTER, FORUM, HOUSE, write

WEEKS = """\
  - axis: week
    title: Week
    weeks: {first: 2030-03-04, last: 2030-03-31}
"""
ROOMS = """\
  - axis: rooms
    title: Rooms
    values:
      - {value: both, title: Hall and annex}
      - value: hall
        title: Hall alone
        note: nothing is held at once
        set: {rooms.open: [hall], rooms.closures: []}
      - value: annex
        title: Annex alone
        set: {rooms.open: [annex]}
"""
CRITERIA = "criteria: [rooms-used, days-used, interpretation-teams-at-the-peak]\n"
LAYOUTS = f"axes:\n{WEEKS}{ROOMS}{CRITERIA}"
DAYS = """\
  - axis: days
    title: Days
    values:
      - {value: as-planned, title: Two days running}
      - {value: apart, title: A day between, set: {forum.days: {day-1: 2030-03-11, day-2: 2030-03-13}}}
"""
"""The second value breaks a clause of tier mandate."""

_FORUM = FORUM.replace("levels: []", "levels: [wish/done, wish/avoid, wish/hall]") + (
    "milestones:\n  - {milestone: text, done: 2030-03-12}\n"
)
_CLAUSES = """\
clauses:
  - clause: wish/done
    tier: preference
    says: The text is there on the first day.
    rule: deadline-wished
    milestone: text
    day: day-1
  - clause: wish/avoid
    tier: preference
    says: Days to avoid are avoided.
    rule: avoid-days
  - clause: wish/hall
    tier: preference
    says: Talks are in the hall.
    rule: preferred-room
    sessions: {kind: talk}
    rooms: [hall]
"""
_CHARTER = (
    CHARTER
    + """\
  - clause: 4/days
    paragraph: "4"
    tier: mandate
    says: The first day is the day before the second.
    rule: day-before
    day: day-1
    before: day-2
"""
)
HOLIDAYS = """\
holidays:
  - {date: 2030-03-05, name: A feast, kind: avoid}
  - {date: 2030-03-19, name: Day of the House}
  - {date: 2030-03-27, name: Feast of the Moon, give-or-take: 2}
"""
FILES = {
    "fragile/forum.yaml": _FORUM,
    "fragile/clauses.yaml": _CLAUSES,
    "fragile/layouts.yaml": LAYOUTS,
    "mandates/charter.yaml": _CHARTER,
    "venues/house.yaml": HOUSE + HOLIDAYS,
}


def laid_out(root: Path, axes: str = "", **files: str) -> Path:
    """Write the forum, its axes or some other of its files changed, and return its folder."""
    text = {"fragile/layouts.yaml": f"axes:\n{axes}{CRITERIA}"} if axes else {}
    return write(root, **{**FILES, **text, **files})


class Counting(InTurn):
    """Does one task after the other, and counts them by what is done.

    Parameters
    ----------
    ends
        What is done, and how many of it are done before somebody presses Ctrl-C.
    lost
        What is done without any result.
    """

    def __init__(self, ends: tuple[str, int] = ("", 0), lost: str = "") -> None:
        self.done: dict[str, int] = {}
        self._ends, self._lost = ends, lost

    def run(self, work: Any, tasks: Any) -> Any:
        name = work.__name__
        for number, result in super().run(work, tasks):
            if (name, self.done.get(name, 0)) == self._ends:
                raise KeyboardInterrupt
            self.done[name] = self.done.get(name, 0) + 1
            yield number, Failed("3 workers were lost") if name == self._lost else result


def swept(folder: Path, executor: Any = None, **more: Any) -> LayoutsAnswer:
    """Solve all cells, and write beside the forum's folder."""
    return layouts(folder, executor or InTurn(), folder.parent / "out", **more)


def status_of(answer: LayoutsAnswer) -> dict[tuple[str, ...], str]:
    """Return what each cell came to, by its values."""
    assert answer.layouts
    return {cell.values: cell.status for cell in answer.layouts.cells}

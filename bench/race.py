"""Whole processes of hemicycle and of ``conference-scheduler`` on the same conferences."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.conference import Conference, Places, faults, moves, places_of, read, write_forum
from bench.figures import Figure
from bench.timing import alternate

AIM = 0.25
_THEIRS = Path(__file__).with_name("theirs.py")


@dataclass(frozen=True)
class Race:
    """What a conference came to.

    ``faults`` are those of both answers by the conference's own rules; ``moves`` how many talks
    each side moved, ours first.
    """

    figure: Figure
    faults: tuple[str, ...]
    moves: tuple[int, int]

    @property
    def fair(self) -> bool:
        """Whether both answers keep all rules and are equally good."""
        return not self.faults and self.moves[0] == self.moves[1]


def race(file: Path, work: Path, ours: Sequence[str], theirs: Path, rounds: int) -> Race:
    """Race on one conference.

    Parameters
    ----------
    file
        The conference.
    work
        A folder for what is written.
    ours
        The command ``hemicycle``.
    theirs
        The Python interpreter that has ``conference-scheduler``.
    rounds
        How often each side runs.

    Returns
    -------
    Race
        Times, and what the answers are worth.
    """
    conference = read(file)
    folder, answer = write_forum(conference, work / "data"), work / "theirs.json"
    written = work / conference.name
    times = alternate(
        {
            "ours": lambda number: [
                *ours,
                "schedule",
                str(folder),
                "--formats=json",
                f"--output={written / str(number)}",
            ],
            "theirs": lambda _: [str(theirs), str(_THEIRS), str(file), str(answer)],
        },
        rounds,
    )
    timetable = json.loads((written / str(rounds) / "timetable.json").read_text(encoding="utf-8"))
    found = {
        "hemicycle": places_of(timetable),
        "conference-scheduler": _theirs(answer),
    }
    wrong = [f"{name}: {fault}" for name, places in found.items() for fault in faults(conference, places)]
    if timetable["status"] != "optimal":
        wrong.append(f"hemicycle: status {timetable['status']}")
    figure = Figure(_name(conference), times["ours"], times["theirs"], AIM)
    moved = [moves(conference, places) if not wrong else 0 for places in found.values()]
    return Race(figure, tuple(wrong), (moved[0], moved[1]))


def _theirs(answer: Path) -> Places:
    said = json.loads(answer.read_text(encoding="utf-8"))
    return {int(talk): (time, room) for talk, (time, room) in said.items()}


def _name(conference: Conference) -> str:
    return f"{conference.name}, {'fewest moves' if conference.old else 'any timetable'}"

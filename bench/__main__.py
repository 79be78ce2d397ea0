"""``python -m bench``: print what hemicycle costs, each figure beside what is aimed at."""

import argparse
import compileall
import sys
import tempfile
from pathlib import Path

from bench import cosplib, explaining, large, losing, party_calendars, speaking, startup, sweeping
from bench.figures import table
from bench.race import race

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: list[str]) -> None:
    """Measure, and print.

    Parameters
    ----------
    arguments
        What stands behind ``python -m bench`` on the command line.
    """
    asked = _parser().parse_args(arguments)
    for package in ("scheduler", "constraints"):  # as an installed package is
        compileall.compile_dir(str(ROOT / package), quiet=2)
    program = Path(sys.executable).with_name("hemicycle")
    ours = [str(program)] if program.exists() else [sys.executable, "-m", "scheduler.cli"]
    with tempfile.TemporaryDirectory() as work:
        start = startup.figures(asked.forum, Path(work, "startup"), ours, asked.rounds)
        spoken = speaking.figure(asked.forum, Path(work, "speaking"), ours, asked.rounds)
        sys.stdout.write(table(f'Ratios to python -c "{startup.BARE}"', [*start, spoken]))
        worst = explaining.figure(Path(work, "explaining"), ours, asked.explained)
        sys.stdout.write(
            table("\nRatio to scheduling the same forum without the fault, the worst of all", [worst])
        )
        lost = losing.figure(asked.forum, Path(work, "losing"), ours, asked.losses)
        sys.stdout.write(table("\nRatio to one command line for each loss, estimated on some", [lost]))
        _party_calendars(asked, Path(work))
        _layouts(asked, Path(work), ours)
        found = large.amounts(Path(work, "large"), ours, asked.large)
        sys.stdout.write(large.table("\nLarge conferences, whole processes", found))
        _workbooks(asked, Path(work))
        _conferences(asked, Path(work), ours)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--forum", type=Path, default=ROOT / "data/imrf-2022")
    parser.add_argument("--rounds", type=int, default=9, help="runs of each command")
    parser.add_argument("--explained", type=int, default=3, help="runs on each planted fault")
    parser.add_argument("--losses", type=int, default=12, help="losses that are scheduled one by one")
    parser.add_argument("--layouts", type=int, default=300, help="layouts that are solved")
    parser.add_argument("--large", type=int, default=3, help="runs on each large conference")
    parser.add_argument("--seconds", type=float, default=60, help="how long a workbook is solved")
    parser.add_argument("--conferences", type=Path, help="a folder with conf100_*.json")
    parser.add_argument("--theirs", type=Path, help="a Python interpreter with conference-scheduler")
    parser.add_argument("--race-rounds", type=int, default=3, help="runs of each side on a conference")
    return parser


def _party_calendars(asked: argparse.Namespace, work: Path) -> None:
    own = party_calendars.figure(asked.forum, work / "parties", asked.rounds)
    title = "\nRatio to icalendar alone, which serialises the same events one calendar after another"
    sys.stdout.write(table(title, [own]))


def _layouts(asked: argparse.Namespace, work: Path, ours: list[str]) -> None:
    data = ROOT / "data"
    faster, pace = sweeping.speed_up(data, work / "speed", ours, (10, asked.layouts // 10), 2)
    title = f"\nLayouts of {sweeping.FORUM}: {pace:.1f} a second in two processes"
    larger = sweeping.growth(data, work / "growth", ours)
    sys.stdout.write(table(title, [faster, sweeping.overhead(data, asked.layouts), larger]))
    results, begun = sweeping.killed(data, work / "killed", asked.layouts)
    again = begun - asked.layouts
    sys.stdout.write(
        f"a worker killed half-way: {results} of {asked.layouts} layouts solved, {again} begun again\n"
    )


def _workbooks(asked: argparse.Namespace, work: Path) -> None:
    workbooks = asked.conferences / "cosplib" if asked.conferences else None
    if workbooks and workbooks.is_dir():
        found = list(cosplib.scheduled(workbooks, work / "cosplib", asked.seconds))
        sys.stdout.write(cosplib.table(f"\nConferences of CoSPLib in {asked.seconds:g} s", found))


def _conferences(asked: argparse.Namespace, work: Path, ours: list[str]) -> None:
    files = sorted(asked.conferences.glob("conf100_*.json")) if asked.conferences else []
    if not files or not asked.theirs:
        sys.stdout.write("\nNo conference to race on. Maybe make bench BENCH_CONFERENCES=FOLDER\n")
        return
    races = [race(file, work / file.stem, ours, asked.theirs, asked.race_rounds) for file in files]
    title = "\nRatios to conference-scheduler on the same conference, whole processes in alternation"
    sys.stdout.write(table(title, [one.figure for one in races]))
    for one in races:
        worth = f"{one.moves[0]} and {one.moves[1]} moves" if one.fair else "; ".join(one.faults)
        sys.stdout.write(f"{one.figure.name}: {'fair' if one.fair else 'NOT FAIR'}, {worth}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

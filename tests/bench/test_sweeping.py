"""The bench of layouts: its sweeps are what they are said to be, and what is measured is counted."""

from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import sweeping
from bench.figures import Figure
from bench.timing import Times
from scheduler.reading import read_forum
from scheduler.reading.before import Before
from scheduler.reading.layouts import read_layouts
from scheduler.use_cases.layouts_cells import changes_for, combinations
from scheduler.use_cases.layouts_source import source_of
from scheduler.use_cases.layouts_work import Batch, keyed

DATA = Path(__file__).resolve().parents[2] / "data"


def figure(name, ours=1.0, base=2.0):
    return Figure(name, Times((ours,)), Times((base,)), 1)


def test_two_axes_make_different_problems_and_two_make_copies(tmp_path):
    folder = sweeping.many(DATA, tmp_path / "data", (2, 3), (2, 2))
    axes = read_layouts(folder, read_forum(folder).forum, Before())
    cells = tuple(changes_for(axes, cell) for cell in combinations(axes))
    keys = [one.key for one in keyed(Batch(source_of(folder), cells))]
    assert (len(keys), len(set(keys))) == (2 * 3 * 2 * 2, 2 * 3)


def test_the_same_cells_are_solved_by_one_process_and_by_two(tmp_path, monkeypatch):
    asked = {}

    def alternate(commands, rounds):
        asked.update({name: command(rounds) for name, command in commands.items()})
        return {"two": Times((3.0,)), "one": Times((6.0,))}

    monkeypatch.setattr(sweeping, "alternate", alternate)
    found, pace = sweeping.speed_up(DATA, tmp_path / "work", ["hemicycle"], (2, 3), 1)
    assert (found.ratio, found.met, pace) == (0.5, True, 2.0)
    assert "--workers=2" in asked["two"]
    assert "--workers=1" in asked["one"]
    assert (
        asked["two"][:3]
        == asked["one"][:3]
        == ["hemicycle", "layouts", str(tmp_path / "work/data/imrf-2030")]
    )


def test_a_layout_takes_longer_than_the_solver_in_it_and_the_solver_is_left_as_it_was():
    before = sweeping.cp_model.CpSolver.solve
    found = sweeping.overhead(DATA, 2)
    assert sweeping.cp_model.CpSolver.solve is before
    assert 0 < found.base.typical < found.ours.typical


def test_a_killed_worker_costs_its_own_cell_only(tmp_path):
    results, begun = sweeping.killed(DATA, tmp_path / "notes", 6)
    assert results == 6
    assert begun in {6, 7}


def test_memory_of_many_cells_is_set_beside_that_of_fewer(tmp_path, monkeypatch):
    peaks = iter((2048, 1024))
    monkeypatch.setattr(sweeping, "_peak", lambda _: next(peaks))
    assert sweeping.growth(DATA, tmp_path, ["hemicycle"]).ratio == 2


def test_the_memory_of_a_command_is_that_of_its_process():
    assert sweeping._peak(["true"]) > 0
    with pytest.raises(RuntimeError, match="false ended with 1"):
        sweeping._peak(["false"])


def test_what_was_measured_is_printed(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(sweeping, "speed_up", lambda *_: (figure("two to one"), 20.04))
    monkeypatch.setattr(sweeping, "overhead", lambda *_: figure("a layout"))
    monkeypatch.setattr(sweeping, "growth", lambda *_: figure("memory"))
    monkeypatch.setattr(sweeping, "killed", lambda *_: (30, 31))
    bench._layouts(bench._parser().parse_args(["--layouts=30"]), tmp_path, ["hemicycle"])
    out = capsys.readouterr().out
    assert "Layouts of imrf-2030: 20.0 a second in two processes" in out
    assert all(f"\n{name} " in out for name in ("two to one", "a layout", "memory"))
    assert "a worker killed half-way: 30 of 30 layouts solved, 1 begun again" in out

"""Sweeps that go on where an earlier one was, whatever has stopped it, and workers that are lost."""

import pytest

from scheduler.executing.in_turn import InTurn
from scheduler.solving import Limits
from scheduler.solving.run import Deadline
from scheduler.use_cases import layouts as module
from scheduler.use_cases import layouts_sweep
from scheduler.use_cases.layouts import Counts
from scheduler.use_cases.layouts_sweep import Pace, time_left
from tests.use_cases.laid_out import CRITERIA, ROOMS, WEEKS, Counting, laid_out, status_of, swept
from tests.use_cases.releasing import change, files

ALL = {"keyed": 1, "solved": 6, "explained": 1}


class Absent:
    """Nobody is there to do any work."""

    def run(self, work, tasks):
        raise AssertionError(work)
        yield


def pages(root):
    return {name: text for name, text in files(root / "out").items() if not name.startswith("kept/")}


def counted(folder, **more):
    """Solve what is to be solved, and return what was done."""
    executor = Counting()
    return swept(folder, executor, **more), executor.done


@pytest.fixture
def folder(tmp_path):
    return laid_out(tmp_path)


@pytest.fixture
def wanted(tmp_path_factory):
    """Return the pages of a run that nothing has stopped."""
    root = tmp_path_factory.mktemp("whole")
    swept(laid_out(root))
    return pages(root)


def test_a_second_run_has_nothing_to_do(folder, tmp_path, wanted):
    assert counted(folder)[1] == ALL
    answer, done = counted(folder)
    assert (answer.counts, done) == (Counts(cells=9, problems=6, solved=0, kept=6, open=0), {})
    assert swept(folder, Absent()).counts == answer.counts
    assert pages(tmp_path) == wanted


def test_without_what_was_kept_all_is_solved_again(folder, tmp_path, wanted):
    counted(folder)
    answer, done = counted(folder, keeping=False)
    assert (answer.counts.solved, answer.counts.kept, done) == (6, 0, ALL)
    assert counted(folder)[1] == {}
    assert pages(tmp_path) == wanted


def test_another_version_of_the_code_solves_all_again(folder, monkeypatch):
    counted(folder)
    monkeypatch.setattr(module, "code_digest", lambda: "another")
    assert counted(folder)[1] == ALL
    assert counted(folder)[1] == {}


def test_a_value_more_solves_only_what_is_new(folder, tmp_path):
    counted(folder)
    lines = (tmp_path / "out/kept/cells.jsonl").read_bytes().count(b"\n")
    more = "      - {value: open, title: Both and always, set: {rooms.closures: []}}\n"
    laid_out(tmp_path, WEEKS + ROOMS + more)
    answer, done = counted(folder)
    assert (answer.counts.cells, answer.counts.problems, done) == (12, 8, {"keyed": 1, "solved": 2})
    told = (tmp_path / "out/kept/cells.jsonl").read_bytes().split(b"\n")[lines:]
    assert len([line for line in told if line]) == 3
    laid_out(tmp_path, ROOMS + WEEKS)
    assert "solved" not in counted(folder)[1]


def test_a_value_less_solves_nothing(folder, tmp_path):
    counted(folder)
    laid_out(tmp_path, ROOMS.replace("      - {value: both, title: Hall and annex}\n", "") + WEEKS)
    answer, done = counted(folder)
    assert (answer.counts.cells, done) == (6, {"keyed": 1})


def test_words_that_are_only_shown_solve_nothing(folder):
    counted(folder)
    change(folder / "layouts.yaml", "title: Hall alone", "title: The Hall alone")
    change(folder / "layouts.yaml", CRITERIA, "criteria: [days-used]\n")
    assert counted(folder)[1] == {}


def test_other_data_is_solved_anew(folder):
    counted(folder)
    change(folder / "sessions.yaml", "title: Gala\n", "title: Great gala\n")
    assert counted(folder)[1] == ALL


@pytest.mark.parametrize(
    "stops", [("keyed", 1), ("keyed", 3), ("solved", 0), ("solved", 2), ("explained", 0)]
)
def test_an_interrupted_run_goes_on_where_it_was(folder, tmp_path, wanted, monkeypatch, stops):
    monkeypatch.setattr(layouts_sweep, "_AT_ONCE", 2)
    executor = Counting(ends=stops)
    with pytest.raises(KeyboardInterrupt):
        swept(folder, executor)
    assert pages(tmp_path) == {}
    done = dict(executor.done)
    answer, more = counted(folder)
    assert {name: done.get(name, 0) + more.get(name, 0) for name in ALL} == {**ALL, "keyed": 5}
    assert answer.counts.kept == done.get("solved", 0)
    assert pages(tmp_path) == wanted


@pytest.mark.parametrize(
    ("name", "done"),
    [
        ("cells", {"keyed": 1}),
        ("problems", {"solved": 1}),
        ("reasons", {"explained": 1}),
    ],
)
@pytest.mark.parametrize("damage", ["cut", "changed", "other bytes", "no text"])
def test_a_damaged_line_is_found_out_again(folder, wanted, name, done, damage):
    counted(folder)
    path = folder.parent / f"out/kept/{name}.jsonl"
    *lines, last = path.read_bytes().splitlines()
    damaged = {
        "cut": last[:-9],
        "changed": last.replace(b'": ', b'":  ', 1),
        "other bytes": b"\xff\xfe" + last,
        "no text": b"",
    }
    path.write_bytes(b"\n".join([*lines, damaged[damage]]))
    assert counted(folder)[1] == done
    assert counted(folder)[1] == {}
    assert pages(folder.parent) == wanted


def test_what_cannot_be_read_is_not_kept(folder, tmp_path):
    (tmp_path / "out/kept/problems.jsonl").mkdir(parents=True)
    with pytest.raises(OSError, match=r"problems\.jsonl"):
        swept(folder)


def test_time_that_is_up_leaves_cells_open_for_a_later_run(folder, tmp_path, wanted):
    answer, done = counted(folder, limits=Limits(seconds=0))
    assert (answer.counts, done) == (Counts(cells=9, problems=0, solved=0, kept=0, open=9), {})
    assert set(status_of(answer).values()) == {"unknown"}
    assert counted(folder)[1] == ALL
    assert pages(tmp_path) == wanted


class Late(InTurn):
    """Its time is up as soon as something has been done."""

    def __init__(self, what, limits):
        self._what, self._limits = what, limits

    def run(self, work, tasks):
        yield from super().run(work, tasks)
        if work.__name__ == self._what:
            object.__setattr__(self._limits, "deadline", Deadline(0))


@pytest.mark.parametrize(("after", "left"), [("keyed", 9), ("solved", 0)])
def test_time_that_is_up_on_the_way(folder, tmp_path, wanted, after, left):
    limits = Limits(seconds=100)
    answer = swept(folder, Late(after, limits), limits=limits)
    assert answer.counts == Counts(cells=9, problems=6, solved=6 if not left else 0, kept=0, open=left)
    (annex,) = {cell.reasons for cell in answer.layouts.cells if cell.values[1] == "annex"}
    assert annex == ()
    assert {problem.verified for problem in answer.layouts.problems if problem.status == "impossible"} <= {
        False
    }
    assert answer.lost == ()
    assert "keyed" not in counted(folder)[1]
    assert pages(tmp_path) == wanted


def test_what_is_not_proven_is_not_kept(folder, tmp_path, wanted, monkeypatch):
    from dataclasses import replace

    from scheduler.use_cases import layouts_work

    real = layouts_work.solved_and_judged

    def hasty(*args):
        found = real(*args)
        status = "feasible" if found.solution.timetable else "unknown"
        return replace(found, solution=replace(found.solution, status=status))

    monkeypatch.setattr(layouts_work, "solved_and_judged", hasty)
    answer, _ = counted(folder)
    assert set(status_of(answer).values()) == {"feasible", "unknown"}
    assert (answer.counts.solved, answer.counts.open) == (0, 9)
    monkeypatch.setattr(layouts_work, "solved_and_judged", real)
    assert counted(folder)[1] == {"solved": 6, "explained": 1}
    assert pages(tmp_path) == wanted


@pytest.mark.parametrize(
    ("lost", "times", "left"), [("keyed", 1, 9), ("solved", 6, 9), ("explained", 1, 0)], ids=str
)
def test_lost_workers_are_said_and_what_they_had_is_done_by_a_later_run(folder, wanted, lost, times, left):
    answer = swept(folder, Counting(lost=lost))
    assert answer.lost == ("3 workers were lost",) * times
    assert answer.counts.open == left
    assert {*status_of(answer).values()} == ({"unknown"} if left else {"optimal", "impossible"})
    assert lost in counted(folder)[1]
    assert pages(folder.parent) == wanted


def test_progress_with_the_time_that_is_left(folder, monkeypatch):
    said = []
    swept(folder, tell=said.append)
    assert said[0] == "telling layouts apart: 1 to do"
    assert "solving problems: 6 to do" in said
    assert [one for one in said if one.startswith("solving problems: 6 of 6, about 0 s left")]
    assert said[-1] == "writing"
    clock = iter([0.0, 10.0, 20.0])
    monkeypatch.setattr(layouts_sweep, "monotonic", lambda: next(clock))
    said.clear()
    pace = Pace("walking", 100, said.append)
    pace.step()
    pace.step()
    assert said == [
        "walking: 100 to do",
        "walking: 1 of 100, about 17 minutes left",
        "walking: 2 of 100, about 17 minutes left",
    ]


def test_the_time_that_is_left_in_words():
    assert [time_left(seconds) for seconds in (0, 0.2, 89.5, 90, 90.1, 121)] == [
        "about 0 s left",
        "about 1 s left",
        "about 90 s left",
        "about 90 s left",
        "about 2 minutes left",
        "about 3 minutes left",
    ]

"""What a start costs: nothing is imported that a verb does not need; a closed pipe is no fault."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_CALL = """
import sys
from scheduler.cli.command import run
code = run(sys.argv[1:])
print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


def imported(*arguments: object) -> set[str]:
    ended = subprocess.run(
        [sys.executable, "-c", _CALL, *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert ended.returncode in (0, 1), ended.stderr
    return set(ended.stderr.splitlines()[-1].split())


def test_help_imports_neither_values_nor_tables_nor_solver():
    slow = {"pydantic", "pandas", "numpy", "ortools", "icalendar", "rich", "ruamel", "jinja2"}
    assert not imported("--help") & slow
    assert not imported("schedule", "--help") & slow


def test_rules_never_imports_the_solver():
    assert not imported("rules", "data/imrf-2022") & {"pandas", "ortools", "icalendar", "rich"}


def test_check_of_a_timetable_imports_neither_solver_nor_tables(tmp_path):
    release = ROOT / "data/imrf-2022/releases/release-1.json"
    assert not imported("check", "data/imrf-2022", release) & {"pandas", "numpy", "ortools", "rich"}


def into_a_pipe(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    script = command.replace("hemicycle", f"'{sys.executable}' -m scheduler.cli")
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
    )


def test_a_reader_may_hang_up():
    ended = into_a_pipe("hemicycle rules | head -1")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.count("\n") == 1


def test_a_disk_that_is_full_is_a_sentence():
    ended = into_a_pipe("hemicycle rules >/dev/full")
    assert ended.returncode == 2
    assert ended.stderr == "Cannot write: No space left on device.\n"


def test_output_that_is_closed_is_no_fault():
    assert into_a_pipe("hemicycle rules >&-").returncode == 0


def test_an_old_terminal_can_be_written_to():
    ended = into_a_pipe("hemicycle schedule --help; hemicycle rules", PYTHONIOENCODING="ascii")
    assert (ended.returncode, ended.stderr) == (0, "")

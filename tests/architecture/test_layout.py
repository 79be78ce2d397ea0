"""Files and functions stay small, and imports go down the floors only."""

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = sorted(
    path for folder in ("scheduler", "constraints", "bench", "docs") for path in (ROOT / folder).rglob("*.py")
)
MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 40


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the functions of a file with their lines, docstring and decorators left out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            first = body[0].lineno if body else node.lineno
            yield node.name, (node.end_lineno or first) - first + 1


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < MOST_LINES_OF_A_FILE
    assert [name for name, lines in functions(path) if lines > MOST_LINES_OF_A_FUNCTION] == []


def test_every_module_of_the_packages_says_what_it_is():
    silent = [path for path in OURS if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert [path for path in silent if path.read_text(encoding="utf-8").strip()] == []


def test_the_package_of_the_application_is_empty():
    assert (ROOT / "scheduler/__init__.py").read_text(encoding="utf-8") == ""


def test_every_import_contract_is_kept(tmp_path):
    ended = lint_imports(ROOT)
    assert ended.returncode == 0, ended.stdout


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


SEEDED = {
    "scheduler/domain/room.py": ("import scheduler.board", "Imports go down"),
    "scheduler/publishing/days.py": ("import scheduler.reading", "Imports go down"),
    "constraints/before.py": ("import constraints.within", "Rules are strangers"),
    "scheduler/judging.py": ("import ortools.sat.python.cp_model", "The solver stays behind"),
    "scheduler/use_cases/check.py": ("import scheduler.solving", "The solver stays behind"),
    "scheduler/use_cases/schedule.py": ("import ortools", "Only the board and solving"),
    "scheduler/domain/party.py": ("import pandas", "Files, tables and calendars"),
    "scheduler/cli/check.py": ("import icalendar", "Use cases and the command leave"),
    "scheduler/publishing/days.py ": ("import click", "Nothing below the command"),
    "scheduler/executing/executor.py": ("import scheduler.rules", "Executors know nothing"),
    "scheduler/executing/on_cores.py": ("import distributed", "One executor speaks to Dask"),
    "scheduler/cli/rules.py": ("import scheduler.cli.check", "Verbs of the command"),
}


@pytest.mark.parametrize(("path", "line", "contract"), [(key, *value) for key, value in SEEDED.items()])
def test_a_forbidden_import_is_found(tmp_path, path, line, contract):
    for folder in ("scheduler", "constraints"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / path.strip()).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    ended = lint_imports(tmp_path)
    assert ended.returncode == 1
    broken = [one for one in ended.stdout.splitlines() if one.endswith("BROKEN")]
    assert any(one.startswith(contract) for one in broken), ended.stdout


def test_there_is_no_contract_without_a_seeded_breach():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    for contract in contracts:
        assert any(contract["name"].startswith(start) for _, start in SEEDED.values()), contract["name"]

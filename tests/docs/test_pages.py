"""Every example of the documentation does what the page says."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from ortools.sat.python import cp_model

import constraints
import scheduler
from scheduler.rules import find_rule, rule_names
from tests.docs.pages import HOW_TO, Section, sections
from tests.docs.workspace import Workspace
from tests.mini import forum_of, rule_of, timetable_of
from tests.rules.pinned import pinned, status_of
from tests.uncounted import uncounted

pytestmark = uncounted

for package in (constraints, scheduler):
    for found in walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.endswith("__main__"):
            import_module(found.name)  # commands import late, when nothing is counted

SECTIONS = [section for page in HOW_TO for section in sections(page)]
LANGUAGES = {"console", "yaml", "csv", "json", "ics", "python", "xml"}


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A planner's folder, in which rules are found that a page adds."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(constraints, "__path__", [*constraints.__path__, str(tmp_path / "constraints")])
    forget(tmp_path)
    yield Workspace(tmp_path)
    forget(tmp_path)


def forget(folder: Path) -> None:
    """Forget which rules there are, and those that were found in a folder."""
    rule_names.cache_clear()
    find_rule.cache_clear()
    for name, module in [*sys.modules.items()]:
        if name.startswith("constraints.") and str(module.__file__).startswith(str(folder)):
            delattr(constraints, name.partition(".")[2])
            del sys.modules[name]


@pytest.mark.parametrize("section", SECTIONS, ids=str)
def test_the_examples_of_a_section(section: Section, workspace: Workspace) -> None:
    for step in section.steps:
        assert step.language in LANGUAGES, f"{section}, line {step.line}: no example that can be run"
        workspace.take(step)


@pytest.mark.parametrize("page", HOW_TO, ids=lambda page: page.stem)
def test_every_page_has_examples(page: Path) -> None:
    assert sections(page)


def test_the_rule_of_the_page_keeps_what_it_shows(workspace: Workspace) -> None:
    pages = {section.heading: section for section in SECTIONS}
    (step,) = (step for step in pages["Add a rule"].steps if step.language == "python")
    workspace.take(step)
    rule = find_rule("at-most-a-day")
    shown = [(text, []) for text in rule.KEPT] + [(text, [said]) for text, said in rule.BROKEN.items()]
    for text, sentences in shown:
        forum = forum_of(rule.FORUM, text, options=rule.OPTIONS)
        active, timetable = rule_of(forum, rule.name()), timetable_of(forum, text)
        assert [breach.sentence for breach in active.breaches(forum, timetable)] == sentences
        wanted = cp_model.INFEASIBLE if sentences else cp_model.OPTIMAL
        assert status_of(pinned(forum, active, timetable)) == wanted

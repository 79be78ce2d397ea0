"""Every example of the documentation does what the page says."""

import pytest

from tests.docs.pages import HOW_TO, ROOT, Section, sections
from tests.docs.workspace import Workspace

SECTIONS = [section for page in (ROOT / "README.md", *HOW_TO) for section in sections(page)]
LANGUAGES = {"console", "yaml", "csv", "json", "python"}


@pytest.mark.parametrize("section", SECTIONS, ids=str)
def test_the_examples_of_a_section(section: Section, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    workspace = Workspace(tmp_path)
    for step in section.steps:
        if step.language == "sh" and section.page.name == "README.md":
            continue  # what sets up a machine is run by the tests of packaging
        assert step.language in LANGUAGES, f"{section}, line {step.line}: no example that can be run"
        workspace.take(step)


@pytest.mark.parametrize("page", HOW_TO, ids=lambda page: page.stem)
def test_every_page_has_examples(page):
    assert sections(page)

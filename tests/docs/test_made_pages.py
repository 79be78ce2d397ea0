"""Pages that are made from code and data are as they would be made now."""

import pytest

from docs.generate import pages

PAGES = pages()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_is_up_to_date(path):
    assert path.read_text(encoding="utf-8") == PAGES[path], "run `make docs`"


def test_the_handbook_has_every_clause_once():
    (handbook,) = (text for path, text in PAGES.items() if path.name == "mandate-handbook.md")
    forum_clauses = [line.count("](rules.md#") for line in handbook.splitlines() if "](rules.md#" in line]
    assert forum_clauses == [1] * len(forum_clauses)
    assert len(forum_clauses) > 60

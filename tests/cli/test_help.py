"""Help pages: one style, and the reference page that is made from them."""

import re

import pytest

from docs.generate import pages
from scheduler.cli.command import hemicycle as command
from scheduler.cli.endings import MEANINGS
from scheduler.publishing import FORMATS

from .running import hemicycle

VERBS = sorted(command.commands)


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_every_help_ends_with_examples_and_exit_codes(capsys, verb):
    out = hemicycle(capsys, *filter(None, [verb]), "--help").out
    headings = re.findall(r"^(\w[\w ]*):", out, flags=re.MULTILINE)
    assert headings[0] == "Usage"
    assert headings[-2:] == ["Examples", "Exit codes"]
    assert f"  hemicycle {verb}" in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("verb", VERBS)
def test_the_examples_of_a_verb_call_that_verb(verb):
    assert all(line.startswith(f"hemicycle {verb}") for line in command.commands[verb].examples)


def test_every_exit_code_is_told_by_some_verb():
    told = {code for verb in VERBS for code in command.commands[verb].codes}
    assert told == set(MEANINGS)


def test_the_short_form_is_the_same(capsys):
    assert hemicycle(capsys, "-h").out == hemicycle(capsys, "--help").out


def test_the_formats_are_all_named(capsys):
    out = " ".join(hemicycle(capsys, "schedule", "--help").out.split())
    assert f"Write only these of: {', '.join(FORMATS)}." in out


@pytest.mark.parametrize(("path", "text"), pages().items(), ids=lambda value: getattr(value, "name", ""))
def test_pages_are_as_the_code_makes_them(path, text):
    assert path.read_text(encoding="utf-8") == text, "make docs writes it again"

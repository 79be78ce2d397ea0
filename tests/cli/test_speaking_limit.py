"""The length of a statement: what is meant is understood, and how it is written is suggested."""

import click
import pytest

from scheduler.cli.speaking_limit import SpeakingLimit


@pytest.mark.parametrize(("words", "seconds"), [("2:30", 150), (" 3:00 ", 180), ("60:00", 3600), ("0:01", 1)])
def test_minutes_and_seconds_are_read(words, seconds):
    assert SpeakingLimit().convert(words, None, None) == seconds


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2.5", "2:30"),
        ("2,5", "2:30"),
        ("2.30", "2:30 or 2:18"),
        ("2.75", "2:45"),
        ("3", "3:00"),
        ("45", "0:45 or 45:00"),
        ("150", "2:30"),
        ("150s", "2:30"),
        ("90 sec.", "1:30"),
        ("3 min", "3:00"),
        ("2.5 Minutes", "2:30"),
        ("2 min 30 s", "2:30"),
        ("2'30\"", "2:30"),
        ("0:02:30", "2:30"),
        ("0:00", "3:00"),
        ("5000 s", "3:00"),
        ("61:00", "3:00"),
        ("", "3:00"),
        ("short", "3:00"),
    ],
)
def test_what_is_meant_is_suggested(words, meant):
    with pytest.raises(click.BadParameter) as refused:
        SpeakingLimit().convert(words, None, None)
    assert refused.value.message == f"'{words}' is no length of a statement. Maybe {meant}"

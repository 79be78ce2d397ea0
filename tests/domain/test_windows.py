"""Windows in the words of planners."""

from datetime import date, timedelta

import pytest

from scheduler.domain.clock import Clock
from scheduler.domain.maybe import NoSuchName
from scheduler.domain.window import WindowWords

DAY = 1440
CLOCK = Clock.model_validate(
    {
        "timezone": "America/New_York",
        "days": [{"name": f"day-{number}", "date": date(2030, 1, 6 + number)} for number in (1, 2, 3)],
        "periods": [
            {"name": "morning", "start": "10:00", "end": "13:00"},
            {"name": "afternoon", "start": "15:00", "end": "18:00"},
        ],
    }
)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("day-2", DAY, 2 * DAY),
        ("day-1 morning", 600, 780),
        ("day-1 10:00-12:30", 600, 750),
        ("day-1 10:00 - 12:30", 600, 750),
        ("day-1 10:00–12:30", 600, 750),
        ("day-1  10:00 –  12:30", 600, 750),
        ("day-1 10:00-24:00", 600, DAY),
        ("from day-2", DAY, 3 * DAY),
        ("from day-2 12:00", DAY + 720, 3 * DAY),
        ("from day-1 24:00", DAY, 3 * DAY),
        ("from day-2 afternoon", DAY + 900, 3 * DAY),
        ("until day-2", 0, 2 * DAY),
        ("until day-2 12:00", 0, DAY + 720),
        ("until day-2 24:00", 0, 2 * DAY),
        ("until day-2 morning", 0, DAY + 780),
    ],
)
def test_windows_are_read(words: str, start: int, end: int) -> None:
    window = WindowWords(CLOCK).read(words)
    assert (window.start, window.end, window.words) == (start, end, " ".join(words.split()))


def test_a_day_of_changing_clocks_ends_at_its_own_midnight() -> None:
    days = [{"name": "day-1", "date": date(2030, 3, 10)}, {"name": "day-2", "date": date(2030, 3, 11)}]
    clock = Clock.model_validate({"timezone": "America/New_York", "days": days, "periods": []})
    assert WindowWords(clock).read("until day-1 24:00").end == timedelta(hours=23) // timedelta(minutes=1)


@pytest.mark.parametrize(
    ("words", "sort", "name"),
    [
        ("until day-5", "day", "day-5"),
        ("day-1 evening", "period", "evening"),
        ("from day-1 10:00-12:00-13:00", "period", "10:00-12:00-13:00"),
    ],
)
def test_names_that_nobody_has_say_of_what_sort_they_are(words: str, sort: str, name: str) -> None:
    with pytest.raises(NoSuchName) as error:
        WindowWords(CLOCK).read(words)
    assert (error.value.sort, error.value.name) == (sort, name)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("day 3", "there is no day 'day 3'. Maybe day-3"),
        ("Day_3 morning", "there is no day 'Day_3'. Maybe day-3"),
        ("day 3 10:00-12:00", "there is no day 'day 3'. Maybe day-3"),
        ("from DAY 3 12:00", "there is no day 'DAY 3'. Maybe day-3"),
        ("day - 3", "there is no day 'day - 3'. Maybe day-3"),
        ("day 9", "there is no day 'day 9'. Maybe one of day-1, day-2, day-3"),
        ("day 11 morning", "there is no day 'day 11'. Maybe one of day-1, day-2, day-3"),
        ("tomorrow at noon", "there is no day 'tomorrow'. Maybe one of day-1, day-2, day-3"),
        ("day-3 Morning", "there is no period 'Morning'. Maybe morning"),
    ],
)
def test_the_day_that_is_meant_is_suggested(words: str, sentence: str) -> None:
    with pytest.raises(ValueError, match="there is no") as error:
        WindowWords(CLOCK).read(words)
    assert str(error.value) == sentence


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("day-1 10:00-13:00, day-1 15:00-16:00", "day-1 10:00-13:00; day-1 15:00-16:00"),
        ("day-1 10:00-13:00,15:00-16:00", "day-1 10:00-13:00; day-1 15:00-16:00"),
        ("day-1 morning and afternoon", "day-1 morning; day-1 afternoon"),
        ("day-1; from day-3", "day-1; from day-3"),
    ],
)
def test_several_windows_are_not_one(words: str, meant: str) -> None:
    how = "a table divides them by semicolons, in YAML each is an entry of its own"
    with pytest.raises(ValueError, match="is more than one window") as error:
        WindowWords(CLOCK).read(words)
    assert str(error.value) == f"'{words}' is more than one window; {how}. Maybe {meant}"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("day-1 morning,", "there is no period 'morning,'. Maybe morning"),
        ("day-1 morning, day-9", "there is no period 'morning, day-9'."),
    ],
)
def test_a_comma_alone_makes_no_windows(words: str, sentence: str) -> None:
    with pytest.raises(NoSuchName) as error:
        WindowWords(CLOCK).read(words)
    assert str(error.value).startswith(sentence)

"""Times and time zones as people write them."""

from datetime import date, time

import pytest

from scheduler.domain.clock import Clock, likely_time


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("9:00", time(9)),
        ("9", time(9)),
        ("9.30", time(9, 30)),
        ("13h", time(13)),
        ("1300", time(13)),
        ("1 pm", time(13)),
        ("1:30 P.M.", time(13, 30)),
        ("13:00 pm", time(13)),
        ("12 pm", time(12)),
        ("12 am", time(0)),
        ("“9:00”", time(9)),
        ("9:00:00", time(9)),
        ("25:00", None),
        ("10:75", None),
        ("13:00 am", None),
        ("noon", None),
        ("", None),
    ],
)
def test_a_time_is_understood_in_whatever_way_it_is_written(words: str, meant: time | None) -> None:
    assert likely_time(words) == meant


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("New York", "Maybe America/New_York"),
        ("Europe/Zurch", "Maybe Europe/Zurich"),
        ("EST", "Maybe a name such as America/New_York"),
    ],
)
def test_a_time_zone_is_suggested_by_its_city(zone: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Clock.model_validate(
            {"timezone": zone, "days": [{"name": "day-1", "date": date(2030, 1, 7)}], "periods": []}
        )

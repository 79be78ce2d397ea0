"""What is meant by dates and times that are not written as a file has them."""

from datetime import date

import pytest

from scheduler.reading.written import no_date, no_instant, no_moment, no_time, reworded

_DAYS = [date(2022, 5, day) for day in range(16, 21)]
_FORM = "a date and time such as 2022-05-16 10:00"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("12 May 2022", "2022-05-12"),
        ("Thursday, 12th May 2022", "2022-05-12"),
        ("May 12, 2022", "2022-05-12"),
        ("12-May-2022", "2022-05-12"),
        ("2022/5/12", "2022-05-12"),
        ("20220512", "2022-05-12"),
        ("12.05.2022", "2022-05-12"),
        ("5/18/2022", "2022-05-18"),
        ("18/5/2022", "2022-05-18"),
        ("5/6/2022", "2022-05-06 or 2022-06-05"),
        ("5/5/2022", "2022-05-05"),
        ("2022-02-30", "a day from 2022-02-01 to 2022-02-28"),
        ("2022-13-01", "a date such as 2022-05-17"),
        ("0000-01-01", "a date such as 2022-05-17"),
        ("12 Foo 2022", "a date such as 2022-05-17"),
        ("99.99.2022", "a date such as 2022-05-17"),
        ("soon", "a date such as 2022-05-17"),
    ],
)
def test_a_date_is_suggested_as_it_is_meant(words: str, meant: str) -> None:
    assert no_date(words) == f"'{words}' is no date. Maybe {meant}"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("17 May 2022 1pm", "2022-05-17 13:00"),
        ("2022-05-18 9:00", "2022-05-18 09:00"),
        ("2022-05-18T9:00-04:00", "2022-05-18 09:00-04:00"),
        ("2022-05-18 9:00 Z", "2022-05-18 09:00Z"),
        ("5/18/2022 1:00 PM", "2022-05-18 13:00"),
        ("Tue, 17 May 2022, at 10:00", "2022-05-17 10:00"),
        ("1pm 17 May 2022", "2022-05-17 13:00"),
        ("5/6/2022 10:00", "2022-05-06 10:00 or 2022-06-05 10:00"),
        ("2022-05-18", "add the time, such as 2022-05-18 10:00"),
        ("5/6/2022", "add the time, such as 2022-05-06 10:00"),
        ("1 pm", "add the date, such as 2022-05-16 13:00"),
        ("2022-05-18 25:00", _FORM),
        ("soon", _FORM),
    ],
)
def test_a_date_and_time_is_suggested_as_it_is_meant(words: str, meant: str) -> None:
    assert no_moment(words, _DAYS) == f"'{words}' is no date and time. Maybe {meant}"


def test_the_days_of_the_forum_tell_which_number_is_the_month() -> None:
    assert no_moment("6/5/2022 10:00", [date(2022, 5, 6)]).endswith("Maybe 2022-05-06 10:00")
    assert no_moment("6/5/2022", [date(2022, 6, 5)]).endswith("Maybe add the time, such as 2022-06-05 10:00")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2022-02-16T9:00-05:00", "2022-02-16T09:00:00-05:00"),
        ("16 February 2022 9:00", "add the offset, such as 2022-02-16T09:00:00-05:00"),
        ("16 February 2022", "add time and offset, such as 2022-02-16T09:00:00-05:00"),
        ("yesterday", "a point in time such as 2022-02-16T09:00:00-05:00"),
    ],
)
def test_an_instant_is_suggested_as_it_is_meant(words: str, meant: str) -> None:
    assert no_instant(words) == f"'{words}' is no date and time with an offset. Maybe {meant}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("1 pm", "'1 pm' is no time of day. Maybe 13:00"),
        ("noon", "'noon' is no time of day. Maybe a time such as 09:30"),
        ("25:00", "there is no such time as 25:00. Maybe a time from 00:00 to 23:59"),
    ],
)
def test_a_time_is_suggested_as_it_is_meant(words: str, said: str) -> None:
    assert no_time(words) == said


def test_other_sentences_stay_as_they_are() -> None:
    assert reworded("is wrong", {}) == reworded("is wrong", "x") == "is wrong"

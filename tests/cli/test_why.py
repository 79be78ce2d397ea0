"""``hemicycle why``: what it prints, and how it ends."""

from dataclasses import replace

import pytest

from scheduler.use_cases import why as use_case
from scheduler.use_cases.asking import Asked
from scheduler.use_cases.explain import ClashMember
from scheduler.use_cases.reasons import Reason
from tests.mini import clause_of
from tests.use_cases.asking_forums import asked_about, panels, wish

from .running import hemicycle

__all__ = ["asked_about"]


@pytest.fixture
def why(capsys):
    return lambda folder, *options: hemicycle(capsys, "why", folder, "panel-1", *options)


@pytest.fixture
def answered(monkeypatch, why, asked_about):
    """Print an answer of the use case with some fields changed."""

    def run(*options, forum=None, **changes):
        real = use_case.why
        monkeypatch.setattr(use_case, "why", lambda *some, **more: replace(real(*some, **more), **changes))
        return why(asked_about(forum or two_wishes()), *options)

    return run


def two_wishes():
    wishes = (wish("panel-1", "hall", "wish/one"), wish("panel-2", "hall", "wish/two"))
    closures = [{"room": "annex", "window": "day-1 afternoon", "because": "cleaning"}]
    return panels(*wishes, levels=[("wish/one",), ("wish/two",)], closures=closures)


def test_the_whole_answer(why, asked_about):
    ended = why(asked_about(two_wishes()))
    assert ended.code == 0
    assert ended.out == (
        "panel-1 is held in hall, 10:00-13:00 on day-1 (Monday 7 January 2030).\n"
        "\nWhat holds it there\n"
        "  annex is closed on day-1 afternoon (cleaning). (forbids 1 place)\n"
        "  wish/one (preference): A promise of the example. (makes 1 place worse)\n"
        "\nWithout loss\n"
        "  15:00-18:00 on day-1, hall: panel-2 moves too\n"
        "\nAt a price, the cheapest first\n"
        "  10:00-13:00 on day-1, annex: wish/one +1\n"
        "\nWhat these levels are, the most important first\n"
        "  1. wish/one: A promise of the example.\n"
        "\nForbidden\n"
        "  day-1, 15:00-18:00, annex\n"
        "    - annex is closed on day-1 afternoon (cleaning).\n"
        "    given: room-open, paragraph 1 of example (physical): A promise of the example.\n"
        "\nVerified for each of these places: together this forbids it; without any one of the clauses and\n"
        "    facts it is possible.\n"
    )


def test_a_meeting_that_nothing_holds(why, asked_about):
    ended = why(asked_about(panels()))
    assert "\nWhat holds it there\n  Nothing: it could be anywhere else without loss.\n" in ended.out
    assert "\nWithout loss\n  15:00-18:00 on day-1, hall\n  15:00-18:00 on day-1, annex\n" in ended.out
    assert "Forbidden" not in ended.out


def test_moves_away_from_a_release_stand_apart(why, asked_about):
    staying = clause_of("keep-to-release", {"what": "time"}, "preference", name="release/time")
    sessions = {f"panel-{number}": {} for number in range(1, 5)}
    released = """day-1 10:00-13:00 hall panel-1
                  day-1 10:00-13:00 annex panel-2
                  day-1 15:00-18:00 hall panel-3
                  day-1 15:00-18:00 annex panel-4"""
    ended = why(asked_about(panels(staying, levels=[("release/time",)], sessions=sessions, release=released)))
    assert "\nWorse by nothing but moves away from the last release, the fewest first\n" in ended.out
    assert "  15:00-18:00 on day-1, hall: release/time +2; panel-3 moves too\n" in ended.out
    assert "\nWithout loss\n  10:00-13:00 on day-1, annex: panel-2 moves too\n" in ended.out


def test_places_of_one_reason_stand_together(why, asked_about):
    early = clause_of("within", {"sessions": {"session": "panel-1"}, "windows": ["day-1 morning"]})
    closures = [
        {"room": room, "window": "day-1 morning", "because": "cleaning"} for room in ("annex", "attic")
    ]
    days = {f"day-{number}": f"2030-01-0{6 + number}" for number in (1, 2, 3)}
    rooms = {"hall": {}, "annex": {}, "attic": {}}
    ended = why(asked_about(panels(early, closures=closures, days=days, rooms=rooms)))
    assert "\nForbidden\n  day-2 and day-3, 10:00-13:00 and 15:00-18:00, any room\n" in ended.out.replace(
        "  day-1, 15:00-18:00, any room\n", ""
    )
    assert "\nForbidden\n  day-1, 10:00-13:00, annex\n" in ended.out


def test_several_meetings_that_move_are_named(answered, asked_about):
    asked = Asked("found", panels(), exact=True, moved=("panel-1", "panel-2", "panel-3"))
    ended = answered(free=(use_case.Elsewhere(900, "hall", asked),))
    assert "  15:00-18:00 on day-1, hall: panel-2 and panel-3 move too\n" in ended.out


def test_what_was_not_found_out_ends_with_4(answered):
    place = use_case.Elsewhere(900, None)
    ended = answered(open=(place,), exact=False)
    assert ended.code == 4
    assert "\nNot found out in the time given\n  day-1, 15:00-18:00, any room\n" in ended.out
    assert ended.out.endswith("\nNot all prices are proven: some may be less. Maybe a longer --time-limit.\n")


def test_a_reason_that_was_not_found_says_so(answered):
    place = use_case.Elsewhere(900, "annex", forbidden=True)
    ended = answered(forbidden=((place,),))
    assert ended.code == 0
    assert "  day-1, 15:00-18:00, annex\n    What forbids it was not found out in the time" in ended.out
    assert "Verified" not in ended.out


@pytest.mark.parametrize(("both", "said"), [(True, "each of these"), (False, "the other")])
def test_reasons_that_are_not_verified_are_told_apart(answered, both, said):
    reasons = [
        Reason((ClashMember(name, "", name),), (), verified) for name, verified in (("a", True), ("b", both))
    ]
    groups = tuple((use_case.Elsewhere(900, "annex", reason=one, forbidden=True),) for one in reasons)
    ended = answered(forbidden=groups)
    assert f"\nVerified for {said} places: together this forbids it" in ended.out
    assert ended.out.count("(not verified in the time given") == int(not both)


def test_a_contradiction_is_a_fault(answered):
    ended = answered(faulty=True)
    assert ended.code == 70
    assert ended.out.startswith("This is a fault of hemicycle")


def test_a_forum_without_a_timetable(why, asked_about):
    never = clause_of("within", {"sessions": "all", "windows": ["day-1 13:00-14:00"]})
    ended = why(asked_about(panels(never)))
    assert ended.code == 3
    assert ended.out.startswith("No programme of the forum exists at all, wherever this meeting is.")


def test_a_forum_whose_base_was_not_found_in_time(why, asked_about):
    ended = why(asked_about(panels()), "--time-limit", "0.0000001", "--json")
    assert ended.code == 4
    assert (ended.json["forum-is"], ended.json["here"]) == ("unknown", None)


def test_a_bad_question_is_bad_usage(capsys, asked_about):
    ended = hemicycle(capsys, "why", asked_about(panels()), "pannel-1")
    assert ended.code == 2
    assert "there is no meeting 'pannel-1'. Maybe panel-1" in ended.err


def test_the_answer_in_json(why, asked_about):
    said = why(asked_about(two_wishes()), "--json").json
    assert (said["forum"], said["meeting"], said["forum-is"]) == ("mini-forum", "panel-1", "found")
    assert said["exact"]
    assert said["holds"] == [
        {
            "name": "closure annex day-1 afternoon",
            "sentence": "annex is closed on day-1 afternoon (cleaning)",
            "places": 1,
            "wish": False,
        },
        {"name": "wish/one", "sentence": "A promise of the example.", "places": 1, "wish": True},
    ]
    assert [one["room"] for one in said["free"]] == ["hall"]
    assert said["free"][0]["price"]["moved"] == ["panel-2", "panel-1"]
    assert [one["start"] for one in said["priced"]] == ["2030-01-07T10:00:00-05:00"]
    assert said["moving"] == said["not-found-out"] == []
    (group,) = said["forbidden"]
    assert [one["room"] for one in group["places"]] == ["annex"]
    assert group["reason"]["verified"]

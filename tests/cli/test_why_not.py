"""``hemicycle why-not``: what it prints, and how it ends."""

from dataclasses import replace

import pytest

from scheduler.use_cases import why_not as use_case
from scheduler.use_cases.asking import Asked, ClausePrice, LevelPrice
from tests.mini import clause_of
from tests.use_cases.asking_forums import asked_about, panels, wish

from .running import hemicycle

__all__ = ["asked_about"]


@pytest.fixture
def why_not(capsys):
    return lambda folder, *options: hemicycle(capsys, "why-not", folder, "panel-1", *options)


@pytest.fixture
def answered(monkeypatch, why_not, asked_about):
    """Print an answer of the use case with some fields changed."""

    def run(change, *options):
        real = use_case.why_not
        monkeypatch.setattr(use_case, "why_not", lambda *some, **more: change(real(*some, **more)))
        return why_not(asked_about(two_wishes()), "--day", "day-1", "--period", "afternoon", *options)

    return run


def two_wishes():
    wishes = (wish("panel-1", "hall", "wish/one"), wish("panel-2", "hall", "wish/two"))
    closures = [{"room": "hall", "window": "day-1 afternoon", "because": "cleaning"}]
    return panels(*wishes, levels=[("wish/one", "wish/two")], closures=closures)


MOVES = """
What follows, in the order of time
  panel-2 moves from annex, 10:00-13:00 on day-1 (Monday 7 January 2030) to hall, 10:00-13:00 on
      day-1 (Monday 7 January 2030).
  panel-1 moves from hall, 10:00-13:00 on day-1 (Monday 7 January 2030) to annex, 15:00-18:00 on
      day-1 (Monday 7 January 2030).
"""


def test_a_price_is_said_with_moves_and_charges(why_not, asked_about):
    forum = two_wishes().replace(levels=(("wish/one",), ("wish/two",)))
    ended = why_not(asked_about(forum), "--day", "day-1", "--period", "afternoon")
    assert ended.code == 0
    assert ended.out == (
        "panel-1 can be held in annex, 15:00-18:00 on day-1 (Monday 7 January 2030), at a price.\n"
        "It is held in hall, 10:00-13:00 on day-1 (Monday 7 January 2030).\n"
        "\nLevels of the objective that change\n"
        "  1. 1 more (1 instead of 0)  wish/one: A promise of the example.\n"
        "  2. 1 less (0 instead of 1)  wish/two: A promise of the example.\n"
        f"{MOVES}"
        "\nCharges that come with it\n"
        "  wish/one, paragraph 1 of example (preference, price 1): panel-1 is held in annex; preferred is\n"
        "      hall\n"
        "\nCharges that fall away\n"
        "  wish/two, paragraph 1 of example (preference, price 1): panel-2 is held in annex; preferred is\n"
        "      hall\n"
        "\nProven: it costs no less, and no fewer meetings move at that price.\n"
    )


def test_another_timetable_that_is_as_good_costs_nothing(why_not, asked_about):
    ended = why_not(asked_about(two_wishes()), "--day", "day-1", "--period", "afternoon")
    assert ended.code == 0
    assert "15:00-18:00 on day-1 (Monday 7 January 2030), without loss: another" in ended.out
    assert "Levels of the objective" not in ended.out
    assert MOVES in ended.out


def test_where_it_is_nothing_has_to_move(why_not, asked_about):
    ended = why_not(asked_about(two_wishes()), "--day", "day-1", "--period", "morning")
    assert ended.code == 0
    assert ended.out == (
        "panel-1 is held in hall, 10:00-13:00 on day-1 (Monday 7 January 2030): nothing has to move.\n"
    )


def test_what_forbids_a_place_is_said(why_not, asked_about):
    folder = asked_about(two_wishes())
    ended = why_not(folder, "--day", "day-1", "--period", "afternoon", "--room", "hall")
    assert ended.code == 1
    assert ended.out == (
        "panel-1 cannot be held in hall on day-1 afternoon (15:00-18:00, Monday 7 January 2030).\n"
        "It is held in hall, 10:00-13:00 on day-1 (Monday 7 January 2030).\n"
        "\nWhat forbids it\n"
        "  - hall is closed on day-1 afternoon (cleaning).\n"
        "  given: room-open, paragraph 1 of example (physical): A promise of the example.\n"
        "\nVerified: together this forbids it; without any one of the clauses and facts it is possible.\n"
    )


def test_what_is_given_forbids_by_itself(why_not, asked_about):
    ended = why_not(asked_about(panels()), "--day", "day-1", "--at", "20:00")
    assert ended.code == 1
    assert ended.out.startswith("panel-1 cannot be held on day-1 at 20:00 (20:00-23:00, Monday 7")
    assert "\nWhat forbids it\n  - official-hours, paragraph 1 of example (practice): " in ended.out
    assert ended.out.endswith("\nVerified: this forbids it whatever else is changed.\n")


def test_a_reason_that_is_not_verified_says_so(answered):
    ended = answered(lambda one: replace(one, reason=replace(one.reason, verified=False)), "--room", "hall")
    assert "  (not verified in the time given: it may name more than it has to)\n" in ended.out
    assert "Verified" not in ended.out


def test_a_reason_that_was_not_found_in_time_says_so(answered):
    ended = answered(lambda one: replace(one, reason=None), "--room", "hall")
    assert ended.code == 1
    assert "\nWhat forbids it\n  What forbids it was not found out in the time given." in ended.out


def test_a_price_that_is_not_proven_says_so(answered):
    ended = answered(lambda one: replace(one, asked=replace(one.asked, exact=False)))
    assert ended.out.endswith(
        "\nNot proven in the time given: it may cost less. Maybe a longer --time-limit.\n"
    )


def test_what_is_better_than_what_was_found_in_time_says_so(answered):
    price = LevelPrice(
        1, 2, 1, (ClausePrice("wish/one", "Less.", 2, 0), ClausePrice("wish/two", "More.", 0, 1))
    )
    ended = answered(lambda one: replace(one, asked=replace(one.asked, levels=(price,))))
    assert "(Monday 7 January 2030), which is even better\n    than" in ended.out
    assert (
        "  1. 1 less (1 instead of 2)  wish/one: Less (0 instead of 2); wish/two: More (1 instead of 0).\n"
        in ended.out
    )


@pytest.mark.parametrize(
    ("standing", "code", "said"),
    [
        ("unknown", 4, "No timetable was found in the time given"),
        ("invalid", 70, "This is a fault of hemicycle"),
    ],
)
def test_a_question_without_an_answer(answered, standing, code, said):
    ended = answered(lambda one: replace(one, asked=Asked(standing, one.forum)))
    assert ended.code == code
    assert ended.out.startswith(said)


def test_a_forum_without_a_timetable(why_not, asked_about):
    never = clause_of("within", {"sessions": "all", "windows": ["day-1 13:00-14:00"]})
    ended = why_not(asked_about(panels(never)), "--day", "day-1", "--period", "morning")
    assert ended.code == 3
    assert ended.out.startswith("No programme of the forum exists at all, wherever this meeting is.")


def test_a_forum_whose_data_has_to_be_put_right(why_not, asked_about):
    wrong = clause_of("so-many", {"sessions": {"kind": "panel"}, "count": "sessions", "exactly": 3})
    ended = why_not(asked_about(panels(wrong)), "--day", "day-1", "--period", "morning")
    assert ended.code == 3
    assert "\nThe forum's own data breaks, whatever the timetable\n  so-many, paragraph 1" in ended.out


def test_without_time_there_is_no_answer(why_not, asked_about):
    options = ("--day", "day-1", "--period", "morning", "--time-limit", "0.0000001")
    assert why_not(asked_about(panels()), *options).code == 4


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "neither --period nor --at says when. Maybe only --period morning"),
        (("--period", "morning", "--at", "10:00"), "both --period and --at say when. Maybe only --per"),
        (("--period", "evening"), "there is no period 'evening'. Maybe one of afternoon, morning"),
    ],
)
def test_a_bad_question_is_bad_usage(why_not, asked_about, options, said):
    ended = why_not(asked_about(panels()), "--day", "day-1", *options)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_a_price_in_json(why_not, asked_about):
    forum = two_wishes().replace(levels=(("wish/one",), ("wish/two",)))
    ended = why_not(asked_about(forum), "--day", "day-1", "--period", "afternoon", "--json")
    assert ended.code == 0
    said = ended.json
    assert {name: said[name] for name in ("forum", "meeting", "forum-is", "data-breaches", "answer")} == {
        "forum": "mini-forum",
        "meeting": "panel-1",
        "forum-is": "found",
        "data-breaches": [],
        "answer": "priced",
    }
    start, end = "2030-01-07T15:00:00-05:00", "2030-01-07T18:00:00-05:00"
    assert said["asked"] == {"day": "day-1", "start": start, "end": end, "room": None}
    assert said["then"] == {"day": "day-1", "start": start, "end": end, "room": "annex"}
    assert said["here"]["room"] == "hall"
    assert said["reason"] is None
    assert said["price"]["exact"]
    assert said["price"]["levels"][0] == {
        "level": 1,
        "before": 0,
        "now": 1,
        "clauses": [{"clause": "wish/one", "before": 0, "now": 1}],
    }
    assert said["price"]["moved"] == ["panel-2", "panel-1"]
    assert [charge["clause"] for charge in said["price"]["charges"]] == ["wish/one"]
    assert [charge["clause"] for charge in said["price"]["dropped-charges"]] == ["wish/two"]


def test_a_reason_in_json(why_not, asked_about):
    options = ("--day", "day-1", "--period", "afternoon", "--room", "hall", "--json")
    said = why_not(asked_about(two_wishes()), *options).json
    assert (said["answer"], said["price"], said["then"]) == ("forbidden", None, None)
    assert said["reason"] == {
        "verified": True,
        "members": [
            {
                "name": "closure hall day-1 afternoon",
                "paragraph": "",
                "sentence": "hall is closed on day-1 afternoon (cleaning)",
            }
        ],
        "given": ["room-open, paragraph 1 of example (physical): A promise of the example"],
    }


def test_no_timetable_in_json(why_not, asked_about):
    never = clause_of("within", {"sessions": "all", "windows": ["day-1 13:00-14:00"]})
    said = why_not(asked_about(panels(never)), "--day", "day-1", "--period", "morning", "--json").json
    assert (said["forum-is"], said["answer"], said["here"]) == ("impossible", None, None)

"""Why here: every other place is free, has a price, or is forbidden for a reason."""

from dataclasses import replace
from pathlib import Path

from scheduler.solving import Limits
from scheduler.use_cases import asking, reasons
from scheduler.use_cases.asking import Asked
from scheduler.use_cases.why import why
from scheduler.use_cases.why_not import why_not
from tests.mini import clause_of
from tests.use_cases.asking_forums import asked_about, panels, wish

__all__ = ["asked_about"]

FORUM = Path(__file__).parents[2] / "data" / "imrf-2022"


def test_every_place_of_round_table_3_is_answered_for():
    told = []
    answer = why(FORUM, "round-table-3", tell=told.append)
    assert answer.base == "found"
    assert [(one.start // 60, one.room) for one in answer.moving[:2]] == [
        (58, "general-assembly-hall"),
        (58, "trusteeship-council-chamber"),
    ]
    assert len(answer.moving) + len(answer.priced) == 8
    ((*places,),) = answer.forbidden
    assert len(places) == 7
    assert {one.room for one in places} == {None}
    assert len({one.reason for one in places}) == 1
    assert [(one.name, one.places, one.wish) for one in answer.holds] == [
        ("clause 18(a)/round-table-days", 21, False),
        ("release/day", 6, True),
        ("release/room", 2, True),
    ]
    assert (answer.free, answer.open, answer.exact, answer.faulty) == ((), (), True, False)
    assert "time 1 of 10: 10:00 on hearing-day" in told


def test_why_and_why_not_agree(asked_about):
    closures = [{"room": "annex", "window": "day-1 afternoon", "because": "cleaning"}]
    wishes = (wish("panel-1", "hall", "wish/one"), wish("panel-2", "hall", "wish/two"))
    folder = asked_about(panels(*wishes, levels=[("wish/one",), ("wish/two",)], closures=closures))
    answer = why(folder, "panel-1")
    assert (answer.here.start, answer.here.room) == (600, "hall")
    assert [(one.start, one.room) for one in answer.free] == [(900, "hall")]
    assert [(one.start, one.room) for one in answer.priced] == [(600, "annex")]
    assert [[(one.start, one.room) for one in group] for group in answer.forbidden] == [[(900, "annex")]]
    assert [one.name for one in answer.holds] == ["closure annex day-1 afternoon", "wish/one"]
    for one in (*answer.free, *answer.priced, *answer.forbidden[0]):
        single = why_not(folder, "panel-1", "day-1", at=f"{one.start // 60}:00", room=one.room)
        assert single.reason == one.reason
        assert one.forbidden or single.asked.levels == one.asked.levels


def test_a_place_between_the_periods_is_asked_about_too(asked_about):
    clause = clause_of("within", {"sessions": {"session": "talk"}, "windows": ["day-1 11:00-13:00"]})
    forum = panels(clause, sessions={"panel-1": {}, "panel-2": {}, "talk": {"minutes": 120}})
    answer = why(asked_about(forum), "talk")
    assert answer.here.start == 660
    assert [one.start for one in answer.free] == [660]
    assert {one.start for group in answer.forbidden for one in group} == {600, 900}


def test_where_it_fits_no_period_only_its_own_time_is_asked_about(asked_about):
    forum = panels(sessions={"panel-1": {"minutes": 240}, "panel-2": {}})
    own = tuple(one for one in forum.clauses if one.rule != "official-hours")
    answer = why(asked_about(forum.replace(clauses=own)), "panel-1")
    assert {one.start for one in answer.free} == {answer.here.start}


def test_each_reason_is_found_once(asked_about, monkeypatch):
    asked, real = [], reasons.smallest_of
    monkeypatch.setattr(reasons, "smallest_of", lambda *some: asked.append(some) or real(*some))
    early = clause_of("within", {"sessions": {"session": "panel-1"}, "windows": ["day-1 morning"]})
    answer = why(asked_about(panels(early, days={"day-1": "2030-01-07", "day-2": "2030-01-08"})), "panel-1")
    assert [len(group) for group in answer.forbidden] == [3]
    assert len(asked) == 1


def test_a_forum_that_is_impossible_itself_has_no_answer(asked_about):
    never = clause_of("within", {"sessions": "all", "windows": ["day-1 13:00-14:00"]})
    answer = why(asked_about(panels(never)), "panel-1")
    assert (answer.base, answer.here, answer.stopped) == ("impossible", None, ())


def cut_off(monkeypatch, standing):
    """Let every question after the first solve come to this."""
    monkeypatch.setattr(asking.Base, "asked", lambda self, question: Asked(standing, self.forum))


def test_what_was_not_found_out_is_open(asked_about, monkeypatch):
    cut_off(monkeypatch, "unknown")
    answer = why(asked_about(panels()), "panel-1")
    assert len(answer.open) == 3
    assert not answer.faulty


def test_times_that_were_not_asked_about_in_time_are_open(asked_about, monkeypatch):
    monkeypatch.setattr(reasons.Reasons, "possible", lambda *_: None)
    answer = why(asked_about(panels()), "panel-1")
    assert [(one.start, one.room) for one in answer.open] == [(600, None), (900, None)]


def test_a_contradiction_is_told(asked_about, monkeypatch):
    cut_off(monkeypatch, "invalid")
    assert why(asked_about(panels()), "panel-1").faulty


def test_a_reason_that_was_not_found_is_missing(asked_about, monkeypatch):
    cut_off(monkeypatch, "impossible")
    answer = why(asked_about(panels()), "panel-1")
    assert [[one.reason for one in group] for group in answer.forbidden] == [[None, None, None]]
    assert answer.holds == ()


def test_prices_of_a_base_that_is_not_proven_are_not_exact(asked_about, monkeypatch):
    real = asking.solved_and_judged

    def feasible(*arguments):
        found = real(*arguments)
        return replace(found, solution=replace(found.solution, status="feasible"))

    monkeypatch.setattr(asking, "solved_and_judged", feasible)
    answer = why(asked_about(panels()), "panel-1")
    assert (answer.base, answer.exact) == ("found", False)


def test_all_questions_share_the_time(asked_about, monkeypatch):
    limits, given = Limits(seconds=600), []
    real = asking.solved_and_judged
    monkeypatch.setattr(asking, "solved_and_judged", lambda *some: given.append(some[3]) or real(*some))
    why(asked_about(panels()), "panel-1", limits)
    assert len(given) == 4
    assert all(one is limits for one in given)

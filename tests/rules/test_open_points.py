"""What a forum has not decided yet is open: neither kept nor broken."""

import pytest

from scheduler.domain.timetable import Timetable
from scheduler.rules import ForumRule, Preference, find_rule
from tests.rules.data_rules import breaches_of, charges_of, co_chaired, opens_of, stage, with_segments

OPENS = [
    (
        "covers",
        {"sessions": {"round-table-1": {"objectives": [1, 2]}, "round-table-2": {}}},
        ["no session takes up objective 3, 4 yet; what round-table-2 takes up is not decided"],
    ),
    ("covers", {"sessions": {"round-table-1": {"objectives": [1, 2, 3, 4]}, "round-table-2": {}}}, []),
    (
        "covers-as-listed",
        {"sessions": {"round-table-1": {"objectives": [1, 3]}, "round-table-2": {}}},
        ["nobody has said which objectives round-table-2 takes up"],
    ),
    (
        "officers",
        {
            "sessions": {
                "round-table-1": {"duties": [{"role": "co-chair", "party": "egypt"}, {"role": "co-chair"}]}
            }
        },
        ["who is co-chair of round-table-1 beside Egypt is not decided; 2 needed"],
    ),
    (
        "officers",
        {"sessions": {"round-table-1": {}}},
        ["who is co-chair of round-table-1 is not decided; 2 needed"],
    ),
    ("officers", co_chaired({"party": "egypt"}), []),
    ("officers", co_chaired({"party": "egypt"}, {"party": "germany"}, {}), []),
    (
        "officiates",
        {"sessions": {"plenary": {"duties": [{"role": "chairs"}]}}},
        ["in opening of plenary the role chairs is with nobody yet; it has to be with President"],
    ),
    ("officiates", {"sessions": {"plenary": {"duties": [{"role": "chairs", "party": "president"}]}}}, []),
    ("segment-order", {"sessions": {"plenary": {}}}, ["the agenda of plenary is not decided"]),
    ("segment-order", with_segments("plenary", {"segment": "opening"}), []),
    ("agenda-items", {"sessions": {"plenary": {}}}, ["the agenda of plenary is not decided"]),
    ("agenda-items", with_segments("plenary", {"segment": "closing"}), []),
    ("statements", {"sessions": {"plenary": {}}}, ["nobody has said who speaks in opening of plenary"]),
    (
        "statements",
        with_segments("plenary", {"segment": "opening"}),
        ["nobody has said who speaks in Opening of plenary"],
    ),
    ("statements", with_segments("plenary", {"segment": "opening", "speakers": ["media"]}), []),
    (
        "listed-order",
        with_segments("plenary", {"segment": "opening"}),
        ["nobody has said who speaks in opening of plenary"],
    ),
    ("listed-order", with_segments("plenary", {"segment": "opening", "speakers": ["media"]}), []),
    (
        "deadline",
        {"milestones": [{"milestone": "notes"}]},
        ["nobody has said when notes is done; the last day for it is 2029-11-26, 6 weeks before day-1"],
    ),
    ("deadline", {"milestones": [{"milestone": "notes", "done": "2029-11-01"}]}, []),
    (
        "deadline-wished",
        {"milestones": [{"milestone": "text-agreed"}]},
        ["nobody has said when text-agreed is done; it is wished by 2030-01-06"],
    ),
    ("deadline-wished", {"milestones": [{"milestone": "text-agreed", "done": "2029-11-01"}]}, []),
    (
        "reserved-time",
        {"sessions": {"round-table-1": {}}},
        ["the agenda of round-table-1 is not decided, and so no floor time is reserved yet"],
    ),
    ("reserved-time", with_segments("round-table-1", {"segment": "debate"}), []),
    (
        "interactive-share",
        {"sessions": {"round-table-1": {}}},
        ["the agenda of round-table-1 is not decided"],
    ),
    ("interactive-share", with_segments("round-table-1", {"segment": "debate"}), []),
]


@pytest.mark.parametrize(("name", "overlay", "sentences"), OPENS)
def test_what_is_not_decided_is_open(name, overlay, sentences):
    assert opens_of(name, overlay) == sentences


@pytest.mark.parametrize(("name", "overlay"), [(name, overlay) for name, overlay, said in OPENS if said])
def test_what_is_open_is_no_breach(name, overlay):
    if issubclass(find_rule(name), Preference):
        forum, active = stage(find_rule(name), overlay)
        assert list(active.charges(forum, Timetable(placements=()))) == []
        return
    judge = breaches_of if issubclass(find_rule(name), ForumRule) else charges_of
    assert judge(name, overlay) == []


BALANCES = [
    ("group", [], "not appointed yet"),
    ("group", [{"party": "egypt"}, {}], "not appointed yet"),
    ("group", [{"party": "egypt"}, {"party": "ecuador"}, {}], None),
    ("group", [{"party": "egypt"}, {"party": "ecuador"}], None),
    ("group", [{"party": "egypt"}, {"party": "stranger"}], "stranger"),
    ("gender", [{"party": "egypt"}, {"party": "ecuador", "gender": "woman"}], "Egypt"),
    ("gender", [{"party": "egypt", "gender": "man"}, {"party": "ecuador", "gender": "woman"}], None),
    ("gender", [{"party": "egypt", "gender": "man"}], None),
]


@pytest.mark.parametrize(("by", "duties", "unknown"), BALANCES)
def test_a_balance_is_open_while_it_may_still_come(by, duties, unknown):
    sentence = f"the {by} of each co-chair of round-table-1 is not known: {unknown}"
    assert opens_of("balanced", co_chaired(*duties), by=by) == ([sentence] if unknown else [])
    assert charges_of("balanced", co_chaired(*duties), by=by) == []


def test_co_chairs_of_one_gender_are_charged():
    duties = {"party": "egypt", "gender": "man"}, {"party": "ecuador", "gender": "man"}
    sentence = "each co-chair of round-table-1 (Egypt, Ecuador) is of one gender: man"
    assert charges_of("balanced", co_chaired(*duties), by="gender") == [(sentence, 1)]


def test_a_session_of_a_track_is_one_item_and_needs_no_agenda():
    assert opens_of("agenda", {"sessions": {"plenary": {}}}) == ["the agenda of plenary is not decided"]
    assert opens_of("agenda", {"sessions": {"plenary": {"track": "data"}}}) == []

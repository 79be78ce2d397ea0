"""The two JSON files: the timetable for other tools, and the record of the run."""

import json

from scheduler.domain.programme import Stopped
from scheduler.domain.timetable import Timetable
from scheduler.publishing import run_record, timetable_json

from .nasty_programme import nasty
from .programmes import programme, released


def test_the_timetable_has_the_shape_that_other_tools_read() -> None:
    document = json.loads(timetable_json.publish(programme())["timetable.json"])
    assert list(document) == ["forum", "timezone", "release", "status", "meetings", "segments"]
    assert document["forum"] == "imrf-2022"
    assert document["timezone"] == "America/New_York"
    assert document["release"] is None
    assert document["status"] == "optimal"
    assert document["meetings"][2] == {
        "id": "round-table-3",
        "session": "round-table-3",
        "kind": "round-table",
        "title": "Round table 3",
        "room": "conference-room-4",
        "start": "2022-05-17T10:00:00-04:00",
        "end": "2022-05-17T13:00:00-04:00",
    }
    assert document["segments"][0] == {
        "id": "hearing/opening",
        "session": "hearing",
        "meeting": "hearing-1",
        "title": "Opening",
        "start": "2022-05-16T10:00:00-04:00",
        "end": "2022-05-16T10:30:00-04:00",
    }


def test_a_segment_over_several_meetings_has_one_entry_for_each() -> None:
    segments = json.loads(timetable_json.publish(programme())["timetable.json"])["segments"]
    debate = [
        (one["meeting"], one["start"][11:16], one["end"][11:16])
        for one in segments
        if one["id"] == "plenary/debate"
    ]
    assert debate == [("plenary-1", "10:30", "13:00"), ("plenary-2", "15:00", "17:00")]


def test_json_is_written_for_people_too() -> None:
    raw = timetable_json.publish(nasty())["timetable.json"]
    assert raw.startswith(b'{\n  "forum": "imrf-2022",\n')
    assert raw.endswith(b"}\n")
    assert "Türkiye".encode() in raw
    assert b"\x07" not in raw


def test_meetings_stand_in_the_order_of_time() -> None:
    of = programme()
    turned = Timetable(placements=of.timetable.placements[::-1], segments=of.timetable.segments[::-1])
    assert timetable_json.publish(of.replace(timetable=turned)) == timetable_json.publish(of)


def test_unknown_agendas_are_no_segments() -> None:
    bare = programme().timetable.replace(segments=None)
    document = json.loads(timetable_json.publish(programme(timetable=bare))["timetable.json"])
    assert document["segments"] == []
    assert len(document["meetings"]) == 6


def test_the_number_of_a_release_is_told() -> None:
    assert json.loads(timetable_json.publish(released())["timetable.json"])["release"] == 3


def test_the_run_is_recorded() -> None:
    raw = run_record.publish(programme(seed=7, from_scratch=True))["run.json"]
    assert raw.endswith(b"}\n")
    assert json.loads(raw) == {
        "forum": "imrf-2022",
        "status": "optimal",
        "release": None,
        "from_scratch": True,
        "seed": 7,
        "levels": [
            {"level": 1, "clauses": ["stay"], "value": 0, "bound": 0, "proven": True, "released": 0},
            {
                "level": 2,
                "clauses": ["summaries", "gone"],
                "value": 60,
                "bound": 60,
                "proven": True,
                "released": 90,
            },
        ],
        "inputs": {"forum.yaml": "a" * 64, "sessions.yaml": "b" * 64},
        "versions": {"hemicycle": "0.1.0", "ortools": "9.15"},
    }
    assert raw.index(b"forum.yaml") < raw.index(b"sessions.yaml")


def test_the_record_of_an_unproven_run_says_what_ended_it() -> None:
    stopped = Stopped(by="planner", frozen=("room:hall",), spared=("practice/a",))
    raw = run_record.publish(programme(status="feasible", stopped=stopped))["run.json"]
    assert json.loads(raw)["stopped"] == {
        "by": "planner",
        "reproducible": False,
        "frozen": ["room:hall"],
        "spared": ["practice/a"],
    }

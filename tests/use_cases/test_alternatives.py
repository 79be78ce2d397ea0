"""Several programmes of one forum: judged, written, and told apart."""

import json
from dataclasses import replace

import pytest

from scheduler.judging import judge
from scheduler.reading import BadData, read_forum, read_timetable
from scheduler.rules import active_rules
from scheduler.solving import Limits
from scheduler.solving.alternatives import Contradicted, Found, Unfinished, Wanted
from scheduler.use_cases import alternatives as use_case
from scheduler.use_cases import alternatives_start, schedule
from scheduler.use_cases.alternatives import Asked, alternatives
from scheduler.use_cases.alternatives_start import NoSuchLevel
from scheduler.use_cases.alternatives_words import counted, proven, when
from tests.mini import forum_of, timetable_of
from tests.use_cases.fragile import CHARTER, FORUM, release, write

WISHED = (
    CHARTER
    + """\
  - clause: wish/hall
    tier: preference
    says: Talks are in the hall.
    rule: preferred-room
    sessions: {kind: talk}
    rooms: [hall, annex]
    source: custom
"""
)
LEVELS = {
    "mandates/charter.yaml": WISHED,
    "fragile/forum.yaml": FORUM.replace("levels: []", "levels: [wish/hall]"),
}
FIVE = Asked()
TWINS = """\
sessions:
  - {session: talk-1, kind: talk, title: First talk, minutes: 180}
  - {session: talk-2, kind: talk, title: Second talk, minutes: 180}
  - {session: gala, kind: gala, title: Gala, minutes: 180}
"""


@pytest.fixture
def found(tmp_path, monkeypatch):
    """Find alternatives in a planner's folder, some of the forum's files changed."""
    monkeypatch.chdir(tmp_path)

    def run(asked=FIVE, limits=Limits(), output=None, **files):
        write(tmp_path / "data", **files)
        return alternatives(tmp_path / "data/fragile", output, asked, limits)

    return run


def spots(folder):
    record = json.loads((folder / "timetable.json").read_text(encoding="utf-8"))
    return {(one["id"], one["room"], one["start"]) for one in record["meetings"]}


def test_each_has_a_folder_and_the_first_is_that_of_schedule(found, tmp_path):
    answer = found()
    place = tmp_path / "outputs/fragile-alternatives"
    assert [one.programme.status for one in answer.programmes] == ["optimal"] * 5
    assert answer.files[0].resolve() == (place / "1/timetable.json").resolve()
    assert {path.name for path in place.iterdir()} == {"1", "2", "3", "4", "5", "alternatives.txt"}
    schedule.schedule(tmp_path / "data/fragile", tmp_path / "best", ("json",))
    assert (place / "1/timetable.json").read_bytes() == (tmp_path / "best/timetable.json").read_bytes()
    assert len({frozenset(spots(place / str(number))) for number in range(1, 6)}) == 5


def test_texts_say_what_sets_them_apart(found, tmp_path):
    answer = found(Asked(Wanted(3)))
    place = tmp_path / "outputs/fragile-alternatives"
    summary = (place / "alternatives.txt").read_text(encoding="utf-8")
    for number, one in enumerate(answer.programmes, 1):
        assert f"\n{number}. {one.apart}\n" in summary
        text = (place / f"{number}/timetable.txt").read_text(encoding="utf-8")
        assert text.startswith(f"A <fragile> forum\nProgramme {number}. {one.apart[:40]}")
        assert max(map(len, text.splitlines())) <= 100
        assert "\n\nDay 1, Monday 11 March 2030\n" in text or "\n\nDay 2, " in text
    assert summary.endswith(f"\n{answer.says}\n")


def test_every_timetable_can_be_read_and_is_judged_again(found, tmp_path):
    found()
    reading = read_forum(tmp_path / "data/fragile")
    for number in range(1, 6):
        path = tmp_path / f"outputs/fragile-alternatives/{number}/timetable.json"
        timetable = read_timetable(path, reading.forum).timetable
        verdict = judge(reading.forum, active_rules(reading.forum), timetable)
        assert verdict.breaches == ()


def test_two_runs_write_the_same_bytes(found, tmp_path):
    for run in ("one", "other"):
        found(output=tmp_path / run)
        found(Asked(every=True), output=tmp_path / f"{run}-all")
    for name in ("one", "one-all"):
        files = [path.relative_to(tmp_path / name) for path in sorted((tmp_path / name).rglob("*.*"))]
        other = tmp_path / name.replace("one", "other")
        assert [(tmp_path / name / one).read_bytes() for one in files] == [
            (other / one).read_bytes() for one in files
        ]


def test_an_earlier_run_leaves_nothing_behind_and_other_files_stay(found, tmp_path):
    place = tmp_path / "out"
    found(output=place)
    (place / "4/notes.md").write_text("ours", encoding="utf-8")
    (place / "12").mkdir()
    (place / "12/mine.md").write_text("mine", encoding="utf-8")
    (place / "13").write_text("a file", encoding="utf-8")
    (place / "14").symlink_to(place / "5")
    found(Asked(Wanted(2)), output=place)
    assert {path.name for path in place.iterdir()} == {"1", "2", "4", "12", "13", "14", "alternatives.txt"}
    found(Asked(every=True), output=place)
    assert {path.name for path in place.iterdir()} == {
        "4",
        "12",
        "13",
        "14",
        "alternatives.txt",
        "alternatives.jsonl",
    }
    found(Asked(Wanted(1)), output=place)
    assert not (place / "alternatives.jsonl").exists()


def test_all_are_listed_a_line_each(found, tmp_path):
    answer = found(Asked(every=True))
    assert (answer.listing.count, answer.listing.ended) == (18, "all")
    assert answer.says == "Exactly 18 programmes are as good. Proven: there is no other."
    lines = (
        (tmp_path / "outputs/fragile-alternatives/alternatives.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    records = [json.loads(line) for line in lines]
    assert [one["programme"] for one in records] == [*range(1, 19)]
    assert len({json.dumps(one["meetings"]) for one in records}) == 18
    assert {*records[0]["meetings"][0]} == {"id", "room", "start", "end"}


def test_a_placeholder_is_marked_in_every_line(found, tmp_path):
    until = FORUM.replace("edition: 2030", "edition: 2030\nplaceholder: The week is not chosen.")
    found(Asked(every=True), **{"fragile/forum.yaml": until})
    lines = (
        (tmp_path / "outputs/fragile-alternatives/alternatives.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    assert all(json.loads(line)["placeholder"] == "The week is not chosen." for line in lines)


def test_a_release_is_kept_to_unless_it_is_passed_over(found):
    assert [len(found(**release()).programmes), found(**release()).found.proof] == [1, "all"]
    passed_over = found(Asked(from_scratch=True), **release())
    assert len(passed_over.programmes) == 5
    assert passed_over.programmes[0].apart.startswith(
        "It is the programme of hemicycle schedule --from-scratch"
    )


def test_what_is_alike_is_said(found):
    answer = found(Asked(every=True), **{"fragile/sessions.yaml": TWINS})
    assert answer.alike == (
        "Nothing tells apart First talk and Second talk: programmes that only exchange them count once."
    )
    assert found(**{"fragile/sessions.yaml": TWINS}).alike == answer.alike


def test_slack_lets_a_level_cost_more_and_says_so(found):
    strict = found(Asked(Wanted(2)), **LEVELS)
    assert [one.programme.levels[0].value for one in strict.programmes] == [0, 0]
    free = found(Asked(Wanted(5), {1: 2}), **LEVELS)
    values = [one.programme.levels[0].value for one in free.programmes]
    assert values[0] == 0 < max(values) <= 2
    for one in free.programmes:
        value = one.programme.levels[0].value
        assert one.programme.status == ("feasible" if value else "optimal")
        assert one.apart.endswith(f" Level 1 costs {value}, not 0.") == bool(value)
    assert "good enough" in found(Asked(slack={1: 2}, every=True), **LEVELS).says


def test_a_level_that_is_not_there(found):
    with pytest.raises(NoSuchLevel, match=r"no level 3: fragile has the levels 1 to 1\. Maybe 1"):
        found(Asked(slack={3: 1}), **LEVELS)
    with pytest.raises(NoSuchLevel, match="no level 1: fragile has no levels"):
        found(Asked(slack={1: 1}), **{"fragile/forum.yaml": FORUM, "mandates/charter.yaml": CHARTER})


def test_an_impossible_forum_has_none(found, tmp_path):
    answer = found(**{"fragile/rooms.yaml": "open: [annex]\n"})
    assert (answer.status, answer.programmes) == ("impossible", ())
    assert not (tmp_path / "outputs").exists()


def test_data_that_stop_the_work(found):
    rules = CHARTER + (
        '  - clause: 4/two\n    paragraph: "4"\n    tier: mandate\n    says: There are two galas.\n'
        "    rule: so-many\n    sessions: {kind: gala}\n    count: sessions\n    exactly: 2\n"
    )
    answer = found(**{"mandates/charter.yaml": rules})
    assert (answer.status, [one.clause for one in answer.breaches]) == (None, ["4/two"])


def test_no_time_finds_nothing(found):
    assert found(limits=Limits(seconds=1e-9)).status == "unknown"


def test_what_is_not_proven_best_is_no_start(found, monkeypatch):
    real = alternatives_start.solved_and_judged

    def unproven(*some):
        judged = real(*some)
        return replace(judged, solution=replace(judged.solution, status="feasible"))

    monkeypatch.setattr(alternatives_start, "solved_and_judged", unproven)
    assert (found().status, found().programmes) == ("feasible", ())


def test_a_fault_of_solver_or_judge_stops_everything(found, monkeypatch, tmp_path):
    monkeypatch.setattr(alternatives_start, "disagreements", lambda *_: ("they disagree",))
    assert found().faults == ("they disagree",)
    assert found(Asked(every=True)).faults == ("they disagree",)
    assert not [*tmp_path.glob("outputs/**/*.*")]


def test_a_solver_that_contradicts_itself_is_a_fault(found, monkeypatch):
    def contradicting(*_):
        raise Contradicted

    monkeypatch.setattr(use_case, "different", contradicting)
    assert found().faults == ("the solver contradicts itself: it finds what it has proven impossible",)


def test_a_list_that_is_cut_off_says_so(found, monkeypatch, tmp_path):
    real = use_case.every

    def stopping(error):
        def some(*given):
            for number, one in enumerate(real(*given)):
                if number == 4:
                    raise error
                yield one

        return some

    for error, ended, why in (
        (Unfinished(), "time", "The time ran out"),
        (KeyboardInterrupt(), "interrupted", "The run was interrupted"),
    ):
        monkeypatch.setattr(use_case, "every", stopping(error))
        answer = found(Asked(every=True))
        assert (answer.listing.count, answer.listing.ended) == (4, ended)
        assert answer.says == f"At least 4 programmes are as good. {why}: not all are listed."
        listed = tmp_path / "outputs/fragile-alternatives/alternatives.jsonl"
        assert len(listed.read_text(encoding="utf-8").splitlines()) == 4
        assert (
            (tmp_path / "outputs/fragile-alternatives/alternatives.txt")
            .read_text(encoding="utf-8")
            .endswith(f"{answer.says}\n")
        )


def test_bad_data_are_refused(found):
    with pytest.raises(BadData):
        found(**{"fragile/rooms.yaml": "open: [moon]\n"})


def test_one_programme_alone_is_said_to_be_the_only_one(found):
    assert "only here" not in found(Asked(Wanted(1))).programmes[0].apart


PROOFS = {
    (
        "farthest",
        3,
        8,
    ): "Proven: no 3 programmes, programme 1 among them, are farther apart. 8 are as good in all.",
    ("farthest", 3, 3): "Proven: no other programme is as good.",
    ("all", 2, 2): "3 programmes were asked for. Proven: no other programme is as good.",
    ("one-by-one", 3, None): "Proven: each is as different as possible from those before it.",
    (
        "no-more",
        2,
        8,
    ): "3 programmes were asked for. Proven: no 3 programmes, programme 1 among them, differ from "
    "each other by 4 meetings or more. 8 are as good in all.",
    (
        "no-more",
        2,
        None,
    ): "3 programmes were asked for. Proven: no 3 programmes, programme 1 among them, differ "
    "from each other by 4 meetings or more.",
    (
        "none-further",
        2,
        None,
    ): "3 programmes were asked for. Proven: no other differs from each of these by 4 "
    "meetings or more. Whether there are more that do so without one of these is not proven.",
    (
        "unfinished",
        2,
        None,
    ): "3 programmes were asked for. The time ran out: there may be more. Maybe a longer --time-limit.",
}


@pytest.mark.parametrize("proof", PROOFS, ids=str)
def test_no_more_is_claimed_than_is_proven(proof):
    kind, count, known = proof
    assert proven(Found((None,) * count, kind, known), Wanted(3, 4), "as good") == PROOFS[proof]


def test_one_that_was_asked_for():
    assert proven(Found((None,), "farthest", 8), Wanted(1), "as good") == "8 are as good in all."
    assert (
        proven(Found((None,), "one-by-one"), Wanted(1), "as good")
        == "Others are as good; they were not counted."
    )
    assert (
        proven(Found((None,), "unfinished"), Wanted(1), "as good")
        == "Whether others are as good is not known."
    )
    nearer = Found((None,) * 2, "none-further")
    assert "by 1 meeting or more" in proven(nearer, Wanted(3), "as good")
    assert counted(1, "all", "as good") == "Exactly 1 programme is as good. Proven: there is no other."


def test_times_outside_the_periods_and_the_days_are_said_by_hours():
    text = "day-1 10:00-11:30 hall talk"
    forum = forum_of({}, text)
    place = timetable_of(forum, text).placements[0]
    assert when(forum.clock, place) == "day-1, 10:00-11:30"
    later = place.replace(start=place.start + 30 * 1440, end=place.end + 30 * 1440)
    assert when(forum.clock, later) == "2030-02-06, 10:00-11:30"

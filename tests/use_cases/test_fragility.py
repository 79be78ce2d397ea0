"""Losses: all of them, the same as solved singly, nothing solved twice, and nothing of it by chance."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from scheduler.publishing.fragility_values import Loss, difference_of
from scheduler.reading import BadData, read_forum
from scheduler.solving import Limits, Solution, solve
from scheduler.use_cases import fragility as module
from scheduler.use_cases import fragility_base, fragility_reasons, fragility_solving
from scheduler.use_cases.fragility import Counts, fragility
from scheduler.use_cases.fragility_base import base_of
from scheduler.use_cases.fragility_losses import first_alike, losses_of, without
from scheduler.use_cases.fragility_reasons import LossQuestions
from scheduler.use_cases.fragility_solving import Answer, effect_of, effect_unsolved, solved
from scheduler.use_cases.schedule import solved_and_judged
from tests.reading.small import meeting
from tests.use_cases.fragile import CHARTER, FORUM, ROOMS, SESSIONS, release, write
from tests.use_cases.releasing import change, files

CLOSED = meeting("talk-2", "annex", "2030-03-12T10:00:00-04:00", "2030-03-12T13:00:00-04:00")
"""Where the annex is closed, so that the talk moves without any loss."""
MANY = Counts(judged=17, solved=13)


def lost(folder, **more):
    return fragility(folder, folder.parents[0] / "out", **more)


def base(folder):
    return base_of(folder, Limits(), lambda _: None).base


def outcomes(answer):
    return {effect.loss.id: (effect.outcome, effect.moves) for effect in answer.fragility.effects}


def names_of(answer, loss):
    effect = next(one for one in answer.fragility.effects if one.loss.id == loss)
    assert effect.verified
    return [reason.name for reason in effect.reasons]


def test_every_room_half_day_officer_and_team_is_lost_once(tmp_path):
    answer = lost(write(tmp_path))
    halves = [f"{day}.{half}" for day in ("day-1", "day-2") for half in ("morning", "afternoon")]
    wanted = [f"room.{room}.{half}" for room in ("annex", "hall") for half in halves]
    for officer in ("ada", "bob", "cyd", "fay"):
        wanted += [f"officer.{officer}.{half}" for half in halves] + [f"away.{officer}"]
    wanted += ["teams.1-fewer", "teams.2-fewer"]
    assert sorted(outcomes(answer)) == sorted(wanted)
    assert answer.counts == MANY
    assert not answer.fragility.released


@pytest.mark.parametrize("given", [{}, release(), release(CLOSED)], ids=["unreleased", "released", "moving"])
def test_each_loss_comes_to_what_solving_it_singly_comes_to(tmp_path, given):
    folder = write(tmp_path, **given)
    answer, found = lost(folder), base(folder)
    for effect in answer.fragility.effects:
        forum = without(found.forum, effect.loss)
        singly = solved_and_judged(forum, found.rules, found.past)
        if singly.solution.timetable is None:
            assert (effect.outcome, effect.moves) == ("impossible", None)
        else:
            programme = effect.programme or answer.fragility.standing
            assert programme.timetable == singly.solution.timetable
            assert effect.proven
            moved = difference_of(found.programme.replace(timetable=singly.solution.timetable)).meetings
            assert effect.moves == len(moved)
            assert (effect.outcome == "moved") == (programme.timetable != found.programme.timetable)
    assert answer.fragility.moving_anyway == (1 if "annex" in str(given) and given == release(CLOSED) else 0)


def test_what_is_impossible_names_the_loss(tmp_path):
    answer = lost(write(tmp_path, **release()))
    assert names_of(answer, "away.ada") == ["duties ada", "absence ada"]
    assert names_of(answer, "away.cyd") == ["duties cyd", "absence cyd"]
    assert names_of(answer, "away.fay") == ["duties fay", "absence fay"]
    assert names_of(answer, "teams.2-fewer") == ["clause custom/teams"]
    effect = answer.fragility.by_loss[Loss("teams", fewer=2)]
    assert effect.reasons[0].paragraph == ""
    assert effect in answer.fragility.mattering


def test_a_room_that_nothing_can_do_without_is_named_with_clauses(tmp_path):
    windows = CHARTER.replace("windows: [day-2]", "windows: [day-2 morning]")
    answer = lost(write(tmp_path, **{"mandates/charter.yaml": windows}))
    assert names_of(answer, "room.hall.day-2.morning") == [
        "clause 3/gala",
        "needs gala",
        "rooms day-1 day-2",
        "closure hall day-2 morning",
    ]
    reasons = answer.fragility.by_loss[Loss("room", "hall", "day-2", "morning")].reasons
    assert reasons[0].paragraph == "3"


def test_what_is_impossible_only_beside_another_closure_names_both(tmp_path):
    closed = "open: [hall, annex]\nclosures:\n  - {room: hall, window: day-2 afternoon}\n"
    folder = write(tmp_path, **{"fragile/rooms.yaml": closed})
    assert names_of(lost(folder), "room.hall.day-2.morning") == [
        "clause 3/gala",
        "needs gala",
        "rooms day-1 day-2",
        "closure hall day-2 afternoon",
        "closure hall day-2 morning",
    ]
    change(
        folder / "rooms.yaml",
        "{room: hall, window: day-2 afternoon}",
        "{room: hall, window: day-1 afternoon}",
    )
    assert outcomes(lost(folder))["room.hall.day-2.morning"] == ("moved", 1)


def test_what_is_not_explained_in_time_is_said_and_not_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(fragility_solving, "clash_of", lambda *_, **__: None)
    answer = lost(write(tmp_path))
    effect = answer.fragility.by_loss[Loss("away", "ada")]
    assert (effect.outcome, effect.reasons, effect.verified) == ("impossible", (), False)
    assert answer.counts == Counts(judged=17, solved=8, open=5)


def test_officers_who_are_the_same_to_the_timetable_are_solved_once(tmp_path, monkeypatch):
    asked = []

    def remembering(found, loss, limits):
        asked.append(loss.id)
        return solved(found, loss, limits)

    monkeypatch.setattr(module, "solved", remembering)
    folder = write(tmp_path)
    lost(folder)
    assert "officer.bob.day-1.morning" in asked
    assert not [one for one in asked if "cyd" in one]
    assert len(asked) == len(set(asked)) == MANY.solved - 2
    forum = base(folder).forum
    assert first_alike(forum, Loss("away", "cyd")) == Loss("away", "bob")
    assert first_alike(forum, Loss("teams", fewer=1)) == Loss("teams", fewer=1)


def test_a_second_run_solves_nothing_and_writes_the_same_bytes(tmp_path):
    folder = write(tmp_path)
    first = lost(folder)
    before = files(tmp_path / "out")
    second = lost(folder)
    assert second.counts == Counts(judged=17, kept=13)
    assert files(tmp_path / "out") == before
    assert outcomes(second) == outcomes(first)
    assert lost(folder, keeping=False).counts == MANY
    assert files(tmp_path / "out") == before


def test_the_bytes_do_not_depend_on_what_was_kept(tmp_path):
    folder = write(tmp_path / "one")
    lost(folder)
    kept = sorted((tmp_path / "one/out/kept").iterdir())
    for path in kept[::2]:
        path.unlink()
    answer = lost(folder)
    assert 0 < answer.counts.solved < MANY.solved
    lost(write(tmp_path / "two"))
    assert files(tmp_path / "one/out") == files(tmp_path / "two/out")


def test_words_change_no_answer_and_facts_do(tmp_path):
    folder = write(tmp_path)
    lost(folder)
    change(folder / "sessions.yaml", "title: First talk", "title: Another title")
    again = lost(folder)
    assert again.counts.solved == 0
    assert b"Another title" in (tmp_path / "out/contingency/room.annex.day-1.morning.md").read_bytes()
    change(folder / "sessions.yaml", "    features: [plenary]\n", "")
    assert lost(folder).counts.kept == 0


def test_a_closure_more_leaves_what_is_impossible_without_it(tmp_path):
    folder = write(tmp_path / "one")
    lost(folder)
    more = "taken}\n  - {room: annex, window: day-2 afternoon}"
    change(folder / "rooms.yaml", "taken}", more)
    again = lost(folder)
    assert (again.counts.solved, again.counts.kept) == (8, 5)
    fresh = write(tmp_path / "two", **{"fragile/rooms.yaml": ROOMS.replace("taken}", more)})
    lost(fresh)
    both = files(tmp_path / "one/out"), files(tmp_path / "two/out")
    assert both[0] == both[1]


def test_a_release_leaves_what_is_impossible_without_it(tmp_path):
    lost(write(tmp_path))
    again = lost(write(tmp_path, **release()))
    assert (again.counts.solved, again.counts.kept) == (8, 5)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:40],
        lambda text: "[]",
        lambda text: text.replace('"optimal"', '"feasible"'),
        lambda text: json.dumps({**json.loads(text), "seal": "elsewhere"}),
        lambda text: json.dumps({**json.loads(text), "answer": {"status": "fine"}}),
    ],
    ids=["cut", "other", "forged", "foreign", "senseless"],
)
def test_what_is_damaged_or_foreign_is_solved_again(tmp_path, damage):
    folder = write(tmp_path)
    lost(folder)
    before = files(tmp_path / "out")
    path = tmp_path / "out/kept/room.hall.day-1.morning.json"
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert lost(folder).counts == Counts(judged=17, solved=1, kept=12)
    assert files(tmp_path / "out") == before


def test_losses_that_are_none_any_more_leave_no_files(tmp_path):
    folder = write(tmp_path)
    out = tmp_path / "out"
    lost(folder)
    (out / "contingency/own.md").write_text("mine", encoding="utf-8")
    (out / "kept/own.json").write_text("{}", encoding="utf-8")
    change(folder / "rooms.yaml", "open: [hall, annex]", "open: [hall]")
    change(
        folder / "rooms.yaml",
        "closures:\n  - {room: annex, window: day-2 morning, because: taken}",
        "closures: []",
    )
    lost(folder)
    names = {path.name for path in (*(out / "contingency").iterdir(), *(out / "kept").iterdir())}
    assert {"own.md", "own.json", "room.hall.day-1.morning.md"} < names
    assert not [name for name in names if name.startswith("room.annex")]


def test_outputs_go_to_a_folder_of_their_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = fragility(write(tmp_path))
    assert {path.parts[:2] for path in answer.files} == {("outputs", "fragile-fragility")}


def test_progress_is_told(tmp_path):
    told = []
    lost(write(tmp_path), tell=told.append)
    assert "loss 1 of 30: Annex is closed on day-1 morning" in told
    assert told[-1] == "writing"


@pytest.fixture
def late(monkeypatch):
    """Let the programme be found, and then the time be up."""
    monkeypatch.setattr(module, "base_of", lambda folder, _, tell: base_of(folder, Limits(), tell))
    return Limits(seconds=1e-9)


def test_what_is_not_decided_in_time_is_said_and_not_kept(tmp_path, late):
    folder = write(tmp_path)
    answer = lost(folder, limits=late)
    assert answer.counts == Counts(judged=17, open=13)
    assert outcomes(answer)["away.ada"] == ("undecided", None)
    assert not answer.fragility.by_loss[Loss("away", "ada")].proven
    assert not (tmp_path / "out/kept").exists()
    assert lost(folder).counts == MANY


def test_an_answer_without_a_proof_is_not_kept(tmp_path, monkeypatch):
    def unproven(found, loss, limits):
        answer = solved(found, loss, limits)
        return replace(answer, status="feasible") if answer.timetable else replace(answer, verified=False)

    monkeypatch.setattr(module, "solved", unproven)
    answer = lost(write(tmp_path))
    assert answer.counts == Counts(judged=17, open=13)
    assert not answer.fragility.by_loss[Loss("away", "ada")].verified
    assert not (tmp_path / "out/kept").exists()


def test_a_forum_that_is_impossible_has_nothing_to_lose(tmp_path):
    folder = write(tmp_path, **{"fragile/rooms.yaml": "open: [annex]\n"})
    answer = lost(folder)
    assert (answer.status, answer.fragility, answer.files) == ("impossible", None, ())
    assert not (tmp_path / "out").exists()


def test_no_programme_in_time(tmp_path):
    assert lost(write(tmp_path), limits=Limits(seconds=1e-9)).status == "unknown"


def test_data_that_has_to_be_put_right_stops_it(tmp_path):
    rules = CHARTER + (
        '  - clause: 4/two\n    paragraph: "4"\n    tier: mandate\n    says: There are two galas.\n'
        "    rule: so-many\n    sessions: {kind: gala}\n    count: sessions\n    exactly: 2\n"
    )
    answer = lost(write(tmp_path, **{"mandates/charter.yaml": rules}))
    assert answer.status is None
    assert [breach.clause for breach in answer.breaches] == ["4/two"]


def test_where_solver_and_judge_disagree_nothing_is_written(tmp_path, monkeypatch):
    def disagreeing(*arguments):
        return replace(solved_and_judged(*arguments), faults=("they disagree",))

    folder = write(tmp_path)
    monkeypatch.setattr(fragility_solving, "solved_and_judged", disagreeing)
    assert lost(folder).faults == ("they disagree",)
    monkeypatch.setattr(
        fragility_solving,
        "solved_and_judged",
        lambda *arguments: replace(solved_and_judged(*arguments), solution=Solution("invalid")),
    )
    assert lost(folder).faults == ("the solver contradicts itself",)
    monkeypatch.setattr(fragility_base, "solved_and_judged", disagreeing)
    answer = lost(folder)
    assert (answer.faults, answer.fragility) == (("they disagree",), None)
    assert not (tmp_path / "out").exists()


OWN = """\
clauses:
  - clause: own/staying
    tier: preference
    says: Meetings stay.
    rule: keep-to-release
    what: place
"""


def test_a_forum_may_stay_with_releases_in_its_own_way(tmp_path):
    levels = FORUM.replace("levels: []", "levels: [own/staying]")
    folder = write(tmp_path, **{"fragile/clauses.yaml": OWN, "fragile/forum.yaml": levels})
    found = base(folder)
    assert found.forum.levels == (("own/staying",),)
    assert [mandate.mandate for mandate in found.forum.mandates] == ["physical", "charter"]
    assert outcomes(lost(folder))["teams.1-fewer"] == ("moved", 1)


def test_what_is_taken_for_a_release_is_kept_to_as_one(tmp_path):
    unreleased, released = base(write(tmp_path / "one")), base(write(tmp_path / "two", **release()))
    assert unreleased.forum.levels == released.forum.levels
    assert unreleased.forum.mandates == released.forum.mandates
    assert unreleased.forum.release.timetable == unreleased.programme.timetable


def test_a_mandate_of_releases_that_cannot_be_read_is_told(tmp_path):
    folder = write(tmp_path, **{"mandates/releases.yaml": "mandate: releases\n"})
    with pytest.raises(BadData):
        lost(folder)


def test_a_breach_that_somebody_answers_for_stays_until_its_facts_change(tmp_path):
    clause = (
        "  - clause: custom/hall\n    tier: practice\n    says: The first talk is in the annex.\n"
        "    rule: in-room\n    source: custom\n    sessions: {session: talk-1}\n    rooms: [annex]\n"
    )
    rules = {"mandates/charter.yaml": CHARTER + clause}
    sentence = "First talk is held in Great Hall, not in Annex"
    answered = [{"clause": "custom/hall", "subject": "talk-1", "sentence": sentence, "because": "agreed"}]
    folder = write(tmp_path, **rules, **release(acknowledged=answered))
    found = base(folder)
    assert len(found.past.breaches) == 1
    assert found.programme.timetable.placements == found.forum.release.timetable.placements
    answer = lost(folder)
    assert outcomes(answer)["room.hall.day-1.afternoon"] == ("unmoved", 0)
    assert answer.fragility.by_loss[Loss("away", "ada")].verified
    singly = solved(found, Loss("room", "annex", "day-1", "morning"), Limits())
    effect = answer.fragility.by_loss[Loss("room", "annex", "day-1", "morning")]
    assert effect.programme.timetable == singly.timetable


@pytest.mark.parametrize(("breaches", "asked"), [((), 1), (("something",), 2)])
def test_what_the_judge_does_not_accept_shows_nothing(tmp_path, monkeypatch, breaches, asked):
    reading = read_forum(write(tmp_path))
    loss = Loss("teams", fewer=1)
    questions = LossQuestions(reading.forum, reading.rules, loss, Limits(), kept=False)
    monkeypatch.setattr(fragility_reasons, "judge", lambda *_: SimpleNamespace(breaches=breaches))
    assert questions.possible(questions.members)
    assert questions.possible(questions.members, otherwise=True)
    assert questions.asked == asked


def test_without_a_proof_of_the_programme_itself_every_loss_is_solved(tmp_path):
    found = base(write(tmp_path, **release(CLOSED)))
    loss = Loss("room", "hall", "day-1", "afternoon")
    assert effect_unsolved(found, loss).outcome == "unmoved"
    unproven = replace(found, programme=found.programme.replace(status="feasible"))
    assert effect_unsolved(unproven, loss) is None


def test_an_open_answer_has_no_programme(tmp_path):
    found, loss = base(write(tmp_path)), Loss("away", "ada")
    assert effect_of(found, loss, loss, Answer("unknown")).outcome == "undecided"


def test_nothing_else_is_lost_where_nobody_has_a_duty_and_there_are_no_teams(tmp_path):
    sessions = SESSIONS.replace("speakers: [fay]", "speakers: []")
    lines = [line for line in sessions.splitlines() if "party:" not in line and "duties:" not in line]
    folder = write(tmp_path, **{"fragile/sessions.yaml": "\n".join(lines) + "\n"})
    change(tmp_path / "venues/house.yaml", "teams: 2", "teams: 0")
    change(folder / "sessions.yaml", "    interpretation: true\n", "")
    assert {loss.sort for loss in losses_of(base(folder).forum)} == {"room"}
    assert {effect.loss.sort for effect in lost(folder).fragility.effects} == {"room"}


def test_the_solver_agrees_that_an_unmoved_loss_moves_nothing(tmp_path):
    found = base(write(tmp_path, **release()))
    loss = Loss("room", "hall", "day-2", "afternoon")
    assert effect_unsolved(found, loss).outcome == "unmoved"
    forum = without(found.forum, loss)
    assert solve(forum, found.rules).timetable == found.programme.timetable

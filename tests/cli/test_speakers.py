"""``hemicycle speakers``: how many fit, the list, what is refused, and what schedule makes of it."""

from pathlib import Path

import pytest

from tests.reading import small

from .running import hemicycle

FIGURES = "change-over-seconds: 30, limit-seconds: 120, open-to: [state], certainty: assumption"
SESSIONS = small.SESSIONS.replace(
    "        over-breaks: true\n", f"        over-breaks: true\n        list-of-speakers: {{{FIGURES}}}\n"
)
ROWS = """\
party,level,inscribed,available
atlantis,minister,2030-01-01 09:00,
bohemia,head-of-state,2030-01-02 09:00,day-2
"""


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Return a function that writes the small forum, with files beside its own."""
    monkeypatch.chdir(tmp_path)

    def make(sessions: str = SESSIONS, **files: str) -> Path:
        folder = small.write(tmp_path / "data", **{"small-2030/sessions.yaml": sessions})
        for name, text in files.items():
            (folder / f"{name.replace('_', '-')}.csv").write_text(text, encoding="utf-8")
        return folder

    return make


def test_without_inscriptions_it_is_said_how_many_fit(made, capsys):
    ran = hemicycle(capsys, "speakers", made())
    assert ran.code == 0
    assert "A small forum: 2 speakers may be inscribed; there is no inscriptions.csv yet." in ran.out
    assert "  2:00 (the limit set)" in ran.out
    assert not Path("outputs").exists()
    assert hemicycle(capsys, "speakers", made(), "--json").json["status"] is None


def test_a_list_is_made_and_written(made, capsys):
    events = "at,event,party\n2030-03-12 09:00,right-of-reply,atlantis\n"
    folder = made(inscriptions=ROWS, speakers_events=events)
    ran = hemicycle(capsys, "speakers", folder)
    assert ran.code == 0
    assert ran.out.startswith("A small forum: 2 speakers are inscribed.\n")
    assert "no list departs less from the plain order." in ran.out
    assert "What has happened\n  09:00 on day-2: Atlantis, Republic of asks for the right of reply" in ran.out
    for name in ("html", "pdf", "xlsx"):
        assert Path("outputs/small-2030", f"speakers.{name}").stat().st_size > 1000
        assert f"outputs/small-2030/speakers.{name}" in ran.out
    document = hemicycle(capsys, "speakers", folder, "--json", "--output", "elsewhere").json
    assert document["status"] == "optimal"
    assert [one["party"] for one in document["statements"]].count("atlantis") == 2
    assert document["statements"][0]["start"].startswith("2030-03-1")
    assert Path("elsewhere/speakers.pdf").exists()


def test_the_list_goes_by_the_timetable_that_was_scheduled(made, capsys):
    folder = made(inscriptions=ROWS)
    assert hemicycle(capsys, "schedule", folder).code == 0
    first = hemicycle(capsys, "speakers", folder, "--json").json["statements"]
    for stale in ("{}", '{"inputs": {"small-2030/forum.yaml": "other"}}'):
        Path("outputs/small-2030/run.json").write_text(stale, encoding="utf-8")
        assert hemicycle(capsys, "speakers", folder, "--json").json["statements"] == first


def test_schedule_says_what_the_calendars_have_of_the_list(made, capsys):
    ran = hemicycle(capsys, "schedule", made(inscriptions=ROWS))
    assert ran.code == 0
    assert "List of speakers\n  2 parties have their statement in their calendar." in ran.out
    calendar = Path("outputs/small-2030/calendars/parties/bohemia.ics").read_text(encoding="utf-8")
    assert "Your statement: Debate" in calendar


def test_a_list_that_is_not_decided_or_impossible_keeps_no_programme_from_being_made(made, capsys):
    undecided = made(SESSIONS.replace("limit-seconds: 120, ", ""), inscriptions=ROWS)
    ran = hemicycle(capsys, "schedule", undecided)
    assert ran.code == 0
    assert "List of speakers\n  None: nobody has said how long a statement lasts." in ran.out
    both = "2030-01-02 09:00,day-2 10:30-10:33"
    narrow = ROWS.replace("2030-01-02 09:00,day-2", both).replace("2030-01-01 09:00,", both)
    ran = hemicycle(capsys, "schedule", made(inscriptions=narrow))
    assert ran.code == 0
    assert "List of speakers\n  None: The times of 2 speakers cannot all be kept; " in ran.out


def test_no_list_is_possible(made, capsys):
    folder = made(inscriptions=ROWS)
    ran = hemicycle(capsys, "speakers", folder, "--limit", "60:00", "--output", "nowhere")
    assert (ran.code, Path("nowhere").exists()) == (0, True)
    four = ROWS + "cyprus,minister,2030-01-03 09:00,\ndoris,minister,2030-01-04 09:00,\n"
    parties = f"{small.PARTIES}cyprus,Cyprus,state,,,,\ndoris,Doris,state,,,,\n"
    (folder / "parties.csv").write_text(parties, encoding="utf-8")
    (folder / "inscriptions.csv").write_text(four, encoding="utf-8")
    ran = hemicycle(capsys, "speakers", folder, "--limit", "60:00", "--output", "never")
    assert (ran.code, Path("never").exists()) == (3, False)
    ran = hemicycle(capsys, "speakers", folder, "--limit", "60:00", "--output", "nowhere")
    assert "Left from an earlier run\n  nowhere/speakers.html\n  nowhere/speakers.pdf" in ran.out
    assert "No list is possible\n  4 statements do not fit: called one after the other, " in ran.out


def test_the_compression_rule(made, capsys):
    with_rule = SESSIONS.replace(", open-to", ", compression: [{limit-seconds: 60}], open-to")
    ran = hemicycle(capsys, "speakers", made(with_rule, inscriptions=ROWS), "--compress")
    assert ran.code == 0
    assert "Step 1 of the compression rule is taken: 1:00 for each statement." in ran.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--limit", "3"], "'3' is no length of a statement. Maybe 3:00"),
        (["--limit", "0:00"], "'0:00' is no length of a statement."),
        (["--limit", "99:00"], "'99:00' is no length of a statement."),
        (["--limit", "2:30", "--compress"], "Maybe only one"),
    ],
)
def test_bad_options(made, capsys, options, said):
    ran = hemicycle(capsys, "speakers", made(inscriptions=ROWS), *options)
    assert ran.code == 2
    assert said in ran.err


def test_a_forum_without_a_list_of_speakers(made, capsys):
    folder = made(small.SESSIONS, inscriptions=ROWS)
    for verb in ("speakers", "schedule"):
        ran = hemicycle(capsys, verb, folder)
        assert ran.code == 2
        assert (
            "no segment has a list of speakers. Maybe add list-of-speakers to the general debate" in ran.err
        )


def test_two_lists_with_other_figures(made, capsys):
    other = SESSIONS.replace(
        "{segment: second, title: Second}",
        "{segment: second, title: Second, list-of-speakers: {change-over-seconds: 10}}",
    )
    ran = hemicycle(capsys, "speakers", made(other))
    assert ran.code == 2
    assert (
        "Debate of Plenary, Second of Workshop have lists with other figures. Maybe make them the same"
        in ran.err
    )


def test_a_forum_without_a_timetable(made, capsys, tmp_path):
    folder = made(inscriptions=ROWS)
    narrow = small.CHARTER.replace("windows: [day-1]", "windows: [day-1 10:00-10:30]")
    (tmp_path / "data/mandates/charter.yaml").write_text(narrow, encoding="utf-8")
    ran = hemicycle(capsys, "speakers", folder)
    assert ran.code == 2
    assert "there is no timetable to make a list for. Maybe look at what hemicycle schedule says" in ran.err


def test_clauses_that_are_set_aside(made, capsys):
    aside = SESSIONS.replace(", open-to", ", set-aside: {speakers/protocol-order: small}, open-to")
    document = hemicycle(capsys, "speakers", made(aside, inscriptions=ROWS), "--json").json
    assert all(one["clauses"] != ["speakers/protocol-order"] for one in document["levels"])
    for name, said in [
        (
            "speakers/once",
            "'speakers/once' is of tier physical: only practice and preference can be set aside",
        ),
        (
            "speakers/protocol",
            "there is no clause on lists of speakers 'speakers/protocol'. Maybe speakers/protocol-order",
        ),
    ]:
        wrong = SESSIONS.replace(", open-to", f", set-aside: {{{name}: small}}, open-to")
        ran = hemicycle(capsys, "speakers", made(wrong, inscriptions=ROWS))
        assert ran.code == 2
        assert said in ran.err


def test_a_mandate_of_the_planners_own_with_faults(made, capsys, tmp_path):
    own = """\
mandate: speakers
title: Ours
clauses:
  - {clause: speakers/once, tier: physical, says: Once., rule: speak-onse}
  - {clause: speakers/levels, tier: preference, says: Levels., rule: protocol-order, level: high, levels: [a]}
"""
    folder = made(inscriptions=ROWS)
    (tmp_path / "data/mandates/speakers.yaml").write_text(own, encoding="utf-8")
    ran = hemicycle(capsys, "speakers", folder)
    assert ran.code == 2
    assert "there is no rule 'speak-onse'. Maybe speak-once" in ran.err
    assert "mandates/speakers.yaml:5" in ran.err


def test_events_of_a_list_on_which_nobody_is(made, capsys):
    ran = hemicycle(capsys, "speakers", made(speakers_events="at,event\n2030-03-01 09:00,announced\n"))
    assert ran.code == 2
    assert "there is no inscriptions.csv beside it. Maybe enter who is inscribed" in ran.err


def test_a_list_that_is_not_proven_in_a_minute_keeps_out_of_calendars(made, capsys, monkeypatch):
    monkeypatch.setattr("scheduler.use_cases.speakers_estimates._MOST_SECONDS", 0.0)
    ran = hemicycle(capsys, "schedule", made(inscriptions=ROWS))
    assert ran.code == 0
    assert "None: No list was proven to be the best within a minute." in ran.out


def test_a_list_on_which_solver_and_judge_disagree_is_a_fault(made, capsys, monkeypatch):
    monkeypatch.setattr(
        "scheduler.use_cases.speakers_planning.Planning._faults", lambda *_: ["they disagree"]
    )
    ran = hemicycle(capsys, "schedule", made(inscriptions=ROWS))
    assert ran.code == 70
    assert "Solver and judge disagree\n  they disagree" in ran.out


def test_a_list_that_may_not_be_the_best_keeps_out_of_calendars(made, capsys, monkeypatch):
    first = "scheduler.solving.speaking._first_of_the_best"
    monkeypatch.setattr(first, lambda _board, best, _deadline: (best, "feasible"))
    ran = hemicycle(capsys, "schedule", made(inscriptions=ROWS))
    assert ran.code == 0
    assert "None: No list was proven to be the best within a minute." in ran.out

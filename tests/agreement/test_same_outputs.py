"""Nothing changed means that no byte of any output changes: for every forum and every release of it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from scheduler.domain.fact_weight import is_seen
from scheduler.domain.facts import changes, facts_of
from scheduler.domain.forum import Forum
from scheduler.domain.given_state import state_of_timetable
from scheduler.domain.permanent_ids import permanent_id
from scheduler.domain.programme import LevelResult, Programme
from scheduler.domain.release import Acknowledgement
from scheduler.judging import judge, paid
from scheduler.publishing import publish
from scheduler.publishing.event_words import event_words
from scheduler.publishing.release_json import release_document
from scheduler.reading import Reading
from scheduler.reading.releases import digest_of
from scheduler.rules import active_rules
from scheduler.solving import SOLVER_VERSION, Limits
from scheduler.use_cases import schedule as use_case
from scheduler.use_cases.release_store import keep
from scheduler.use_cases.schedule import schedule
from scheduler.version import VERSION
from tests.agreement.test_nothing_moves import RULES, stage
from tests.uncounted import uncounted

pytestmark = uncounted

INPUTS = {"forum.yaml": "1" * 64}
FEW = settings(
    max_examples=16,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
SAYING_MORE = {"report.md", "run.json"}
"""What shows the planner the sources of facts, and the digests of files."""


def given_out(data) -> Forum:
    """Draw a forum whose release says all that a release says, and answers for what it breaks."""
    forum = stage(data, data.draw(st.sampled_from(RULES)))
    release, rules = forum.release, active_rules(forum)
    assert release is not None
    state = state_of_timetable(forum, release.timetable)
    words = event_words(Programme(forum=forum, timetable=release.timetable, status="feasible"))
    release = release.replace(
        status=data.draw(st.sampled_from(("draft", "tentative", "published"))),
        uids={one.meeting: permanent_id(forum, one.meeting) for one in release.timetable.placements},
        timezone=forum.clock.timezone,
        days={day.name: day.date for day in forum.clock.days},
        meetings=tuple(one.replace(words=words[one.id]) for one in state.meetings),
        segments=state.segments or (),
        acknowledged=tuple(
            Acknowledgement(clause=one.clause, subject=one.subject, sentence=one.sentence, because="so it is")
            for one in judge(forum, rules, release.timetable).breaches
        ),
        facts=digest_of(facts_of(forum)),
        inputs=INPUTS,
    )
    event(f"{bool(release.acknowledged)=}")
    return forum.replace(release=release, history=(release,))


def scheduled(forum: Forum, facts, inputs=None) -> dict[str, bytes]:
    """Return the files that the verb writes for a forum that was released from some facts."""
    reading = Reading(forum, active_rules(forum), inputs or INPUTS)
    with TemporaryDirectory() as root, pytest.MonkeyPatch.context() as patched:
        folder, output = Path(root) / "forum", Path(root) / "out"
        folder.mkdir()
        keep(folder, release_document(forum.release, forum.forum, forum.clock.timezone), facts)
        patched.setattr(use_case, "read_forum", lambda _: reading)
        answer = schedule(folder, output, limits=Limits(workers=1))
        assert answer.status == "optimal"
        assert answer.programme.timetable == forum.release.timetable
        return {path.relative_to(output).as_posix(): path.read_bytes() for path in answer.files}


def as_it_was_given_out(forum: Forum) -> Programme:
    """Put the programme of a release together without a solver: it costs what the judge says, and no less."""
    rules, timetable = active_rules(forum), forum.release.timetable
    verdict = judge(forum, rules, timetable)
    costs = zip(forum.levels, paid(forum, verdict), strict=True)
    return Programme(
        forum=forum.replace(spared=tuple(dict.fromkeys(one.clause for one in verdict.breaches))),
        timetable=timetable,
        status="optimal",
        levels=tuple(
            LevelResult(level=number, clauses=clauses, value=cost, bound=cost, released=cost)
            for number, (clauses, cost) in enumerate(costs, start=1)
        ),
        verdict=verdict.replace(breaches=()),
        acknowledged=forum.release.acknowledged,
        release=forum.release.number,
        inputs=INPUTS,
        versions={"hemicycle": VERSION, "ortools": SOLVER_VERSION},
    )


@FEW
@given(data=st.data())
def test_nothing_changed_means_that_no_byte_changes(data):
    forum = given_out(data)
    before = publish(as_it_was_given_out(forum))
    assert scheduled(forum, facts_of(forum)) == before


SOURCES = st.sampled_from(({}, {"source": "a letter"}, {"certainty": "low"}, {"certainty": "assumption"}))


def noted(data, forum: Forum) -> Forum:
    """Draw other sources of a forum's sessions, rooms and clauses."""

    def drawn(things):
        return tuple(one.replace(**data.draw(SOURCES)) for one in things)

    return forum.replace(
        sessions=drawn(forum.sessions), rooms=drawn(forum.rooms), clauses=drawn(forum.clauses)
    )


@FEW
@given(data=st.data())
def test_another_source_moves_nothing_and_no_calendar_changes(data):
    forum = given_out(data)
    later = noted(data, forum)
    changed = changes(facts_of(forum), facts_of(later))
    event(f"{bool(changed)=}")
    assert not any(map(is_seen, changed))
    before = publish(as_it_was_given_out(forum))
    after = scheduled(later, facts_of(forum), {"forum.yaml": "2" * 64})
    assert after.keys() == before.keys()
    differing = {path for path in before if after[path] != before[path]}
    event(f"{sorted(differing)}")
    assert differing <= SAYING_MORE
    assert "run.json" in differing

"""The forum of 2022: every loss is there, and some are compared with what scheduling comes to."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from scheduler.publishing.fragility_values import Loss, difference_of
from scheduler.reading import read_forum
from scheduler.solving import Limits
from scheduler.solving.explaining.clashes import Clash
from scheduler.use_cases import fragility_solving
from scheduler.use_cases.fragility import fragility
from scheduler.use_cases.fragility_base import base_of
from scheduler.use_cases.fragility_solving import effect_of, solved
from scheduler.use_cases.schedule import schedule
from tests.use_cases.releasing import change

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    """All losses; what makes some impossible is tried below, as it takes longer than all else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fragility_solving, "clash_of", lambda *_, **__: Clash((), verified=True))
        return fragility(DATA / "imrf-2022", tmp_path_factory.mktemp("fragility"))


def test_it_is_complete(answer):
    forum = read_forum(DATA / "imrf-2022").forum
    halves = [(day.name, period.name) for day in forum.clock.days for period in forum.clock.periods]
    assert len(halves) == 10
    officers = {need.party for need in forum.needs}
    assert len(officers) == 30
    wanted = {Loss("room", room.room, *half) for room in forum.rooms for half in halves}
    wanted |= {Loss("officer", party, *half) for party in officers for half in halves}
    wanted |= {Loss("away", party) for party in officers}
    wanted |= {Loss("teams", fewer=number) for number in (1, 2)}
    losses = [effect.loss for effect in answer.fragility.effects]
    assert len(losses) == len(wanted) == 362
    assert set(losses) == wanted
    (page,) = [path for path in answer.files if path.name == "fragility.csv"]
    rows = list(csv.DictReader(io.StringIO(page.read_text(encoding="utf-8"))))
    assert {row["loss"] for row in rows} == {loss.id for loss in wanted}
    assert len([path for path in answer.files if path.parent.name == "contingency"]) == 362


def test_most_losses_move_nothing(answer):
    outcomes = [effect.outcome for effect in answer.fragility.effects]
    assert [outcomes.count(one) for one in ("unmoved", "moved", "impossible")] == [282, 17, 63]
    assert answer.fragility.moving_anyway == 0
    assert (answer.counts.judged, answer.counts.solved) == (282, 80)


@pytest.mark.parametrize(
    ("loss", "changed"),
    [
        (
            Loss("room", "trusteeship-council-chamber", "day-1", "morning"),
            (
                "rooms.yaml",
                "closures: []",
                "closures: [{room: trusteeship-council-chamber, window: day-1 morning}]",
            ),
        ),
        (
            Loss("room", "general-assembly-hall", "day-1", "morning"),
            (
                "rooms.yaml",
                "closures: []",
                "closures: [{room: general-assembly-hall, window: day-1 morning}]",
            ),
        ),
        (
            Loss("officer", "egypt", "day-1", "morning"),
            (
                "parties.csv",
                "egypt,Egypt,member-state,African Group,,1,",
                "egypt,Egypt,member-state,African Group,,1,day-1 morning",
            ),
        ),
        (
            Loss("officer", "thailand", "day-2", "morning"),
            (
                "parties.csv",
                "thailand,Thailand,member-state,Asia-Pacific Group,,1,",
                "thailand,Thailand,member-state,Asia-Pacific Group,,1,day-2 morning",
            ),
        ),
    ],
    ids=lambda one: one.id if isinstance(one, Loss) else "",
)
def test_it_is_what_scheduling_comes_to(answer, tmp_path, loss, changed):
    file, old, new = changed
    shutil.copytree(DATA, tmp_path / "data")
    change(tmp_path / "data/imrf-2022" / file, old, new)
    programme = schedule(tmp_path / "data/imrf-2022", tmp_path / "out", ("json",)).programme
    effect = answer.fragility.by_loss[loss]
    assert (effect.programme or answer.fragility.standing).timetable == programme.timetable
    assert effect.moves == len(difference_of(programme).meetings)
    assert effect.proven


@pytest.mark.parametrize(
    ("loss", "reasons"),
    [
        (
            Loss("room", "general-assembly-hall", "day-4", "afternoon"),
            [
                "clause practice/plenary-hall",
                "clause 18(a)/plenary-days",
                "length plenary",
                "closure general-assembly-hall day-4 afternoon",
            ],
        ),
        (Loss("away", "egypt"), ["duties egypt", "absence egypt"]),
        (Loss("teams", fewer=1), ["clause practice/interpretation-teams"]),
    ],
    ids=lambda one: one.id if isinstance(one, Loss) else "",
)
def test_what_makes_it_impossible(loss, reasons):
    base = base_of(DATA / "imrf-2022", Limits(), lambda _: None).base
    effect = effect_of(base, loss, loss, solved(base, loss, Limits()))
    assert effect.verified
    assert [reason.name for reason in effect.reasons] == reasons

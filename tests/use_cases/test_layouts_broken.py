"""What a layout's own data breaks is said, and a layout that is not proven is compared with none."""

from dataclasses import replace

from scheduler.use_cases import layouts_assembled, layouts_work
from scheduler.use_cases.layouts_work import Answer
from tests.use_cases.laid_out import FILES, Counting, laid_out, swept

WISHED = "tier: preference\n    says: The text is there on the first day.\n    rule: deadline-wished\n"
ASKED = (
    "tier: practice\n    source: the house\n    says: The text is there on the first day.\n"
    "    rule: deadline\n    weeks-before: 0\n"
)
DATED = {
    "fragile/clauses.yaml": FILES["fragile/clauses.yaml"].replace(WISHED, ASKED),
    "fragile/forum.yaml": FILES["fragile/forum.yaml"].replace("wish/done, ", ""),
}


def test_what_a_week_breaks_is_said_and_keeps_it_off_the_front(tmp_path):
    folder = laid_out(tmp_path / "data", **DATED)
    found = swept(folder).layouts
    late = {cell.values[0]: cell.broken for cell in found.cells if cell.broken}
    assert [*late] == ["2030-03-04", "2030-03-11"]
    assert all(said[0].startswith("wish/done is broken: ") for said in late.values())
    assert not any(cell.on_front for cell in found.cells if cell.broken)
    assert any(cell.on_front for cell in found.cells)
    assert all(set(cell.broken) <= set(cell.notes) for cell in found.cells)
    assert "wish/done is broken: " in (tmp_path / "data/out/layouts.csv").read_text(encoding="utf-8")


def test_what_is_not_proven_is_compared_with_nothing(tmp_path, monkeypatch):
    real = layouts_work.solved

    def cut_off(puzzle):
        answer = real(puzzle)
        return replace(answer, status="feasible") if answer.status == "optimal" else answer

    monkeypatch.setattr("scheduler.use_cases.layouts_sweep.solved", cut_off)
    answer = swept(laid_out(tmp_path / "data"), Counting())
    cells = [cell for cell in answer.layouts.cells if cell.status == "feasible"]
    assert len(cells) == answer.counts.open == 6
    assert not any(cell.levels or cell.criteria or cell.on_front for cell in cells)


def test_an_answer_without_a_proof_is_not_final():
    assert not Answer("feasible", (1,)).final
    assert layouts_assembled.problems_of([None]) == {}

"""Answers in the lines of a file: two runs may write them, and other code has other answers."""

from types import SimpleNamespace

from scheduler.use_cases import layouts_kept
from scheduler.use_cases.layouts_kept import Kept, code_digest


def test_two_runs_may_keep_at_once(tmp_path):
    path = tmp_path / "kept.jsonl"
    with Kept(path, str, "1") as one, Kept(path, str, "1") as other:
        for number in range(3):
            one.put(f"one {number}", f"One {number}")
            other.put(f"other {number}", f"Other {number}")
        assert [one.get(f"one {number}") for number in range(3)] == ["One 0", "One 1", "One 2"]
        assert [other.get(f"other {number}") for number in range(3)] == ["Other 0", "Other 1", "Other 2"]
        assert (one.get("other 0"), "other 0" in one, "one 0" in one) == (None, False, True)
    with Kept(path, str, "1") as both, Kept(path, str, "2") as later:
        assert [both.get(f"one {number}") for number in range(3)] == ["One 0", "One 1", "One 2"]
        assert later.get("one 0") is None
        path.write_bytes(b"x" + path.read_bytes())
        assert both.get("one 1") is None


def test_a_line_that_is_another_s_is_no_answer(tmp_path):
    path = tmp_path / "kept.jsonl"
    with Kept(path, str, "1") as kept:
        kept.put("one", "11")
        first = path.read_bytes()
        kept.put("two", "22")
        path.write_bytes(path.read_bytes()[len(first) :] + first)
        assert (kept.get("one"), "one" in kept) == (None, True)


def test_the_digest_of_the_code_has_all_but_what_only_shows(tmp_path, monkeypatch):
    for name in ("constraints", "scheduler"):
        for inner in ("__init__.py", "rule.py", "cli/words.py", "publishing/page.py", "data.yaml"):
            path = tmp_path / name / inner
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("1")
    fake = lambda name: SimpleNamespace(__file__=tmp_path / name / "__init__.py")  # noqa: E731
    monkeypatch.setattr(layouts_kept, "import_module", fake)
    before = code_digest()
    for inner in ("scheduler/cli/words.py", "scheduler/publishing/page.py", "scheduler/data.yaml"):
        (tmp_path / inner).write_text("2")
    assert code_digest() == before
    seen = {before}
    for inner in ("scheduler/rule.py", "constraints/rule.py"):
        (tmp_path / inner).write_text("2")
        seen.add(code_digest())
    (tmp_path / "constraints/more.py").write_text("")
    seen.add(code_digest())
    monkeypatch.setattr(layouts_kept, "SOLVER_VERSION", "another")
    seen.add(code_digest())
    assert len(seen) == 5

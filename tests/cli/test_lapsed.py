"""``schedule`` says which acknowledgement does not stand any more, and why."""

from tests.cli.running import hemicycle
from tests.use_cases.releasing import WITH_PRACTICE, change, plan, released, unreleased


def test_a_lapsed_acknowledgement_is_said(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = unreleased(tmp_path, **WITH_PRACTICE)
    released(folder, 2, "published", plan(tmp_path), reasons={"custom/talk-hall": "wet"})
    ended = hemicycle(capsys, "schedule", folder, "--output", "there")
    assert "have lapsed" not in ended.out
    change(tmp_path / "mandates/charter.yaml", "The talk is in the hall.", "The talk has to be in the hall.")
    ended = hemicycle(capsys, "schedule", folder, "--output", "there")
    sentence = (
        "The acknowledgement of custom/talk-hall in release 1 has lapsed, as the clause custom/talk-hall "
        'has changed; it was for "A talk is held in Annex 2, not in Great Hall".'
    )
    assert f"Acknowledgements that have lapsed {sentence}" in " ".join(ended.out.split())
    assert f"## Acknowledgements that have lapsed\n\n- {sentence}\n" in (
        (tmp_path / "there/report.md").read_text(encoding="utf-8")
    )
    ended = hemicycle(capsys, "schedule", folder, "--output", "there", "--json")
    assert [one["clause"] for one in ended.json["programme"]["lapsed"]] == ["custom/talk-hall"]

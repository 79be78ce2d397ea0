"""The lock files: exact, with hashes, without addresses, and in step with ``pyproject.toml``."""

import re
import tomllib

import pytest

from .conftest import ROOT

LOCKS = sorted(path.name for path in ROOT.glob("requirements*.lock"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
_PIN = re.compile(r"^([a-z0-9-]+)==([0-9][0-9a-z.]*) \\$")
_HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(match.groups() for line in text.splitlines() if (match := _PIN.match(line)))


def names(requirements: list[object]) -> set[str]:
    """Return the names of requirements, spelled as pip spells them."""
    words = (re.match(r"[A-Za-z0-9._-]+", one) for one in requirements if isinstance(one, str))
    return {word[0].lower().replace(".", "-").replace("_", "-") for word in words if word}


def test_every_lock_is_known():
    assert [f"requirements{name}.lock" for name in ("-bench", "-build", "-dev", "-subscribers", "")] == LOCKS


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_versions_and_hashes_and_nothing_else(lock):
    first, *lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert first.startswith("# ")
    assert [line for line in lines if not (_PIN.match(line) or _HASH.match(line))] == []
    assert "://" not in "".join(lines)


def test_what_is_wanted_is_locked():
    assert names(PROJECT["project"]["dependencies"]) <= set(pins("requirements.lock"))
    assert names(GROUPS["build"]) <= set(pins("requirements-build.lock"))
    assert names(GROUPS["dev"]) <= set(pins("requirements-dev.lock"))
    assert names(PROJECT["project"]["optional-dependencies"]["cluster"]) <= set(pins("requirements-dev.lock"))
    assert names(GROUPS["bench"]) <= set(pins("requirements-bench.lock"))
    assert names(GROUPS["subscribers"]) <= set(pins("requirements-subscribers.lock"))


def test_tests_run_on_the_versions_that_are_handed_out():
    both = pins("requirements.lock") | pins("requirements-build.lock")
    assert both.items() <= pins("requirements-dev.lock").items()

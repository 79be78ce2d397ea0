"""What losses came to in earlier runs, kept by what it was found from."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from scheduler.domain.fact_words import has_weight
from scheduler.domain.facts import Facts, changes, facts_of
from scheduler.publishing.fragility_values import Loss
from scheduler.solving import SOLVER_VERSION
from scheduler.use_cases.fragility_base import Base
from scheduler.use_cases.fragility_losses import without
from scheduler.use_cases.fragility_solving import Answer
from scheduler.version import VERSION

_FORMAT = 1
"""Goes up when the same facts come to something else, or a loss means something else."""
_ANSWER = TypeAdapter(Answer)


class Kept:
    """A folder with a file for each answer.

    Parameters
    ----------
    folder
        Made when something is kept.
    reading
        Whether what was kept before is used.
    """

    def __init__(self, folder: Path, *, reading: bool = True) -> None:
        self._folder, self._reading = folder, reading

    def get(self, loss: Loss, digest: str) -> Answer | None:
        """Read an answer.

        Parameters
        ----------
        loss
            What is lost.
        digest
            Of all it was found from.

        Returns
        -------
        Answer or None
            ``None`` where none was kept, it was found from something else, or the file is damaged.
        """
        if not self._reading:
            return None
        try:
            said = json.loads(self._path(loss).read_text(encoding="utf-8"))
            if said["from"] != digest or said["seal"] != _digest([digest, said["answer"]]):
                return None
            return _ANSWER.validate_python(said["answer"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, loss: Loss, digest: str, answer: Answer) -> None:
        """Keep an answer, so that an interrupted run has not been for nothing.

        Parameters
        ----------
        loss
            What is lost.
        digest
            Of all it was found from.
        answer
            What it came to; what is not final is not kept.

        Raises
        ------
        OSError
            The folder cannot be written.
        """
        if not answer.final:
            return
        said = _ANSWER.dump_python(answer, mode="json")
        content = {"loss": loss.id, "from": digest, "answer": said, "seal": _digest([digest, said])}
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(loss)
        aside = path.with_suffix(".part")
        aside.write_text(json.dumps(content, indent=1), encoding="utf-8")
        aside.replace(path)

    def _path(self, loss: Loss) -> Path:
        return self._folder / f"{loss.id}.json"


def digest_of(base: Base, loss: Loss) -> str:
    """Digest all that the answer on a loss is found from.

    Parameters
    ----------
    base
        The programme that stands.
    loss
        What is lost.

    Returns
    -------
    str
        SHA-256 of the facts that can move something, of what moves are counted from, and of the versions
        of hemicycle and its solver. Titles, notes and sources are not among them.
    """
    facts = facts_of(without(base.forum, loss))
    weighty = [["/".join(one.path), one.now] for one in changes(_hollow(facts), facts) if has_weight(one)]
    release = base.forum.release
    return _digest(
        {
            "format": _FORMAT,
            "versions": [VERSION, SOLVER_VERSION],
            "loss": loss.id,
            "facts": weighty,
            "clauses": [rule.clause.clause for rule in base.rules],
            "levels": base.forum.levels,
            "standing": base.programme.timetable.model_dump(mode="json"),
            "release": release.timetable.model_dump(mode="json") if release else None,
            "past": [breach.sentence for breach in base.past.breaches],
        }
    )


def _hollow(facts: Mapping[str, Any]) -> Facts:
    """Return the same names without what stands under them."""
    return {name: _hollow(one) for name, one in facts.items() if isinstance(one, Mapping)}


def _digest(plain: Any) -> str:
    return sha256(json.dumps(plain, sort_keys=True, default=str).encode()).hexdigest()

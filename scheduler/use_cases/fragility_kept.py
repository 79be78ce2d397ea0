"""What losses came to in earlier runs, kept by what it was found from."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from scheduler.domain.clause import Clause
from scheduler.domain.fact_weight import has_weight
from scheduler.domain.facts import Facts, changes, facts_of
from scheduler.domain.forum import Forum
from scheduler.publishing.fragility_values import Loss
from scheduler.solving import SOLVER_VERSION
from scheduler.use_cases.fragility_base import Base
from scheduler.use_cases.fragility_reduced import bare, requirements
from scheduler.use_cases.fragility_solving import Answer
from scheduler.version import VERSION

_FORMAT = 1
"""Goes up when the same facts come to something else, or a loss means something else."""
_ANSWER = TypeAdapter(Answer)


class Digests:
    """Digests of all that answers are found from.

    Titles, notes and sources are not among the facts, as they can move nothing.

    Parameters
    ----------
    base
        The programme that stands.
    """

    def __init__(self, base: Base) -> None:
        self._forum, release = base.forum, base.forum.release
        common = [_FORMAT, VERSION, SOLVER_VERSION]
        self._whole = _digest(
            [
                *common,
                _weighty(base.forum),
                [rule.clause.clause for rule in base.rules],
                base.forum.levels,
                base.programme.timetable.model_dump(mode="json"),
                release.timetable.model_dump(mode="json") if release else None,
                [breach.sentence for breach in base.past.breaches],
            ]
        )
        clauses = [_requirement(rule.clause) for rule in requirements(base.rules)]
        self._bare = _digest([*common, _weighty(bare(base.forum)), clauses])

    def of(self, loss: Loss) -> str:
        """Digest what the answer on a loss is found from.

        Parameters
        ----------
        loss
            What is lost.

        Returns
        -------
        str
            SHA-256 of the loss, the facts, what moves are counted from, and the versions.
        """
        return _digest([self._whole, loss.id])

    def of_alone(self, loss: Loss) -> str:
        """Digest what it is found from that a loss is impossible alone.

        Parameters
        ----------
        loss
            What is lost.

        Returns
        -------
        str
            SHA-256 of less: nothing else that is closed, missing, pinned, wished or released.
        """
        needs = [
            (need.session, need.segment, need.role) for need in self._forum.needs if need.party == loss.of
        ]
        return _digest([self._bare, loss.id, needs])


def _requirement(clause: Clause) -> list[Any]:
    return [clause.clause, clause.tier, clause.rule, clause.options]


def _weighty(forum: Forum) -> list[list[Any]]:
    """List the facts that can move something."""
    facts = facts_of(forum)
    found = changes(_hollow(facts), facts)
    return [["/".join(one.path), one.now] for one in found if has_weight(one)]


def _from(loss: Loss, digests: Digests, answer: Answer) -> str:
    return digests.of_alone(loss) if answer.alone else digests.of(loss)


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

    def get(self, loss: Loss, digests: Digests) -> Answer | None:
        """Read an answer.

        Parameters
        ----------
        loss
            What is lost.
        digests
            Of all it would be found from now.

        Returns
        -------
        Answer or None
            ``None`` where none was kept, it was found from something else, or the file is damaged.
        """
        if not self._reading:
            return None
        try:
            said = json.loads(self._path(loss).read_text(encoding="utf-8"))
            answer = _ANSWER.validate_python(said["answer"])
            digest = _from(loss, digests, answer)
            return answer if said["seal"] == _digest([digest, said["answer"]]) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, loss: Loss, digests: Digests, answer: Answer) -> None:
        """Keep an answer, so that an interrupted run has not been for nothing.

        Parameters
        ----------
        loss
            What is lost.
        digests
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
        seal = _digest([_from(loss, digests, answer), said])
        content = {"loss": loss.id, "answer": said, "seal": seal}
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(loss)
        aside = path.with_suffix(".part")
        aside.write_text(json.dumps(content, indent=1), encoding="utf-8")
        aside.replace(path)

    def _path(self, loss: Loss) -> Path:
        return self._folder / f"{loss.id}.json"


def _hollow(facts: Mapping[str, Any]) -> Facts:
    """Return the same names without what stands under them."""
    return {name: _hollow(one) for name, one in facts.items() if isinstance(one, Mapping)}


def _digest(plain: Any) -> str:
    return sha256(json.dumps(plain, sort_keys=True, default=str).encode()).hexdigest()

"""``run.json``: what a timetable was made from, so that it can be made again."""

import json
from typing import Any

from scheduler.domain.programme import LevelResult, Programme


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the record of a run.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        ``run.json`` in UTF-8, without any time of day or name of a machine.
    """
    text = json.dumps(_document(programme), ensure_ascii=False, indent=2)
    return {"run.json": f"{text}\n".encode()}


def _document(programme: Programme) -> dict[str, Any]:
    remark = programme.forum.placeholder
    return {
        "forum": programme.forum.forum,
        **({"placeholder": remark} if remark else {}),
        "status": programme.status,
        **({"stopped": programme.stopped.model_dump(mode="json")} if programme.stopped else {}),
        "release": programme.release,
        "from_scratch": programme.from_scratch,
        "seed": programme.seed,
        "levels": [_level(level) for level in programme.levels],
        "inputs": dict(sorted(programme.inputs.items())),
        "versions": dict(sorted(programme.versions.items())),
    }


def _level(level: LevelResult) -> dict[str, Any]:
    return {
        "level": level.level,
        "clauses": list(level.clauses),
        "value": level.value,
        "bound": level.bound,
        "proven": level.proven,
        "released": level.released,
    }

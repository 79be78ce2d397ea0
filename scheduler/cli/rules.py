"""``hemicycle rules``: the vocabulary of rules, or the clauses that bind a forum."""

from pathlib import Path

import click

from scheduler.cli.endings import BAD, KEPT
from scheduler.cli.forum_folder import ForumFolder
from scheduler.cli.printing import say, say_json
from scheduler.cli.verb import Verb, json_option


@click.command(
    cls=Verb,
    short_help="List the rules, or the clauses of a forum.",
    examples={
        "hemicycle rules": "List every rule with its options.",
        "hemicycle rules data/imrf-2022": "List the clauses that bind a forum, with paragraph and tier.",
        "hemicycle rules data/imrf-2022 --json": "The same as JSON.",
    },
    codes=(KEPT, BAD),
)
@click.argument("forum", type=ForumFolder(), required=False, metavar="[data/FORUM]")
@json_option
def rules(forum: Path | None, as_json: bool) -> int:
    """List the rules that clauses can name, or the clauses of a forum.

    A clause that the forum sets aside is listed with the reason.
    """
    from scheduler.cli import rules_words as words  # noqa: PLC0415  (so that --help stays quick)
    from scheduler.use_cases.rules import active_clauses, vocabulary_pages  # noqa: PLC0415

    if forum is None:
        pages = vocabulary_pages()
        document, lines = words.vocabulary_document(pages), words.vocabulary_lines(pages)
    else:
        known, clauses = active_clauses(forum)
        document, lines = words.clauses_document(known, clauses), words.clauses_lines(known, clauses)
    if as_json:
        say_json(document)
    else:
        say(*lines)
    return KEPT

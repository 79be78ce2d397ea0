"""Write the pages of ``docs/`` that are made from the code: ``python -m docs.generate``."""

from pathlib import Path

import click

from docs.mandate_handbook import PAGE, handbook
from scheduler.cli.command import hemicycle
from scheduler.use_cases.rules_markdown import rules_markdown

HERE = Path(__file__).resolve().parent
WIDTH = 80

_HEAD = """# The command line

This page is made from what `hemicycle --help` says, by `make docs`.
"""


def command_line() -> str:
    """Write the reference of the command.

    Returns
    -------
    str
        CommonMark; the help of the command and of each verb.
    """
    top = _context(hemicycle, "hemicycle")
    sections = [f"{_HEAD}\n{_help(top)}"]
    for name in hemicycle.list_commands(top):
        verb = _context(hemicycle.commands[name], name, top)
        sections.append(f"## hemicycle {name}\n\n{_help(verb)}")
    return "\n".join(sections)


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    settings = {**command.context_settings, "terminal_width": WIDTH}
    return click.Context(command, parent=parent, info_name=name, **settings)


def _help(context: click.Context) -> str:
    return f"```text\n{context.get_help()}\n```\n"


def pages() -> dict[Path, str]:
    """Make every page.

    Returns
    -------
    dict of Path to str
        Contents by path.
    """
    return {
        HERE / "command-line.md": command_line(),
        HERE / "rules.md": rules_markdown(),
        PAGE: handbook(),
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")

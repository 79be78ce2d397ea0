"""The one style of every help page: what it does, options, examples, exit codes."""

from collections.abc import Mapping
from typing import Any

import click

from scheduler.cli.endings import MEANINGS
from scheduler.cli.neighbours import refuse_neighbours

WIDTH = 100
"""The most columns of a help page."""


class HelpStyle(click.Command):
    """A command whose help ends with examples and exit codes.

    Parameters
    ----------
    examples
        Command lines, and what each of them does.
    codes
        The exit codes it can end with.
    meanings
        What some of them mean for this command, where that is not what they mean for others.
    **attributes
        Of ``click.Command``.
    """

    def __init__(
        self,
        *,
        examples: Mapping[str, str],
        codes: tuple[int, ...],
        meanings: Mapping[int, str] | None = None,
        **attributes: Any,
    ) -> None:
        settings = {"max_content_width": WIDTH, "help_option_names": ["-h", "--help"]}
        super().__init__(context_settings=settings, **attributes)
        self.examples = examples
        self.codes = codes
        self.meanings = {**MEANINGS, **(meanings or {})}

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as click calls it
        """Write examples and exit codes below the options.

        Parameters
        ----------
        ctx
            Of the run.
        formatter
            Takes the text.
        """
        with formatter.section("Examples"):
            for line, what in self.examples.items():
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")
                with formatter.indentation():
                    formatter.write_text(what)
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code), self.meanings[code]) for code in self.codes])


class Verb(HelpStyle):
    """A command that does something, unless another distribution stands in its way."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command.

        Parameters
        ----------
        ctx
            Of the run.

        Returns
        -------
        int
            The exit code.
        """
        refuse_neighbours()
        return super().invoke(ctx)


class Verbs(HelpStyle, click.Group):
    """The command above all verbs."""


json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document and nothing else, errors too."
)

"""One command a job: what was asked, handed to the rooms, and what came of it, in the person's language."""

import sys
from importlib import import_module

import click

from legalkit import __version__
from legalkit.cli._say import language, problems_to, speaking
from legalkit.errors import LegalkitError
from legalkit.language import text

_HOMES = {
    "generate": "_generate:generate",
    "case": "_case:case_group",
    "filings": "_case:filings",
    "explain": "_case:explain",
    "example": "_case:example",
    "law": "_law:law_group",
    "evidence": "_evidence:evidence_group",
    "save": "_vault:save",
    "open": "_vault:open_",
    "doctor": "_vault:doctor",
    "templates": "_templates:templates_group",
    "blank-form": "_blank:blank_form",
    "batch": "_batch:batch",
    "merge": "_batch:merge",
    "serve": "_serve:serve",
    "org": "_org:org_group",
}
"""Where each command is: a run imports only the one that was asked for."""


class _Commands(click.Group):
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The language of messages may be asked for before the command or after it."""
        return super().parse_args(ctx, _ui_first(args))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in order."""
        return sorted(_HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; nothing if there is none."""
        if cmd_name not in _HOMES:
            return None
        module, _, name = _HOMES[cmd_name].partition(":")
        found: click.Command = getattr(import_module(f"legalkit.cli.{module}"), name)
        return found


def _ui_first(args: list[str]) -> list[str]:
    """The arguments with ``--ui`` before the command.

    >>> _ui_first(["case", "check", "c.yaml", "--ui", "en"])
    ['--ui', 'en', 'case', 'check', 'c.yaml']
    """
    end = args.index("--") if "--" in args else len(args)
    for place, each in enumerate(args[:end]):
        if each == "--ui" or each.startswith("--ui="):
            after = place + (2 if each == "--ui" else 1)
            return [*args[place:after], *args[:place], *args[after:]]
    return args


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option("--ui", type=click.Choice(["ko", "en"]), help="메시지의 언어 / language of messages")
@click.pass_context
def commands(context: click.Context, ui: str | None) -> None:
    """디지털 성폭력 피해자를 위한 서류 / Filings for survivors of digital sexual violence."""
    context.obj = speaking(ui)


def main() -> None:
    """The ``legalkit`` command: never a traceback; exit status 2 for what was handed in, 3 for what is broken."""
    for stream in (sys.stdout, sys.stderr):
        # a Korean Windows console speaks CP949, which lacks some of what a person may have written
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        status = commands.main(prog_name="legalkit", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        status = error.exit_code
    except click.ClickException as error:
        click.echo(text("cli.usage", language()), err=True)
        click.echo(error.format_message(), err=True)
        status = error.exit_code
    except click.Abort:
        status = 130
    except LegalkitError as error:
        problems_to(sys.stderr, error)
        status = error.exit_status
    sys.exit(status if isinstance(status, int) else 0)

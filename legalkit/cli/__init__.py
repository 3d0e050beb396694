"""One command a job: what was asked, handed to the rooms, and what came of it, in the person's language."""

import sys

import click

from legalkit import __version__
from legalkit.cli._batch import batch, merge
from legalkit.cli._blank import blank_form
from legalkit.cli._case import case_group, example, explain, filings
from legalkit.cli._evidence import evidence_group
from legalkit.cli._generate import generate
from legalkit.cli._law import law_group
from legalkit.cli._org import org_group
from legalkit.cli._say import language, problems_to, speaking
from legalkit.cli._serve import serve
from legalkit.cli._templates import templates_group
from legalkit.cli._vault import doctor, open_, save
from legalkit.errors import LegalkitError
from legalkit.language import text


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@click.option("--ui", type=click.Choice(["ko", "en"]), help="메시지의 언어 / language of messages")
@click.pass_context
def commands(context: click.Context, ui: str | None) -> None:
    """디지털 성폭력 피해자를 위한 서류 / Filings for survivors of digital sexual violence."""
    context.obj = speaking(ui)


for command in (
    generate,
    case_group,
    filings,
    explain,
    example,
    law_group,
    evidence_group,
    save,
    open_,
    doctor,
    templates_group,
    blank_form,
    batch,
    merge,
    serve,
    org_group,
):
    commands.add_command(command)


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

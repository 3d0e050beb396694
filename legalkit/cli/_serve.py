"""``legalkit serve``: the interview in a browser of this machine."""

from datetime import date

import click

from legalkit.cli._options import day_of
from legalkit.cli._say import say


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), help="포트 번호 / port, by default the first free from 7860")
@click.option("--no-browser", is_flag=True, help="브라우저를 열지 않음 / do not open a browser")
@click.option(
    "--leave-to", metavar="URL", help="‘나가기’의 주소, 빈 화면은 '' / where “Leave now” leads; '' is a blank page"
)
def serve(port: int | None, no_browser: bool, leave_to: str | None) -> None:
    """브라우저에서 질문에 답해 서류를 만듭니다 / Answer questions in a browser, get the papers."""
    # Gradio takes seconds to load; no other command waits for it
    from legalkit.web.server import serve as run
    from legalkit.web.settings import WebSettings

    settings = WebSettings() if leave_to is None else WebSettings(leave_to=leave_to)
    run(port, _today, settings, browser=not no_browser, started=lambda address: say("web.started", address=address))


def _today() -> date:
    return day_of(None)

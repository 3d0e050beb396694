"""``legalkit serve``: the interview in a browser of this machine."""

from datetime import date
from importlib import import_module
from pathlib import Path

import click

from legalkit.cli._options import day_of, moment
from legalkit.cli._org import needs_extra
from legalkit.cli._say import say


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), help="포트 번호 / port, by default the first free from 7860")
@click.option("--no-browser", is_flag=True, help="브라우저를 열지 않음 / do not open a browser")
@click.option("--org", is_flag=True, help="단체용: 직원이 로그인하고 사건을 암호로 보관 / for an organisation")
@click.option(
    "--settings",
    type=click.Path(path_type=Path),
    default="org.toml",
    envvar="LEGALKIT_ORG_SETTINGS",
    show_default=True,
    help="--org의 설정 파일 / file of settings for --org",
)
@click.option(
    "--leave-to", metavar="URL", help="‘나가기’의 주소, 빈 화면은 '' / where “Leave now” leads; '' is a blank page"
)
def serve(port: int | None, no_browser: bool, org: bool, settings: Path, leave_to: str | None) -> None:
    """브라우저에서 질문에 답해 서류를 만듭니다 / Answer questions in a browser, get the papers."""
    if org:
        _serve_org(settings)
        return
    # Gradio takes seconds to load; no other command waits for it
    from legalkit.web.server import serve as run
    from legalkit.web.settings import WebSettings

    how = WebSettings() if leave_to is None else WebSettings(leave_to=leave_to)
    run(port, _today, how, browser=not no_browser, started=lambda address: say("web.started", address=address))


def _serve_org(settings: Path) -> None:
    """The page of an organisation; what it answers, and where, stands in the settings."""
    with needs_extra():
        server = import_module("legalkit.web.org.server")
    server.serve(settings, server.Clocks(moment, _today), lambda address: say("org.serving", address=address))


def _today() -> date:
    return day_of(None)

"""``legalkit org``: what an organisation does without a browser. Needs the extra ``legalkit[org]``."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from legalkit.cli._options import CASE, JSON, PASSPHRASE
from legalkit.errors import Problem, ToolError

_LINE = 'pip install "legalkit[org]"'
_EXTRA = {"sqlalchemy", "alembic", "pydantic_settings", "pyotp"}
_ROLES = ("counsellor", "lawyer", "administrator")
_SETTINGS = click.option(
    "--settings",
    type=click.Path(path_type=Path),
    default="org.toml",
    envvar="LEGALKIT_ORG_SETTINGS",
    show_default=True,
    help="설정 파일 / file of settings",
)
_AS = click.option("--as", "handle", prompt="계정 / handle", help="누구로 들어갈지 / who signs in")
_ROLE = click.option("--role", type=click.Choice(_ROLES), required=True)
_ID = click.argument("case_id", metavar="ID")


def _desk(name: str = "_org_desk") -> Any:  # noqa: ANN401 -- a module
    """The commands' inside: the database's libraries load when an organisation asks for them, and only then."""
    with needs_extra():
        return import_module(f"legalkit.cli.{name}")


@contextmanager
def needs_extra() -> Iterator[None]:
    """Says what to install if the organisation's libraries are not there.

    Raises:
        ToolError: ``E-ORG-EXTRA``.
    """
    try:
        yield
        return
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
    raise ToolError(Problem("E-ORG-EXTRA", params={"line": _LINE}))


@click.group("org")
def org_group() -> None:
    """단체용 저장소 / The organisation's store."""


@org_group.command("init")
@_SETTINGS
@_AS
@PASSPHRASE
def init(settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """저장소와 첫 관리자를 만듦 / Make the store and its first administrator."""
    _desk().init(settings, handle, passphrase_stdin)


@org_group.command("backup")
@_SETTINGS
@click.option(
    "--to", type=click.Path(path_type=Path), help="파일 / a file; by default a new one in the folder of backups"
)
def backup(settings: Path, to: Path | None) -> None:
    """백업. 암호가 필요 없음 / Back up. Needs no password."""
    _desk().backup(settings, to)


@org_group.command("restore")
@_SETTINGS
@click.argument("file", type=click.Path(path_type=Path))
def restore(settings: Path, file: Path) -> None:
    """빈 데이터베이스에 백업을 되돌림 / Put a backup into an empty database."""
    _desk().restore(settings, file)


@org_group.command("rotate")
@_SETTINGS
@_AS
@PASSPHRASE
def rotate(settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """모든 열쇠를 새로 만들고 새로 백업 / Make every key anew, and a fresh backup."""
    _desk().rotate(settings, handle, passphrase_stdin)


@org_group.command("recover")
@_SETTINGS
@_AS
@PASSPHRASE
def recover(settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """인쇄한 복구 열쇠로 관리자가 다시 들어감 / Let an administrator back in with the printed recovery key."""
    _desk().recover(settings, handle, passphrase_stdin)


@org_group.command("purge")
@_SETTINGS
@_AS
@PASSPHRASE
@click.option(
    "--older-than", type=click.IntRange(1), metavar="DAYS", help="기본은 설정값 / by default as the settings say"
)
@click.option("--yes", is_flag=True, help="정말 지움 / really delete")
@click.option("--clock-is-right", is_flag=True, help="날짜를 확인함 / somebody looked at the date")
def purge(
    settings: Path, handle: str, passphrase_stdin: bool, older_than: int | None, yes: bool, clock_is_right: bool
) -> None:
    """오래 바뀌지 않은 사건을 지움 / Delete cases that nobody changed for long."""
    _desk().purge(settings, handle, passphrase_stdin, older_than, yes, clock_is_right)


@org_group.group("user")
def user_group() -> None:
    """직원 계정 / Accounts of staff."""


@user_group.command("add")
@click.argument("new")
@_ROLE
@_SETTINGS
@_AS
@PASSPHRASE
def user_add(new: str, role: str, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """직원을 추가 / Add a staff member."""
    _desk().user_add(settings, handle, passphrase_stdin, new, role)


@user_group.command("remove")
@click.argument("leaving")
@click.option("--heir", default="", help="사건을 넘겨받을 사람 / who takes their cases")
@_SETTINGS
@_AS
@PASSPHRASE
def user_remove(leaving: str, heir: str, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """직원을 내보냄 / Remove a staff member."""
    _desk().user_remove(settings, handle, passphrase_stdin, leaving, heir)


@user_group.command("role")
@click.argument("whose")
@_ROLE
@_SETTINGS
@_AS
@PASSPHRASE
def user_role(whose: str, role: str, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """역할을 바꿈 / Change a role."""
    _desk().user_role(settings, handle, passphrase_stdin, whose, role)


@user_group.command("password")
@click.argument("whose")
@_SETTINGS
@_AS
@PASSPHRASE
def user_password(whose: str, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """암호를 바꿈 / Change a password."""
    _desk().user_password(settings, handle, passphrase_stdin, whose)


@user_group.command("factor")
@click.option("--drop", metavar="HANDLE", help="휴대전화를 잃은 사람의 것을 없앰 / drop that of who lost the telephone")
@_SETTINGS
@_AS
@PASSPHRASE
def user_factor(drop: str | None, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """인증 앱을 등록 / Register an authenticator app."""
    _desk().user_factor(settings, handle, passphrase_stdin, drop)


@user_group.command("list")
@_SETTINGS
@_AS
@PASSPHRASE
def user_list(settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """직원 목록 / List the staff."""
    _desk().user_list(settings, handle, passphrase_stdin)


@org_group.group("audit")
def audit_group() -> None:
    """기록 / The log."""


@audit_group.command("check")
@click.option("--noted", default="", help="지난번에 적어 둔 것 / what was noted the last time")
@_SETTINGS
@_AS
@PASSPHRASE
def audit_check(noted: str, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """기록이 온전하고 모든 사건이 열리는지 / Is the log whole, and do all cases open?"""
    _desk().audit_check(settings, handle, passphrase_stdin, noted)


@audit_group.command("show")
@click.option("--case", "subject", default="", metavar="ID")
@_SETTINGS
@_AS
@PASSPHRASE
def audit_show(subject: str, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """누가 언제 무엇을 했는지 / Who did what, and when."""
    _desk().audit_show(settings, handle, passphrase_stdin, subject)


@org_group.command("add")
@CASE
@click.option("--label", required=True, help="사건의 이름표 / what to call it")
@_SETTINGS
@_AS
@PASSPHRASE
def add(case: Path, label: str, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """사건 파일을 저장소에 넣음 / Put a case file into the store."""
    _desk("_org_cases").add(settings, handle, passphrase_stdin, case, label)


@org_group.command("list")
@click.option("--find", "sought", default="", help="이름의 낱말 / words of a name")
@JSON
@_SETTINGS
@_AS
@PASSPHRASE
def list_(sought: str, json_: bool, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """자기 사건 목록 / List one's own cases."""
    _desk("_org_cases").list_(settings, handle, passphrase_stdin, sought, json_)


@org_group.command("export")
@_ID
@click.option("--out", required=True, type=click.Path(path_type=Path), help="새 폴더 / a new folder")
@_SETTINGS
@_AS
@PASSPHRASE
def export(case_id: str, out: Path, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """사건의 서류와 명세를 씀 / Write the papers of a case, and their manifest."""
    _desk("_org_cases").export(settings, handle, passphrase_stdin, case_id, out)


@org_group.command("hand-over")
@_ID
@click.option("--to", required=True, metavar="HANDLE")
@click.option("--stay", is_flag=True, help="나도 계속 봄 / I may see it still")
@_SETTINGS
@_AS
@PASSPHRASE
def hand_over(case_id: str, to: str, stay: bool, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """사건을 넘김 / Give a case to a colleague."""
    _desk("_org_cases").hand_over(settings, handle, passphrase_stdin, case_id, to, stay)


@org_group.command("close")
@_ID
@click.option("--reopen", is_flag=True, help="다시 엶 / open it again")
@_SETTINGS
@_AS
@PASSPHRASE
def close(case_id: str, reopen: bool, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """사건을 종결 / Close a case."""
    _desk("_org_cases").close(settings, handle, passphrase_stdin, case_id, reopen)


@org_group.command("delete")
@_ID
@_SETTINGS
@_AS
@PASSPHRASE
def delete(case_id: str, settings: Path, handle: str, passphrase_stdin: bool) -> None:
    """사건을 지움 / Delete a case."""
    _desk("_org_cases").delete(settings, handle, passphrase_stdin, case_id)

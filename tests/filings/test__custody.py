"""증거 보관 이력서: the log on paper, by role and number, with its last hash."""

from datetime import UTC, datetime, timedelta

import pytest

from legalkit.case import Case, Exhibit
from legalkit.case.codes import Role
from legalkit.docx import Language, Properties, render, texts
from legalkit.evidence.custody import Action, Log, append, record
from legalkit.filings import custody_sheet
from legalkit.language import plain
from legalkit.resources import template
from tests.filings.papers import DAY, bare, case

NOON = datetime(2026, 11, 22, 3, tzinfo=UTC)  # noon in Seoul
TOLD = [{"id": "a", "kind": "photo"}, {"id": "b", "kind": "chat"}, {"id": "c", "kind": "object"}]


def _log(of: Case, *deeds: tuple[Action, Role]) -> Log:
    log = Log()
    for hours, (action, actor) in enumerate(deeds):
        log = record(log, of, [each.id for each in of.exhibits], at=NOON + timedelta(hours=hours), action=action,
                     actor=actor)  # fmt: skip
    return log


def _says(of: Case, log: Log, language: Language = Language.KO) -> str:
    content = custody_sheet(of, log, DAY)
    document = render(template("custody_sheet"), language, content, Properties(title="x", created=DAY))
    return plain("\n".join(texts(document)))


SEALED = [(Action.LISTED, Role.VICTIM), (Action.SEALED, Role.LAWYER)]


def it_prints_the_last_hash_in_groups_and_how_many_entries_it_is_of():
    told = bare(exhibits=TOLD)
    log = _log(told, *SEALED)
    said = _says(told, log)
    assert " ".join(log.head[at : at + 8] for at in range(0, 64, 8)) in said
    assert "6건" in said


def it_prints_what_was_done_at_once_with_many_exhibits_in_one_line():
    told = bare(exhibits=TOLD)
    rows = custody_sheet(told, _log(told, *SEALED), DAY)["rows"]
    assert [(row["at"], plain(row["exhibits"].ko)) for row in rows] == [
        ("2026-11-22 12:00 (KST)", "증 제1호 내지 증 제3호"),
        ("2026-11-22 13:00 (KST)", "증 제1호 내지 증 제3호"),
    ]
    assert [row["done"].en for row in rows] == [
        "listed and hashed\nthe victim",
        "sealed\nthe victim's lawyer",
    ]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", ["seoyeon", "yujin", "mirae"])
def it_names_nobody(name, language):
    told = case(name)
    said = _says(told, _log(told, *SEALED), language)
    person = told.victim.name
    assert person.hangul not in said
    assert not any(form in said for form in person.forms())


def it_says_that_an_exhibit_is_no_longer_listed():
    told = bare(exhibits=TOLD)
    log = append(_log(told, *SEALED), at=NOON + timedelta(days=1), action=Action.RETURNED,
                 exhibit=Exhibit(id="gone", kind="object"), actor=Role.POLICE)  # fmt: skip
    (last,) = custody_sheet(told, log, DAY)["rows"][-1:]
    assert last["exhibits"].ko == "(목록에서 빠진 증거)"
    assert "gone" not in _says(told, log)


def it_leaves_the_case_number_for_ink_until_there_is_one():
    told = bare(exhibits=TOLD)
    assert custody_sheet(told, _log(told, *SEALED), DAY)["reference"].ko == ""
    known = bare(exhibits=TOLD, case_number="2026-1234")
    assert "2026-1234" in _says(known, _log(known, *SEALED))

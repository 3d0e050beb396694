"""Writes ``docs/legal-review.md``: every statement of law that needs checking, for a lawyer to tick off."""

from collections.abc import Iterator

from legalkit.law import store
from legalkit.law.records import SURE, Reference
from legalkit.law.rule_records import TextVersion
from legalkit.law.statements import Kind, Statement, statements
from legalkit.law.suggest.rules import all_rules, is_sure

_SECTIONS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("조문과 형 / Provisions and penalties", ("offence", "attempt", "complaint", "age", "limitation")),
    ("서면의 요건과 받는 곳 / Gates and addressees", ("filing", "institution", "acts", "relations")),
    ("기간 / Time limits", ("deadline",)),
    ("절차와 비용 / Procedure and fees", ("procedure", "duty")),
)
_HOW = {
    "secondary": "2차 자료로 확인 / secondary source",
    "recalled": "기억에 따름 / recalled",
    "opinion": "의견 / opinion",
}

_HEAD = """# 변호사 검토 목록 / For a lawyer to check

이 파일은 법률 자료에서 만들어진다. 손으로 고치지 않는다.
확인한 것은 `legalkit/law/*.yaml`의 `verified`와 `checked_on`을 고치고 다시 만든다.
This page is made from the law files; do not edit it. After checking, change `verified` and `checked_on` in
`legalkit/law/*.yaml` and write it again.

여기 적힌 것은 제출하는 서면에 인쇄되지 않고 안내와 보고에 「확인 필요」로만 나온다.
What stands here is never printed in a paper that is filed; guides and reports show it with "needs checking".
"""


def legal_review() -> str:
    """The text of ``docs/legal-review.md``."""
    return "\n".join(
        [_HEAD, *_unverified(), *_opinions(), *_rules(), *_unsettled(), *_forms(), *_english(), *_drafting()]
    )


def _unverified() -> Iterator[str]:
    for title, kinds in _SECTIONS:
        yield f"## {title}\n"
        found = [s for s in statements() if s.kind in kinds and not s.value.sure]
        yield from (_line(s) for s in found)
        yield "" if found else "없음 / none\n"


def _line(statement: Statement) -> str:
    value = statement.value
    text = f" {value.text.ko} / {value.text.en}" if isinstance(value, TextVersion) else ""
    where = "; ".join(_provision(r) for r in statement.provisions)
    return (
        f"- [ ] `{statement.id}` {statement.name.ko} / {statement.name.en} ({value.in_force_from}~): {where}.{text} "
        f"{_HOW[value.verified]}: {value.source}"
    )


def _provision(reference: Reference) -> str:
    return f"{store.statutes()[reference.statute].short.ko} {reference.article}"


def _opinions() -> Iterator[str]:
    yield "## 요건에 넣은 행위 가운데 의견인 것 / Acts counted for a gate by opinion\n"
    for kind in store.act_classes().values():
        about = f"`{kind.id}` {kind.name.ko} / {kind.name.en} ({_provision(kind.reference)})"
        yield from (f"- [ ] {about}: `{act}`. {why.ko} / {why.en}" for act, why in kind.opinions.items())
    yield ""


def _rules() -> Iterator[str]:
    yield "## 조문을 제안하는 규칙 / Rules that propose provisions\n"
    yield from (
        f"- [ ] `{rule.id}` {rule.because.ko} / {rule.because.en} {rule.basis or '-'}. {_HOW[rule.verified]}"
        for rule in all_rules().values()
        if not is_sure(rule.verified)
    )
    yield ""


def _unsettled() -> Iterator[str]:
    yield "## 공소시효의 기준이 정해지지 않은 죄 / Limitation not settled\n"
    yield "상습범의 가중된 형이 기준인지 확인한다. / Whether the aggravated penalty of habitual offences counts.\n"
    for offence in store.all_offences().values():
        yield from (
            f"- [ ] `{offence.id}` {offence.name.ko} / {offence.name.en} ({v.in_force_from}~): "
            f"{_provision(v.reference)}, {v.limitation.years}년 / years"
            for v in offence.versions
            if not v.limitation.settled
        )
    yield ""


def _forms() -> Iterator[str]:
    yield "## 보지 못한 서식 / Official forms not seen\n"
    yield from (
        f"- [ ] `{f.id}` {f.title.ko} / {f.title.en}: {f.form}"
        for f in store.filing_rules().values()
        if f.form and f.form_verified not in SURE
    )
    yield ""


def _english() -> Iterator[str]:
    yield "## 우리가 옮긴 영어 이름 / English names that are our rendering\n"
    yield from (
        f"- [ ] {s.full.ko}: {s.full.en}" for s in store.statutes().values() if s.english_verified == "recalled"
    )
    yield ""


def _drafting() -> Iterator[str]:
    yield "## 우리가 정한 제목과 모양 / Headings and layouts of ours\n"
    yield "법이 정한 것이 아니며 그대로 쓴다. / Not law; used as they are.\n"
    titles = {f.id: f.title.ko for f in store.filing_rules().values()}
    yield from (
        f"- [ ] {titles.get(d.filing, '모든 서면 / every paper')}: {d.text.ko} / {d.text.en}"
        for d in store.drafting().values()
    )
    yield ""

"""가명조서 작성 및 신원관리 신청서: records under an alias.

성폭력처벌법 제23조, 특정범죄신고자 등 보호법 제7조; a refusal is recorded on 범죄수사규칙 별지 제112호서식 (제176조).
"""

from collections.abc import Mapping
from datetime import date

from legalkit.case import Case, PersonName, known, said_no, said_yes
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened, undecided
from legalkit.filings._office import police_line
from legalkit.filings._people import alias_name, complainant, real_name, represented, victim_side
from legalkit.filings._pieces import CHECKED, signing
from legalkit.filings._words import sentence
from legalkit.language import EMPTY, Bilingual
from legalkit.law.acts import acts_of_kind

_OMITTED = (
    Bilingual("성명", "name"),
    Bilingual("연령", "age"),
    Bilingual("주소", "address"),
    Bilingual("직업", "occupation"),
    Bilingual("연락처", "contact details"),
)
_DOCUMENTS = (
    Bilingual("고소장", "complaint"),
    Bilingual("진술조서", "record of statement"),
    Bilingual("진술서", "written statement"),
    Bilingual("첨부자료", "attachments"),
    Bilingual("전자문서", "electronic documents"),
)


def _gate(case: Case, day: date) -> Gate:
    if said_no(case.wishes.alias):
        return closed("alias_not_wished")
    if not said_yes(case.wishes.alias):
        return undecided("alias_not_asked", ["wishes.alias"])
    if not acts_of_kind(case, "sexual_crime"):
        return closed("alias_no_sexual_crime")
    return opened("alias_open")


def _content(case: Case, day: date) -> Mapping[str, object]:
    return {
        "reference": Bilingual.same(case.case_number) if known(case.case_number) else sentence("alias_reference"),
        "applicant_real_note": sentence("alias_real_note"),
        "alias_choices": _choices(case),
        "omit": [{"tick": CHECKED, "label": label} for label in _OMITTED],
        "documents": [{"tick": CHECKED, "label": label} for label in _DOCUMENTS],
        "reasons": [sentence("alias_reason_sexual"), sentence("alias_reason_signature")],
        "refusal": sentence("alias_refusal"),
        "guardian": alias_name(complainant(case)) if represented(case) else EMPTY,
        "others": _others(case),
        **signing(case, day),
        "office": police_line(case, day),
    }


def _choices(case: Case) -> list[Bilingual]:
    """The aliases she would take: the one in use first, then her other choices."""
    in_use = [real_name(case.victim.alias)] if case.victim.alias else []
    others = [real_name(PersonName.model_validate(name)) for name in case.wishes.alias_choices]
    known_spelling = {words.ko: words for words in in_use}
    return list({**known_spelling, **{words.ko: words for words in others if words.ko not in known_spelling}}.values())


def _others(case: Case) -> list[Bilingual]:
    """Everybody else whose name is hidden, by the alias each has, once."""
    told = alias_name(complainant(case))
    names = [alias_name(person) for path, person in victim_side(case) if path != "victim" and person.alias]
    return [name for name in dict.fromkeys(names) if name != told]


FILING = Filing(
    id="alias_request",
    order=5,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=frozenset(
        {
            "case_number",
            "victim.alias",
            "reporter.person.alias",
            "relatives[].alias",
            "wishes.companion.alias",
            "exhibits[].witness.alias",
            "wishes.alias_choices",
            "offices.police",
        }
    ),
    decides=frozenset(
        {
            "wishes.alias",
            "incidents[].act",
            "incidents[].about_material",
            "incidents[].material",
            "incidents[].when",
            "incidents[].entries[].when",
            "reporter.role",
            "reporter.person.name",
            "offices.police_kind",
        }
    ),
    needs=(),
    content=_content,
    seen_by="alias_request",
)

"""피해 영상물 열람 제한 및 봉인 보관 요청서, with the label of the envelope and the scope of a device that goes along.

There is no statutory form: what is asked rests on 성폭력처벌법 제24조, 제29조 and what ``sealed_pack.yaml`` cites; the
scope of a device on 디지털 증거의 처리 등에 관한 규칙 제15조, 제27조.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from legalkit.case import Case, Exhibit, known
from legalkit.case.codes import CollectionMethod, ExhibitKind
from legalkit.evidence import sealed_pack, was_minor
from legalkit.evidence.sealed import Field
from legalkit.filings._evidence import asked, said, to_seal
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened
from legalkit.filings._office import police_line
from legalkit.filings._people import complainant, shown_name
from legalkit.filings._pieces import SIGNING_PRINTS, exhibit_labels, exhibits, joined, own, signing
from legalkit.filings._words import sentence
from legalkit.filings.evidence_index import FACT_PRINTS, fact, grouped, platform
from legalkit.language import EMPTY, Bilingual
from legalkit.law.acts import acts_of_kind

_HASHES_ON_LABEL = 12
"""More SHA-256 values than these do not fit on an envelope; the index has them all."""
_BLANK = "___"


def _gate(case: Case, day: date) -> Gate:
    if not to_seal(case):
        return closed("sealed_nothing_intimate")
    if not acts_of_kind(case, "sexual_crime"):
        return closed("sealed_no_sexual_crime", instead="sealed_instead")
    return opened("sealed_open")


def _content(case: Case, day: date) -> Mapping[str, object]:
    pack, inside = sealed_pack(), to_seal(case)
    minors = pack.request.asks_for_minors if was_minor(case) else ()
    signed = signing(case, day)
    return {
        "title": said(pack.request.title),
        "reference": _case_number(case) or sentence("alias_reference"),
        "opening": said(pack.request.opening),
        "inside": exhibits(case, (each.id for each in inside)),
        "asks": asked((*pack.request.asks, *minors)),
        **signed,
        "office": police_line(case, day),
        "mark": said(pack.label.mark),
        "label": _label(case, inside),
        "flap": said(pack.label.across_flap),
        "scope_title": said(pack.scope.title),
        "scope_opening": said(pack.scope.opening),
        "scopes": [_filled(pack.scope.fields, _of_device(case, each)) for each in _devices(case)],
        "scope_asks": asked(pack.scope.asks),
        "medium": list(map(said, pack.medium)),
        "hand_over": list(map(said, pack.hand_over)),
    }


def _case_number(case: Case) -> Bilingual:
    return Bilingual.same(case.case_number) if known(case.case_number) else EMPTY


def _filled(fields: Sequence[Field], values: Mapping[str, Bilingual]) -> list[dict[str, Bilingual]]:
    """The lines of a sheet; what nobody said is left empty, for ink."""
    return [{"label": said(each.label), "value": values.get(each.key, EMPTY)} for each in fields]


def _label(case: Case, inside: Sequence[Exhibit]) -> list[dict[str, object]]:
    """The label's lines; hashes, the same in every language, stand once."""
    fields = sealed_pack().label.fields
    lines = zip(fields, _filled(fields, _on_label(case, inside)), strict=True)
    return [{**line, "plain": _hashes(inside) if field.key == "sha256" else ""} for field, line in lines]


def _on_label(case: Case, inside: Sequence[Exhibit]) -> dict[str, Bilingual]:
    recorded = all(each.files or each.kind is ExhibitKind.OBJECT for each in inside)
    # what was not written down of one is no number for all
    files = sum(len(each.files) for each in inside) if recorded else _BLANK
    counted = sentence("sealed_items")
    return {
        "case_number": _case_number(case),
        "exhibits": exhibits(case, (each.id for each in inside)),
        "items": Bilingual(counted.ko.replace("{files}", str(files)), counted.en.replace("{files}", str(files))),
        "sha256": EMPTY if _hashes(inside) else sentence("sealed_hashes_in_index"),
        "submitted_by": shown_name(case, complainant(case)),
    }


def _hashes(inside: Sequence[Exhibit]) -> str:
    """A line each, as far as they fit on an envelope."""
    found = [record.sha256 for each in inside for record in each.files]
    return "\n".join(map(grouped, found)) if len(found) <= _HASHES_ON_LABEL else ""


def _devices(case: Case) -> list[Exhibit]:
    return [each for each in case.exhibits if each.method is CollectionMethod.DEVICE_HANDED_OVER]


def _of_device(case: Case, exhibit: Exhibit) -> dict[str, Bilingual]:
    named = joined([own(exhibit.title), own(exhibit.medium)], ", ")
    return {
        "device": joined([exhibit_labels(case)[exhibit.id], named], " "),
        "accounts": platform(exhibit),
        "purpose": fact(case, exhibit),
    }


FILING = Filing(
    id="sealed_submission_request",
    order=22,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=frozenset(
        {
            "case_number",
            "exhibits",
            "offices.police",
        }
    )
    | FACT_PRINTS
    | SIGNING_PRINTS,
    decides=frozenset(
        {
            "wishes.alias",
            "reporter.role",
            "offices.police_kind",
            "victim.birth",
            "incidents[].about_material",
            "incidents[].material",
            "incidents[].entries[].when",
        }
    ),
    needs=("exhibits[].intimate",),
    content=_content,
    seen_by="police_and_prosecutor",
)

"""Every dated statement of law that stands in the law files, as one list: what is verified, reviewed and dated."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from legalkit.law import store
from legalkit.law.offence_records import OffenceRecord
from legalkit.law.records import Bilingual, Dated, Reference
from legalkit.law.references import named_in
from legalkit.law.rule_records import DeadlineVersion

Kind = Literal[
    "offence",
    "attempt",
    "complaint",
    "filing",
    "institution",
    "deadline",
    "duty",
    "procedure",
    "age",
    "limitation",
    "acts",
    "relations",
    "rule",
]

_ATTEMPT = Bilingual(ko="미수", en="attempt")
_COMPLAINT = Bilingual(ko="고소", en="complaint")
_TABLE = Bilingual(ko="공소시효의 기간", en="limitation periods")


@dataclass(frozen=True)
class Statement:
    """One dated statement of law, wherever it stands.

    Attributes:
        kind: which file it stands in, or what part of an offence it is.
        id: id in that file.
        name: what it is about.
        value: the dated value itself.
        provisions: where it stands in the statutes.
    """

    kind: Kind
    id: str
    name: Bilingual
    value: Dated
    provisions: tuple[Reference, ...]


def statements() -> Iterator[Statement]:
    """Every dated statement of law."""
    for o in store.all_offences().values():
        yield from _of_offence(o)
    for f in store.filing_rules().values():
        yield from (Statement("filing", f.id, f.title, v, v.basis) for v in f.versions)
    for i in store.institutions().values():
        yield from (Statement("institution", i.id, v.name, v, (v.reference,)) for v in i.versions)
    for d in store.deadline_rules().values():
        yield from (Statement("deadline", d.id, d.title, v, _of_deadline(v)) for v in d.versions)
    for t in store.duties().values():
        yield from (Statement("duty", t.id, t.who, v, (v.reference,)) for v in t.versions)
    for p in store.procedure().values():
        yield from (Statement("procedure", p.id, p.title, v, (v.reference,)) for v in p.versions)
    yield from _of_people_and_time()


def _of_deadline(version: DeadlineVersion) -> tuple[Reference, ...]:
    return (version.reference, version.counted_by) if version.counted_by else (version.reference,)


def _of_people_and_time() -> Iterator[Statement]:
    for a in store.ages().values():
        yield from (Statement("age", a.id, a.name, v, (v.reference,)) for v in a.versions if v.reference)
    table = store.limitation().table
    yield Statement("limitation", "table", _TABLE, table, (table.reference,))
    for r in store.limitation().special:
        yield Statement("limitation", r.id, r.text, r, (r.reference,))
    for c in store.act_classes().values():
        yield Statement("acts", c.id, c.name, c, (c.reference,))
    for k in store.relation_classes().values():
        yield Statement("relations", k.id, k.name, k, (k.reference,))


def _of_offence(record: OffenceRecord) -> Iterator[Statement]:
    yield from (Statement("offence", record.id, record.name, v, (v.reference,)) for v in record.versions)
    checked = record.versions[-1].checked_on
    if record.attempt:
        tried = record.attempt
        value = Dated(in_force_from=tried.punishable_from, verified=tried.verified, checked_on=checked)
        where = named_in(tried.basis, tried.punishable_from)
        yield Statement("attempt", record.id, _about(record, _ATTEMPT), value, where)
    start = record.versions[0].in_force_from
    for line in record.complaint:
        if line.basis:
            value = Dated(in_force_from=start, in_force_until=line.until, verified=line.verified, checked_on=checked)
            where = named_in(line.basis, start)
            yield Statement("complaint", record.id, _about(record, _COMPLAINT), value, where)
        start = line.until + timedelta(days=1) if line.until else start


def _about(record: OffenceRecord, what: Bilingual) -> Bilingual:
    return Bilingual(ko=f"{record.name.ko}: {what.ko}", en=f"{record.name.en}: {what.en}")

"""증거목록: the index of exhibits, by the parts of the official annex, then every column of each exhibit.

형사소송규칙 제132조의2, 제134조의7, 제134조의8: fact to be proven, who entered and printed data and when.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone

from legalkit.case import Case, Exhibit, FileRecord, NoAnswer, known, ordered
from legalkit.case.codes import ExhibitKind, Obtained
from legalkit.filings._evidence import hash_note, possibly_intimate
from legalkit.filings._filing import Filing, Folder, Gate, opened, undecided
from legalkit.filings._moments import cell
from legalkit.filings._office import police_line
from legalkit.filings._people import on_sheet, shown_name
from legalkit.filings._pieces import SIGNING_PRINTS, coded, exhibit_labels, joined, own, signing
from legalkit.filings._slots import where_online
from legalkit.filings._voice import COMPLAINT, Voice
from legalkit.filings._words import entries, sentence
from legalkit.language import EMPTY, Bilingual

_KST = timezone(timedelta(hours=9))
_Labels = Mapping[str, Bilingual]


def _gate(case: Case, day: date) -> Gate:
    return opened("index_open") if case.exhibits else undecided("index_no_exhibit", ["exhibits[].title"])


def _content(case: Case, day: date) -> Mapping[str, object]:
    listed, labels = ordered(case.exhibits), exhibit_labels(case)
    papers = [each for each in listed if each.kind is not ExhibitKind.WITNESS]
    files = [record for each in listed for record in each.files]
    details = [_detail(case, each, labels[each.id]) for each in papers]
    totals = sentence("index_totals")
    people = [each for each in listed if each.kind is ExhibitKind.WITNESS]
    counts = {"{exhibits}": str(len(papers)), "{files}": str(len(files)), "{witnesses}": str(len(people))}
    said = [totals, *([sentence("index_witnesses")] if people else [])]
    return {
        "part_people": [_person(case, each, labels[each.id]) for each in people],
        "parts": [_part(case, part, papers, labels) for part in entries("evidence_parts")],
        "details": [each for each in details if each["fields"]],
        "totals": joined([Bilingual(_counted(each.ko, counts), _counted(each.en, counts)) for each in said], ", "),
        "hash_note": hash_note(files),
        **signing(case, day),
        "office": police_line(case, day),
    }


def _counted(text: str, counts: Mapping[str, str]) -> str:
    for slot, count in counts.items():
        text = text.replace(slot, count)
    return text


def _person(case: Case, exhibit: Exhibit, no: Bilingual) -> dict[str, Bilingual]:
    person = exhibit.witness
    return {
        "no": no,
        "name": shown_name(case, person) if person else own(exhibit.title),
        "address": on_sheet(person.address) if person else EMPTY,
        "occupation": on_sheet(person.occupation) if person else EMPTY,
        "phone": on_sheet(person.phone) if person else EMPTY,
        "fact": fact(case, exhibit),
    }


def _part(
    case: Case, part: Mapping[str, object], papers: Sequence[Exhibit], labels: Mapping[str, Bilingual]
) -> dict[str, object]:
    heading = part["heading"]
    assert isinstance(heading, dict)
    kinds = part["kinds"]
    assert isinstance(kinds, list)
    rows = [_row(case, each, labels[each.id]) for each in papers if each.kind in kinds]
    return {"heading": Bilingual(heading["ko"], heading["en"]), "rows": rows}


def _row(case: Case, exhibit: Exhibit, no: Bilingual) -> dict[str, Bilingual]:
    kind, title = coded("ExhibitKind", exhibit.kind), titled(exhibit)
    return {
        "no": no,
        "title": joined([title, Bilingual(f"({kind.ko})", f"({kind.en})")], " ") if title else kind,
        "author": joined([_author(case, exhibit), cell(exhibit.made)], "\n"),
        "fact": fact(case, exhibit),
        "submit": joined([coded("Submission", exhibit.submission), _restriction(exhibit)], "\n"),
        "note": own(exhibit.note),
    }


def titled(exhibit: Exhibit) -> Bilingual:
    """What an exhibit is called: her words; without them, its first file by name, and how many more there are.

    >>> titled(Exhibit(id="a", kind="chat", files=[{"name": f"{n}.png", "size": 1, "sha256": "0" * 64} for n in "123"]))
    Bilingual(ko='1.png 외 2개', en='1.png and 2 more')
    """
    title = own(exhibit.title)
    if title or not exhibit.files:
        return title
    first, more = exhibit.files[0].name, len(exhibit.files) - 1
    return Bilingual(f"{first} 외 {more}개", f"{first} and {more} more") if more else Bilingual.same(first)


def _author(case: Case, exhibit: Exhibit) -> Bilingual:
    if exhibit.author is NoAnswer.UNKNOWN:
        return Bilingual("불상", "unknown")
    return Voice(case, COMPLAINT).in_table(coded("Role", exhibit.author))


def _restriction(exhibit: Exhibit) -> Bilingual:
    """What she asked for; pictures of her count as intimate until she says otherwise."""
    if known(exhibit.restriction):
        return coded("Restriction", exhibit.restriction)
    return coded("Restriction", "sealed") if possibly_intimate(exhibit) else EMPTY


FACT_PRINTS = frozenset(
    {f"incidents[].{name}" for name in ("act", "when", "exhibits", "knowing.exhibits", "entries[].exhibits")}
)
"""What :func:`fact` prints of the acts."""


def fact(case: Case, exhibit: Exhibit) -> Bilingual:
    """What an exhibit is to prove: the acts that cite it, and her own words."""
    acts = [
        joined([coded("Act", incident.act), _in_brackets(cell(incident.when))], "")
        for incident in case.incidents
        if exhibit.id in incident.exhibits
        or exhibit.id in incident.knowing.exhibits
        or any(exhibit.id in entry.exhibits for entry in incident.entries)
    ]
    return joined([joined(dict.fromkeys(acts), ", "), own(exhibit.fact)], "\n")


def _in_brackets(words: Bilingual) -> Bilingual:
    return Bilingual(f"({words.ko})", f" ({words.en})") if words else EMPTY


def _detail(case: Case, exhibit: Exhibit, no: Bilingual) -> dict[str, object]:
    fields = [{"label": sentence("index_labels", name), "value": value} for name, value in _fields(case, exhibit)]
    return {
        "no": no,
        "title": titled(exhibit) or coded("ExhibitKind", exhibit.kind),
        "fields": [entry for entry in fields if entry["value"]],
    }


def _fields(case: Case, exhibit: Exhibit) -> Iterator[tuple[str, Bilingual]]:
    voice = Voice(case, COMPLAINT)
    url = exhibit.url if known(exhibit.url) else ""
    yield "platform", platform(exhibit)
    # a link in the reader's copy must not open by a slip of the finger
    yield "url", Bilingual(url, url.replace("http", "hxxp", 1))
    yield "captured", joined([cell(exhibit.captured), own(exhibit.clock)])
    yield "collector", joined([voice.in_table(coded("Role", exhibit.collector)), cell(exhibit.printed)])
    yield "method", coded("CollectionMethod", exhibit.method)
    yield "obtained", joined([_obtained(exhibit), own(exhibit.obtained_words)])
    yield "original", joined([own(exhibit.medium), voice.in_table(coded("Role", exhibit.kept_by))])
    for record in exhibit.files:
        yield "file", _file(record)
        yield "hash", _hash(record)


def platform(exhibit: Exhibit) -> Bilingual:
    """Platform and account, as an entry of a table."""
    if not known(exhibit.online):
        return EMPTY
    return joined([where_online(exhibit.online), own(exhibit.online.words)], "\n")


def _obtained(exhibit: Exhibit) -> Bilingual:
    return coded("Obtained", exhibit.obtained) if exhibit.obtained is not Obtained.OTHER else EMPTY


def _file(record: FileRecord) -> Bilingual:
    rest = ", ".join(filter(None, (f"{record.size:,} bytes", record.type)))
    return Bilingual(f"{record.name} ({rest.replace(' bytes', '바이트')})", f"{record.name} ({rest})")


def _hash(record: FileRecord) -> Bilingual:
    digits = grouped(record.sha256)
    if not record.hashed_at:
        return Bilingual.same(digits)
    when = _clock(record.hashed_at)
    return Bilingual(f"{digits}\n산출 {when}", f"{digits}\ncomputed {when}")


def grouped(sha256: str) -> str:
    """64 digits in groups of eight, so that they can be read and compared.

    >>> grouped("0" * 64)[:17]
    '00000000 00000000'
    """
    return " ".join(sha256[at : at + 8] for at in range(0, 64, 8))


def _clock(when: datetime) -> str:
    return when.astimezone(_KST).strftime("%Y-%m-%d %H:%M (KST)")


_PRINTED = tuple(name for name in Exhibit.model_fields if name not in ("files", "witness", "intimate"))

FILING = Filing(
    id="evidence_index",
    order=20,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=frozenset(
        {
            *(f"exhibits[].{name}" for name in _PRINTED),
            *(f"exhibits[].files[].{name}" for name in ("name", "size", "type", "sha256", "hashed_at", "tool")),
            "exhibits[].witness.name",
            "exhibits[].witness.alias",
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
            "exhibits[].intimate",
            "exhibits[].witness.address",
            "exhibits[].witness.occupation",
            "exhibits[].witness.phone",
        }
    ),
    needs=("exhibits[].title", "exhibits[].obtained"),
    content=_content,
    seen_by="evidence_index",
)

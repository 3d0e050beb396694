"""증거 보관 이력서: the custody log on paper, with its last hash. No filing: it goes along with what is handed over.

No statutory form is known for it. 디지털 증거의 처리 등에 관한 규칙 제5조, 제13조 ask for identity with the source and
for the chain of holders, and name the hash value as the means.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from itertools import groupby

from legalkit.case import Case, known, numbers
from legalkit.case.codes import Role
from legalkit.evidence import custody_words
from legalkit.evidence.custody import Action, Entry, Log
from legalkit.filings._evidence import said
from legalkit.filings._pieces import coded, exhibits, joined
from legalkit.filings._voice import COMPLAINT, Voice
from legalkit.filings.evidence_index import grouped
from legalkit.language import EMPTY, Bilingual
from legalkit.language import day as day_words

_KST = timezone(timedelta(hours=9))


def custody_sheet(case: Case, log: Log, day: date) -> Mapping[str, object]:
    """What the template ``custody_sheet`` prints.

    People stand in it by role and exhibits by number, so that it identifies nobody.

    Args:
        case: that lists the exhibits.
        log: with at least one entry.
        day: on which the sheet is made.
    """
    words = custody_words()
    return {
        "reference": Bilingual.same(case.case_number) if known(case.case_number) else EMPTY,
        "about": _exhibits(case, (entry.exhibit for entry in log.entries)),
        "rows": list(_rows(case, log)),
        "head": grouped(log.head),
        "count": _counted(said(words.entries), len(log.entries)),
        "proves": said(words.proves),
        "date": day_words(day),
    }


def _rows(case: Case, log: Log) -> Iterator[dict[str, object]]:
    """A row for each deed: what was done at one time with many exhibits is one."""
    deeds = groupby(log.entries, key=_deed)
    for (at, action, actor), entries in deeds:
        who = Voice(case, COMPLAINT).in_table(coded("Role", actor))
        yield {
            "at": at.astimezone(_KST).strftime("%Y-%m-%d %H:%M (KST)"),
            "done": joined([said(custody_words().actions[action]), who], "\n"),
            "exhibits": _exhibits(case, (entry.exhibit for entry in entries)),
        }


def _deed(entry: Entry) -> tuple[datetime, Action, Role]:
    return entry.at, entry.action, entry.actor


def _exhibits(case: Case, ids: Iterable[str]) -> Bilingual:
    listed, wanted = numbers(case.exhibits), list(dict.fromkeys(ids))
    gone = said(custody_words().gone) if any(each not in listed for each in wanted) else EMPTY
    return joined([exhibits(case, (each for each in wanted if each in listed)), gone], ", ")


def _counted(words: Bilingual, count: int) -> Bilingual:
    return Bilingual(words.ko % {"count": count}, words.en % {"count": count})

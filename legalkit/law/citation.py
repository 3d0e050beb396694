"""How a provision is cited: short, in full, and under its old number."""

from datetime import date

from legalkit.law.offence_records import OffenceRecord, OffenceVersion
from legalkit.law.records import Bilingual, version_on
from legalkit.law.rule_records import Statute


def article_of(offence: OffenceRecord, version: OffenceVersion) -> Bilingual:
    """The number the offence had in a version."""
    return version.article or offence.article


def article_now(offence: OffenceRecord, checked_on: date) -> Bilingual:
    """The number of an offence on the day its statute was last checked; a number that comes later is not yet it."""
    return article_of(offence, version_on(offence.versions, checked_on) or offence.versions[0])


def cite(statute: Bilingual, offence: OffenceRecord, version: OffenceVersion, checked_on: date) -> Bilingual:
    """A citation under the name given, with 구(舊) and the Act number where the number has changed since.

    Args:
        statute: the name to cite it by.
        offence: the offence.
        version: its version of the day of the act.
        checked_on: the day the statute was last checked.
    """
    article = article_of(offence, version)
    if article == article_now(offence, checked_on) or version.in_force_from > checked_on:
        return Bilingual(ko=f"{statute.ko} {article.ko}", en=f"{statute.en}, {article.en}")
    act = version.reference.act_no
    return Bilingual(
        ko=f"구(舊) {statute.ko}{f'(법률 제{act}호)' if act else ''} {article.ko}",
        en=f"former {statute.en}{f' (Act No. {act})' if act else ''}, {article.en}",
    )


def citations(statute: Statute, offence: OffenceRecord, version: OffenceVersion) -> tuple[Bilingual, Bilingual]:
    """The short and the full citation of a version."""
    names = (statute.short, statute.full)
    short, full = (cite(name, offence, version, statute.checked_on) for name in names)
    return short, full

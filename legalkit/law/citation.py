"""How a provision is cited: short, in full, and under its old number."""

from legalkit.law.offence_records import OffenceRecord, OffenceVersion
from legalkit.law.records import Bilingual
from legalkit.law.rule_records import Statute


def article_of(offence: OffenceRecord, version: OffenceVersion) -> Bilingual:
    """The number the offence had in a version."""
    return version.article or offence.article


def cite(statute: Bilingual, offence: OffenceRecord, version: OffenceVersion) -> Bilingual:
    """A citation under the name given, with 구(舊) and the Act number where the number has changed since."""
    article = article_of(offence, version)
    if version.article is None:
        return Bilingual(ko=f"{statute.ko} {article.ko}", en=f"{statute.en}, {article.en}")
    act = version.reference.act_no
    return Bilingual(
        ko=f"구(舊) {statute.ko}{f'(법률 제{act}호)' if act else ''} {article.ko}",
        en=f"former {statute.en}{f' (Act No. {act})' if act else ''}, {article.en}",
    )


def citations(statute: Statute, offence: OffenceRecord, version: OffenceVersion) -> tuple[Bilingual, Bilingual]:
    """The short and the full citation of a version."""
    return cite(statute.short, offence, version), cite(statute.full, offence, version)

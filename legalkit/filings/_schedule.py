"""범죄일람표: the schedule of acts that a sentence refers to, one row an act."""

from legalkit.case import Case, Incident, known
from legalkit.filings._compose import Story
from legalkit.filings._moments import cell
from legalkit.filings._pieces import coded, exhibits, joined, own
from legalkit.filings._slots import where_online
from legalkit.language import EMPTY, Bilingual, Style


def schedule(case: Case, told: Story, style: Style = "police") -> dict[str, object]:
    """The rows of the schedule.

    Args:
        case: whose exhibits.
        told: the acts; those that a schedule lists are taken.
        style: whose exhibit numbers.
    """
    rows = [row for act in told.schedule for row in act.alike]
    return {
        "rows": [_row(case, str(place), row, style) for place, row in enumerate(rows, start=1)],
    }


def _row(case: Case, place: str, row: Incident, style: Style) -> dict[str, object]:
    entry = row.entries[0] if row.entries else None
    return {
        "n": place,
        "when": cell(row.when),
        "place": online_noun(row),
        "urls": "\n".join(row.urls),
        "method": coded("Act", row.act),
        "content": own(entry.note) if entry and entry.note else coded("Material", row.material),
        "exhibits": exhibits(case, row.exhibits, style),
    }


def online_noun(row: Incident) -> Bilingual:
    """Where online, as a noun in both languages."""
    if not known(row.online):
        return EMPTY
    return joined([where_online(row.online), own(row.online.words)], "\n")

"""What drafts in the store do beyond what every store of drafts does (tests/vault/test_drafts.py)."""

from legalkit.vault.drafts import NEW, new_token
from legalkit.vault.org import cases
from legalkit.vault.org.database import Database
from legalkit.vault.org.drafts import STAFF, StoredDrafts
from tests.vault.org.office import SECRET, code

OWNER, TAB = new_token(), new_token()
IDLE = 86_400


def _of_case(office, case_id, database=None) -> StoredDrafts:
    with office.work() as work:
        key = cases.case_key(work, case_id)
    return StoredDrafts(database or office.database, key, case_id, IDLE)


def it_loses_nothing_when_the_service_starts_again(office):
    case_id = office.case()
    _of_case(office, case_id).put(OWNER, TAB, NEW, {"told": SECRET}, office.now)
    office.database.close()
    again = Database(office.url)
    draft = _of_case(office, case_id, again).get(OWNER, TAB, office.now + 60)
    assert (draft.revision, draft.answers) == (1, {"told": SECRET})
    again.close()


def it_lets_two_processes_work_on_one_draft(office):
    case_id, other = office.case(), Database(office.url)
    first, second = _of_case(office, case_id), _of_case(office, case_id, other)
    first.put(OWNER, TAB, NEW, {"page": 1}, office.now)
    assert second.put(OWNER, TAB, 1, {"page": 2}, office.now) == 2
    assert code(lambda: first.put(OWNER, TAB, 1, {"page": SECRET}, office.now)) == "E-VAULT-STALE"
    assert first.get(OWNER, TAB, office.now).answers == {"page": 2}
    other.close()


def it_keeps_the_drafts_of_two_cases_apart(office):
    first, second = _of_case(office, office.case()), _of_case(office, office.case())
    first.put(OWNER, TAB, NEW, {"told": SECRET}, office.now)
    assert second.get(OWNER, TAB, office.now) is None
    second.wipe_all(OWNER)
    assert first.get(OWNER, TAB, office.now).answers == {"told": SECRET}


def it_ends_with_its_case(office):
    case_id = office.case()
    drafts = _of_case(office, case_id)
    drafts.put(OWNER, TAB, NEW, {"told": SECRET}, office.now)
    with office.work() as work:
        cases.remove(work, case_id)
    assert drafts.get(OWNER, TAB, office.now) is None


def it_notices_a_draft_that_was_changed_or_moved(office):
    drafts = StoredDrafts(office.database, office.keyring.drafts, STAFF, IDLE)
    other = new_token()
    drafts.put(OWNER, TAB, NEW, {"told": SECRET}, office.now)
    drafts.put(OWNER, other, NEW, {"told": "other"}, office.now)
    office.sql("UPDATE drafts SET content = (SELECT content FROM drafts d WHERE d.tab <> drafts.tab)")
    assert code(lambda: drafts.get(OWNER, TAB, office.now)) == "E-ORG-ALTERED"
    office.sql("UPDATE drafts SET revision = 2")
    assert code(lambda: drafts.get(OWNER, other, office.now)) == "E-ORG-ALTERED"

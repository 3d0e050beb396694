"""Versions beside a case: kept for its people alone, chosen or removed, gone with the case."""

import pytest

from legalkit.vault.drafts import new_token
from legalkit.vault.org import cases, organisation, versions
from legalkit.vault.org.rows import State
from tests.vault.org.office import SECRET, code

TAB = new_token()


def _keep(office, case_id, words=SECRET, tab=TAB, handle="c1"):
    with office.work(handle) as work:
        versions.keep(work, case_id, tab, {"told": words})


def _listed(office, case_id, handle="c1"):
    with office.work(handle) as work:
        return [each.content["told"] for each in versions.listed(work, case_id)]


def _only(office, case_id):
    with office.work() as work:
        (one,) = versions.listed(work, case_id)
    return one


def it_keeps_one_version_for_each_tab_the_latest_first(office):
    case_id = office.case()
    _keep(office, case_id, "one")
    office.now += 60
    _keep(office, case_id, "two", new_token())
    office.now += 60
    _keep(office, case_id, "one, longer")
    assert _listed(office, case_id) == ["one, longer", "two"]
    assert office.logged().count("version.keep") == 2, "that it was kept is logged once for each tab"


def it_knows_whether_a_tab_has_one(office):
    case_id = office.case()
    _keep(office, case_id)
    with office.work() as work:
        assert [versions.is_kept(work, case_id, tab) for tab in (TAB, new_token())] == [True, False]


def it_says_when_and_by_whom(office):
    case_id = office.case()
    _keep(office, case_id)
    one = _only(office, case_id)
    assert (one.moment, one.by) == (office.now, office.ids["c1"])
    assert SECRET not in repr(one)


def it_takes_a_version_into_the_case_and_keeps_what_stood_there(office):
    case_id = office.case(content={"told": "before"})
    _keep(office, case_id, "after")
    with office.work() as work:
        head = versions.take(work, case_id, versions.listed(work, case_id)[0].id)
    assert (head.revision, office.view(case_id).content) == (2, {"told": "after"})
    assert _listed(office, case_id) == ["before"]


def but_it_takes_none_into_a_closed_case_and_loses_nothing(office):
    case_id = office.case(content={"told": "before"})
    _keep(office, case_id, "after")
    with office.work() as work:
        cases.set_state(work, case_id, State.CLOSED)

    def take():
        with office.work() as work:
            versions.take(work, case_id, versions.listed(work, case_id)[0].id)

    assert code(take) == "E-ORG-CLOSED"
    assert (office.view(case_id).content, _listed(office, case_id)) == ({"told": "before"}, ["after"])


def it_removes_a_version_for_good(office):
    case_id = office.case(content={"told": "-"})
    _keep(office, case_id)
    version = _only(office, case_id).id
    with office.work() as work:
        versions.drop(work, case_id, version)
    office.database.forget()
    assert _listed(office, case_id) == []
    assert office.logged()[-1] == "version.drop"
    assert not [content for content in office.tables() if SECRET.encode() in content]


@pytest.mark.parametrize("version", ["", "0" * 64, "' OR 1=1 --"])
def it_knows_no_version_that_was_made_up(office, version):
    case_id = office.case()
    _keep(office, case_id)
    for do in (versions.take, versions.drop):

        def act(do=do):
            with office.work() as work:
                do(work, case_id, version)

        assert code(act) == "E-ORG-NO-VERSION"


def it_answers_a_colleague_as_if_there_were_no_case(office):
    case_id = office.case()
    _keep(office, case_id)
    version = _only(office, case_id).id
    acts = [
        lambda work: versions.listed(work, case_id),
        lambda work: versions.keep(work, case_id, TAB, {"told": "x"}),
        lambda work: versions.is_kept(work, case_id, TAB),
        lambda work: versions.take(work, case_id, version),
        lambda work: versions.drop(work, case_id, version),
    ]
    for each in acts:

        def act(each=each):
            with office.work("c2") as work:
                each(work)

        assert code(act) == "E-ORG-NO-CASE"


def it_shows_a_version_of_one_case_beside_no_other(office):
    first, second = office.case(), office.case()
    _keep(office, first)
    assert (_listed(office, first), _listed(office, second)) == ([SECRET], [])


def it_notices_a_version_that_was_changed_in_the_database(office):
    case_id = office.case()
    _keep(office, case_id)
    ((content,),) = office.sql("SELECT content FROM drafts")
    flipped = bytes([*content[:-1], content[-1] ^ 1])
    office.sql("UPDATE drafts SET content = :content", content=flipped)
    assert code(lambda: _listed(office, case_id)) == "E-ORG-ALTERED"


def it_goes_with_its_case(office):
    case_id = office.case()
    _keep(office, case_id)
    with office.work() as work:
        cases.remove(work, case_id)
    assert office.sql("SELECT * FROM drafts") == []


def it_opens_under_new_keys_after_a_rotation(office):
    case_id = office.case()
    _keep(office, case_id)
    organisation.rotate(office.database, office.server_key, office.keyring, office.ids["boss"], office.now)
    office.enter("c1")
    assert _listed(office, case_id) == [SECRET]

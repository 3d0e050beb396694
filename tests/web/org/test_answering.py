"""A form does something only if a page of ours sent it to this browser."""

import threading

import pytest

from legalkit.web.org.ways import WAYS
from tests.web.org.town import made


def _addresses(case_id: str) -> list[str]:
    """Where forms are sent to."""
    ways = [(way, way.path.format(id=case_id, version="0" * 64)) for way in WAYS if way.method == "POST"]
    return [f"/desk/en/{path}" if way.under == "/desk/" else f"{way.under}en{path}" for way, path in ways]


@pytest.mark.parametrize("proof", ["", "0" * 64, "é", "another"])
def it_does_nothing_for_a_form_without_the_proof_of_its_page(town, proof):
    her, other = town.staff_member("c1"), town.staff_member("c2")
    case_id = her.case()
    other.get("/desk/en/cases")
    sent, before = other.proof if proof == "another" else proof, town.logged()
    for address in _addresses(case_id):
        answer = her.post(address, page=sent, label="x", handle="c1")
        assert (answer.status_code, "came from elsewhere" in answer.text) == (422, True), address
    assert town.logged() == before


def it_takes_a_form_of_one_process_in_another(town):
    her = town.staff_member()
    her.get("/desk/en/cases")
    her.client.app = made(town.process(town.boot))
    assert her.post("/desk/en/new", label="Spring").status_code == 303


def it_answers_a_hundred_sessions_at_once(either):
    her = either.staff_member()
    case_id = her.case()
    wrong = []

    def walk():
        other = either.browser()
        other.cookie = her.cookie
        pages = ("cases", f"case/{case_id}")
        wrong.extend(page for page in pages if other.get(f"/desk/en/{page}").status_code != 200)

    threads = [threading.Thread(target=walk) for _ in range(100)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert wrong == []

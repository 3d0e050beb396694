"""What leaves the store is logged, carries its manifest, and leaves for those alone who may take it."""

import hashlib
import io
import json
import re
import zipfile

from legalkit.vault.passphrase import Passphrase
from legalkit.vault.sealed import unlock
from tests.web.org.town import SECRET


def _told(town):
    her = town.staff_member()
    case_id = her.case()
    her.tell(case_id)
    return her, case_id


def it_gives_papers_with_a_manifest_and_logs_it(town):
    her, case_id = _told(town)
    her.get(f"/desk/en/case/{case_id}/papers")
    answer = her.post(f"/desk/en/case/{case_id}/papers", version=["ko", "en"])
    assert answer.headers["content-disposition"] == 'attachment; filename="documents.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(files.pop("manifest.json"))
    assert told["files"] == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    assert told["case"]["id"] == case_id
    assert told["templates"]
    assert told["filed_on"] == "2026-11-22"
    assert told["law_checked_on"]
    assert town.logged().count("case.export") == 1


def but_it_logs_no_export_of_what_cannot_be_made(town):
    her, case_id = _told(town)
    her.get(f"/desk/en/case/{case_id}/papers")
    answer = her.post(f"/desk/en/case/{case_id}/papers", paper="../../etc/passwd", version="ko")
    assert answer.status_code == 422
    assert "case.export" not in town.logged()


def it_gives_the_papers_of_the_interviews_own_page_the_same_way(town):
    her, case_id = _told(town)
    seat = her.seat(case_id)
    answer = her._sent(
        "POST", "/papers?language=en", {"origin": "https://desk.example", "x-tab": seat.tab},
        content=json.dumps({"filings": ["next_steps"], "versions": ["ko"]}),
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert "manifest.json" in archive.namelist()
    assert town.logged().count("case.export") == 1


def it_exports_no_papers_to_who_came_by_a_link(town):
    her, case_id = _told(town)
    survivor = town.browser()
    survivor.come(her.link(case_id))
    answer = survivor._sent(
        "POST", "/papers?language=en", {"origin": "https://desk.example", "x-tab": survivor.seat(case_id).tab},
        content=json.dumps({"filings": ["next_steps"], "versions": ["ko"]}),
    )  # fmt: skip
    assert (answer.status_code, "may not do this" in answer.text) == (422, True)
    assert "case.export" not in town.logged()


def it_exports_nothing_after_the_role_was_taken(town):
    her, case_id = _told(town)
    her.get(f"/desk/en/case/{case_id}/papers")
    boss = town.staff_member("boss")
    boss.get("/desk/en/people")
    changed = boss.post("/desk/en/people/change", handle="c1", what="role", role="administrator")
    assert changed.status_code == 303
    refused = her.post(f"/desk/en/case/{case_id}/papers", version="ko")
    assert refused.headers["location"] == "/desk/en/in", "her session ended with her role"
    again = town.staff_member("c1")
    again.get("/desk/en/mine")
    assert again.post(f"/desk/en/case/{case_id}/papers", version="ko").status_code == 404
    assert "case.export" not in town.logged()


def it_gives_the_case_as_an_encrypted_file_and_logs_it(town):
    her, case_id = _told(town)
    her.get(f"/desk/en/case/{case_id}")
    answer = her.post(f"/desk/en/case/{case_id}/file", passphrase="river moon paper file")
    assert SECRET.encode() not in answer.content
    assert SECRET in str(unlock(answer.content, Passphrase("river moon paper file"))[1])
    assert town.logged().count("case.export") == 1


def it_refuses_a_weak_passphrase_on_the_page_it_was_typed_on(town):
    her, case_id = _told(town)
    her.get(f"/desk/en/case/{case_id}")
    answer = her.post(f"/desk/en/case/{case_id}/file", passphrase="short")
    assert (answer.status_code, "Take along as an encrypted file" in answer.text) == (422, True)
    assert "short" not in answer.text.replace("short.", "")


def it_shows_the_review_in_the_language_of_the_page_whatever_it_was_answered_in(town):
    her, case_id = _told(town)
    flags = her.get(f"/desk/en/case/{case_id}/review").text.partition("Needs checking")[2].partition("</section>")[0]
    assert "<li>" in flags
    assert not re.search("[가-힣]", flags)


def it_shows_what_needs_checking_on_the_review(town):
    her, case_id = _told(town)
    page = her.get(f"/desk/en/case/{case_id}/review").text
    assert "Needs checking" in page
    assert SECRET in page
    assert "case.view" in town.logged()[-1]

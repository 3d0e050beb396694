"""A whole visit with a mark in every answer; then everything that lies on the machine is searched for the marks."""

import base64
import gzip
import io
import json
import subprocess
import zipfile
from urllib.parse import quote

import pytest

from legalkit.case.codes import ReporterRole
from legalkit.interview import from_case, go
from legalkit.vault.org import backup, cases
from legalkit.vault.org.opening import opened
from legalkit.vault.org.sign_in import Claim
from legalkit.vault.org.work import working
from legalkit.vault.passphrase import Passphrase
from legalkit.web.org.content import of_draft
from tests.support import postgres
from tests.support.markers import Marks, full
from tests.support.searching import finds
from tests.web.org.served import Served
from tests.web.org.town import NOW, password

PAGES = ("own_words", "victim", "victim_reach", "review", "evidence", "documents")
_GONE = "뷁거노뷁"
"""Stands in a case that is deleted."""


@pytest.fixture(params=["sqlite", "postgresql"])
def served(request, tmp_path):
    """The service, and everything of its database that lies on disk."""
    if request.param == "sqlite":
        made = Served(tmp_path)
        yield made, list
        made.end()
        return
    with postgres.server().database() as url:
        made = Served(tmp_path, url)
        yield made, postgres.server().files
        made.end()


def _told(served: Served, label: str, marks: Marks) -> str:
    """A case in which every text is a mark; its id. It was told at the service before."""
    case = full(ReporterRole.SELF, marks, words=True)
    with opened(served.folder / "org.toml") as store:
        proof = store.sign_in().prove(Claim("c1", Passphrase(password("c1"))), NOW)
        with working(store.database, proof.keyring, proof.person_id, NOW) as work:
            return cases.begin(work, label, of_draft(go(from_case(case, "ko"), "own_words")), [label]).id


def _visits(served: Served, case_id: str, mark: str) -> None:
    """She comes by a link, and goes over the pages that hold most; what she writes is kept."""
    token = served.link(case_id)

    async def walk(guest):
        await guest.come(token)
        for key in PAGES:
            await guest.step(lambda props, _: f"{props['value']} {mark}" if props.get("lines", 1) >= 12 else
                             props.get("value"), f"to:{key}")  # fmt: skip
            assert guest.here == key

    served.guests(walk)


def _works(served: Served, case_id: str, mark: str) -> None:
    """The counsellor looks for the case, reads it, makes the papers, takes it along, errs, closes it."""
    here = f"/desk/en/case/{case_id}"
    sought = {"page": served.proof(0, "/desk/en/cases"), "sought": mark}
    assert case_id.encode() in served.ask(0, "POST", "/desk/en/find", **sought)[1]
    assert finds(served.ask(0, "GET", f"{here}/review")[1])
    proof = served.proof(0, f"{here}/papers")
    answer, papers = served.ask(0, "POST", f"{here}/papers", page=proof, version=["ko", "en"])
    assert answer.headers["content-type"] == "application/zip"
    assert len(finds(papers)) > 20, "the search finds what stands in papers"
    for path, form in (("papers", {"paper": mark}), ("file", {"passphrase": mark}), ("hand-over", {"to": mark})):
        served.ask(0, "POST", f"{here}/{path}", page=proof, **form)
    served.ask(0, "GET", f"{here}/{quote(mark)}?sought={quote(mark)}")
    served.ask(0, "POST", f"{here}/file", page=proof, passphrase="river moon paper file")
    served.ask(0, "POST", f"{here}/close", page=proof)


def _deletes(served: Served) -> None:
    """A case that is told and deleted."""
    case_id = _told(served, _GONE, Marks())
    _visits(served, case_id, _GONE)
    path = f"/desk/en/case/{case_id}/delete"
    assert served.ask(0, "POST", path, page=served.proof(0, path))[0].status == 200


def it_leaves_no_answer_on_the_machine_after_a_whole_visit(served):
    service, database = served
    marks = Marks()
    label, written = marks.of("label"), marks.of("written")
    service.sign_in()
    case_id = _told(service, label, marks)
    _visits(service, case_id, written)
    _works(service, case_id, label)
    _deletes(service)
    with opened(service.folder / "org.toml") as store:
        backup.write(store.database, service.folder / "night.backup")
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, check=True).stdout
    left = {path.name: path.read_bytes() for path in service.folder.rglob("*") if path.is_file()}
    left |= {f"database {number}": content for number, content in enumerate(database())}
    left["arguments"] = running
    assert "night.backup" in left
    assert sum(map(len, left.values())) > 100_000
    assert len(marks.by_path) > 100
    service.end()
    left["printed"] = (service.folder / "printed").read_bytes()
    assert {name: found for name, content in left.items() if (found := finds(content))} == {}


def _archive(words: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"<t>" * 100 + words)
    return held.getvalue()


FORMS = {
    "plain": lambda mark: mark.encode(),
    "utf-16": lambda mark: mark.encode("utf-16"),
    "utf-16-be": lambda mark: mark.encode("utf-16-be"),
    "json": lambda mark: json.dumps({"a": f"x{mark}"}).encode(),
    "html": lambda mark: "".join(f"&#{ord(each)};" for each in mark).encode(),
    "address": lambda mark: quote(f"/a?b={mark}").encode(),
    "hexadecimal": lambda mark: mark.encode().hex().encode(),
    "base64": lambda mark: base64.b64encode(f"before {mark} behind".encode()),
    "base64 of addresses": lambda mark: base64.urlsafe_b64encode(f"??>>{mark}".encode()),
    "archive": lambda mark: _archive(mark.encode()),
    "deflated": lambda mark: gzip.compress(mark.encode() * 10),
}


@pytest.mark.parametrize("form", FORMS)
def it_finds_what_it_looks_for(form):
    """The search itself."""
    mark = Marks().of("a")
    assert finds(b"\0" * 100 + FORMS[form](mark) + b"\0" * 100) == {mark}

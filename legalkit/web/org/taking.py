"""What leaves the store: papers with their manifest, and the case as an encrypted file. Each is logged."""

from starlette.responses import Response

from legalkit.docx import Language as Version
from legalkit.interview import preview, review, switch_language
from legalkit.package import Files
from legalkit.vault.org import cases
from legalkit.vault.org.sessions import Session
from legalkit.vault.sealed import Content, file_name, lock
from legalkit.web import papers
from legalkit.web.org.call import Call, rights_of
from legalkit.web.org.content import case_of, draft_of, with_manifest
from legalkit.web.org.office import Office
from legalkit.web.org.show import page
from legalkit.web.routes import download


def reviewed(call: Call) -> Response:
    """Everything that was answered, what is missing, and what needs checking."""
    with call.work() as work:
        stored, may = cases.view(work, call.named["id"]), rights_of(work)
    draft, day = switch_language(draft_of(stored.content), call.language), call.office.today()
    whole = review(draft, day)
    return page(call, "review", head=stored.head, whole=whole, story=preview(draft, day), may=may)


def choose(call: Call) -> Response:
    """Which papers can be made today."""
    with call.work() as work:
        stored, may = cases.view(work, call.named["id"]), rights_of(work)
    there = papers.offered(case_of(stored.content), call.office.today())
    return page(call, "papers", head=stored.head, there=there, versions=[str(each) for each in Version], may=may)


def make(call: Call) -> Response:
    """The papers that were ticked, as one file."""
    assert call.session is not None  # a page for staff
    files = exported(call.office, call.session, call.named["id"], call.ticked("paper"), call.ticked("version"))
    return download(papers.as_zip(files), "documents.zip", "application/zip")


def exported(office: Office, session: Session, case_id: str, names: list[str], versions: list[str]) -> Files:
    """Papers of a case and their manifest; what cannot be made is not logged as exported.

    Raises:
        InputError: ``E-ORG-NO-CASE``, ``E-ORG-NOT-ALLOWED``; ``E-WEB-PAPERS``; what the papers raise.
    """
    day = office.today()
    with office.work(session) as work:
        stored = cases.export(work, case_id)
        case = case_of(stored.content)
        files = papers.made(case, day, names, versions)
        chosen = names or [each.id for each in papers.offered(case, day)]
        return with_manifest(files, chosen, stored, day)


def as_file(call: Call) -> Response:
    """The case as an encrypted file, which the page at one's own machine opens too."""
    passphrase = call.password("passphrase")
    with call.work() as work:
        stored = cases.export(work, call.named["id"])
    sealed = lock(Content(stored.content["kind"], stored.content["data"]), passphrase)
    return download(sealed, file_name(call.office.today()), "application/octet-stream")

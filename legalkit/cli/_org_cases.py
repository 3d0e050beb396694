"""What the commands of ``legalkit org`` do with cases."""

from pathlib import Path

from legalkit.cli._options import day_of, open_case
from legalkit.cli._org_desk import entered
from legalkit.cli._say import as_json, rows, say
from legalkit.errors import InputError, Problem
from legalkit.package import Package, generate, write
from legalkit.vault.migrations import written
from legalkit.vault.org import cases, people
from legalkit.vault.org.rows import State
from legalkit.vault.org.search import names_in
from legalkit.vault.sealed import CASE
from legalkit.web.org.content import case_of, with_manifest


def add(settings: Path, handle: str, from_stdin: bool, path: Path, label: str) -> None:
    """See ``legalkit org add``; an encrypted file asks for its own passphrase after the password."""
    with entered(settings, handle, from_stdin) as desk:
        case = open_case(path, from_stdin=from_stdin)
        with desk.work() as work:
            head = cases.begin(work, label, {"kind": CASE, "data": written(case)}, names_in(case))
    rows([head.id])


def list_(settings: Path, handle: str, from_stdin: bool, sought: str, json_: bool) -> None:
    """See ``legalkit org list``."""
    with entered(settings, handle, from_stdin) as desk, desk.work() as work:
        found = cases.listed(work, sought)
    if json_:
        as_json([{"id": h.id, "label": h.label, "state": h.state, "touched": h.touched} for h in found])
    else:
        rows(f"{head.id}  [{head.state}]  {head.touched}  {head.label}" for head in found)


def export(settings: Path, handle: str, from_stdin: bool, case_id: str, out: Path) -> None:
    """See ``legalkit org export``."""
    day = day_of(None)
    with entered(settings, handle, from_stdin) as desk, desk.work() as work:
        stored = cases.export(work, case_id)
        made = generate(case_of(stored.content), day)
        files = with_manifest(made.files, made.filings, stored, day)
        # inside the piece of work: what cannot be written is not logged as exported
        write(Package(files, made.filings, made.survey), out)
    say("org.exported", count=len(files), where=str(out))


def hand_over(settings: Path, handle: str, from_stdin: bool, case_id: str, to: str, stay: bool) -> None:
    """See ``legalkit org hand-over``."""
    with entered(settings, handle, from_stdin) as desk, desk.work() as work:
        colleague = people.id_of(work.connection, to)
        if colleague is None:
            raise InputError(Problem("E-ORG-NO-COLLEAGUE"))
        cases.hand_over(work, case_id, colleague, stay=stay)
    say("org.case_changed")


def close(settings: Path, handle: str, from_stdin: bool, case_id: str, reopen: bool) -> None:
    """See ``legalkit org close``."""
    with entered(settings, handle, from_stdin) as desk, desk.work() as work:
        cases.set_state(work, case_id, State.OPEN if reopen else State.CLOSED)
    say("org.case_changed")


def delete(settings: Path, handle: str, from_stdin: bool, case_id: str) -> None:
    """See ``legalkit org delete``."""
    with entered(settings, handle, from_stdin) as desk:
        with desk.work() as work:
            cases.remove(work, case_id)
        desk.store.database.forget()
    say("org.purged", count=1)

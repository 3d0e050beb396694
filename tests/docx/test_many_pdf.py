import pytest

from legalkit.docx import Language, many_pdf, pdf, render
from legalkit.docx.many_pdf import to_pdfs
from legalkit.errors import Problem, ToolError
from tests.docx import build
from tests.docx.test_compiled import PROPERTIES


def _failing(bad: set[bytes], runs: list[int]):
    """A LibreOffice that cannot read some documents, and says which by their numbers."""

    def one_run(contents):
        runs.append(len(contents))
        wrong = [number for number, content in enumerate(contents, start=1) if content in bad]
        if wrong:
            raise ToolError([Problem("E-PDF-FAILED", f"documents[{n - 1}]", {"number": n}) for n in wrong])
        return [b"%PDF " + content for content in contents]

    return one_run


def it_makes_all_documents_in_few_runs(monkeypatch):
    runs: list[int] = []
    monkeypatch.setattr(many_pdf, "_one_run", _failing(set(), runs))
    made = to_pdfs({**{f"{n}.docx": b"%d" % n for n in range(50)}, "exhibits.json": b"{}"})
    assert runs == [40, 10]
    assert made == {f"{n}.docx": b"%%PDF %d" % n for n in range(50)}


def it_names_the_document_that_fails_and_makes_the_others(monkeypatch):
    monkeypatch.setattr(many_pdf, "_one_run", _failing({b"2"}, []))
    made = to_pdfs({f"x/{n}.docx": b"%d" % n for n in range(4)})
    assert made["x/2.docx"] == Problem("E-PDF-FAILED", "x/2.docx", {"number": 1})
    assert [name for name, found in made.items() if isinstance(found, bytes)] == ["x/0.docx", "x/1.docx", "x/3.docx"]


def it_tries_each_alone_when_a_run_hangs(monkeypatch):
    def one_run(contents):
        if b"1" in contents:
            raise ToolError(Problem("E-PDF-TIMEOUT", params={"seconds": 9}))
        return [b"%PDF" for _ in contents]

    monkeypatch.setattr(many_pdf, "_one_run", one_run)
    made = to_pdfs({f"{n}.docx": b"%d" % n for n in range(3)})
    assert [getattr(found, "code", "made") for found in made.values()] == ["made", "E-PDF-TIMEOUT", "made"]


def it_says_so_when_there_is_no_libreoffice(monkeypatch):
    def none():
        raise ToolError(Problem("E-PDF-NO-OFFICE"))

    monkeypatch.setattr(pdf, "find_office", none)
    with pytest.raises(ToolError, match="E-PDF-NO-OFFICE"):
        to_pdfs({"a.docx": b"", "b.docx": b""})


@pytest.mark.render
def it_makes_real_pdf_of_real_documents_and_names_a_broken_one():
    good = render(build.to_bytes(build.sound()), Language.KO, build.context(), PROPERTIES)
    made = to_pdfs({"a/x.docx": good, "b/x.docx": b"PK\x03\x04 no document", "c/x.docx": good})
    assert made["a/x.docx"].startswith(b"%PDF") and made["c/x.docx"].startswith(b"%PDF")
    assert made["b/x.docx"].code == "E-PDF-FAILED"

"""Each person of the examples walks from the first page to her papers, in a browser, in both languages."""

import io
import zipfile
from functools import cache
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner

from legalkit.cli import commands
from legalkit.interview import to_case
from legalkit.vault.case_file import load, save
from tests.interview.story import Story
from tests.web.serving import DAY
from tests.web.telling import Teller, beside

pytestmark = pytest.mark.browser
EXAMPLES = Path(__file__).parents[3] / "legalkit" / "examples"
PEOPLE = ("seoyeon", "yujin", "hana", "kelly", "mirae")
STORIES = [(who, language) for who in PEOPLE for language in ("ko", "en")]
QUICK = ("kelly", "en")
"""The story that is walked every time."""


@cache
def told(who, language):
    """Her story, told; in Korean with all that only the review leads to."""
    story = Story(load(EXAMPLES / f"{who}.yaml"), language).walk()
    draft = (story.review() if language == "ko" else story).draft
    for place, each in enumerate(draft.read("exhibits") or ()):
        # the page makes one exhibit of each file, and says itself what computed the sum
        files = [{name: part for name, part in file.items() if name != "tool"} for file in each.get("files", [])[:1]]
        draft = draft.put(f"exhibits[{place}].files", files or None)
    return draft


def _orderless(answers):
    """Answers with what was ticked in a fixed order: she may tick in any."""
    if isinstance(answers, dict):
        return {name: _orderless(each) for name, each in answers.items()}
    if isinstance(answers, list):
        ticked = all(isinstance(each, str) for each in answers)
        return sorted(answers) if ticked else [_orderless(each) for each in answers]
    return answers


def _generated(case, folder):
    """What the command makes of the same answers: each file under the name the page gives it."""
    save(case, folder / "case.yaml")
    out = folder / "package"
    run = CliRunner().invoke(
        commands, ["generate", str(folder / "case.yaml"), "--out", str(out), "--as-of", DAY.isoformat()]
    )
    assert run.exit_code == 0, run.output
    made = {}
    for each in out.rglob("*.docx"):
        number, _, rest = each.stem.partition("-")
        made[f"document-{number}-{rest.rpartition('-')[2]}.docx"] = each.read_bytes()
    return made


@pytest.mark.parametrize(
    ("who", "language"), [pytest.param(*each, marks=() if each == QUICK else pytest.mark.long) for each in STORIES]
)
def it_leads_from_the_first_page_to_the_same_papers_as_the_command(visit, who, language, tmp_path):
    her = visit(language, accept_downloads=True)
    story = told(who, language)
    walk = Teller(her, story).walk().change(beside(story) if language == "ko" else [])
    her.go("documents")
    draft = her.house.app.desk.draft(her.seat)
    assert _orderless(draft.answers) == _orderless(story.answers)
    with her.page.expect_download() as caught:
        her.page.click("#zip")
    with zipfile.ZipFile(io.BytesIO(Path(caught.value.path()).read_bytes())) as archive:
        got = {name: archive.read(name) for name in archive.namelist()}
    assert got == _generated(to_case(draft), tmp_path)
    assert her.errors == []
    assert her.outside() == []
    assert len(set(walk.pages)) >= 25
    assert PurePosixPath(caught.value.suggested_filename).name == "documents.zip"

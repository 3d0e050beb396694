"""What holds for every request paper: it renders whatever is unknown, and tells nobody where she is."""

import io
import re
import zipfile

import pytest
from hypothesis import given

from legalkit.case import read_case, value
from legalkit.docx import leftover, texts
from legalkit.filings import all_filings, hits, mask, masked
from legalkit.filings._asking import receiver
from tests.filings import papers
from tests.filings.requests import (
    DAY,
    REQUESTS,
    by_an_agent,
    changed,
    data,
    document,
    said,
    status,
)
from tests.support.cases import cases
from tests.support.validators import every_problem, fallback_fonts, pdf_of

LANGUAGES = ("ko", "en", "bilingual")
_SETS = {
    "nothing": {"id": "case-1", "reporter": {"role": "self"}},
    "one act": {"id": "case-1", "reporter": {"role": "self"}, "incidents": [{"id": "a", "act": "spread"}]},
    "guardian": {"id": "case-1", "reporter": {"role": "legal_representative"}, "accused": [{"id": "x"}]},
}


def _silent(found, word):
    """The same case with this said instead of every answer that may be so."""
    if isinstance(found, dict):
        return {key: _silenced(key, each, word) for key, each in found.items()}
    return [_silent(each, word) for each in found] if isinstance(found, list) else found


_KEPT = frozenset(
    ("id", "act", "role", "part_of", "kind", "person", "urls", "exhibits", "medium", "language", "mandate", "handle")
) | {"provisions", "offence", "number"}
_DEEPER = frozenset(
    ("victim", "accused", "incidents", "reporter", "wishes", "companion", "relief", "stalking", "safety", "contact")
) | {"offices", "reports", "relation", "entries", "knowing", "accounts"}


def _silenced(key, each, word):
    if key in _DEEPER and isinstance(each, dict | list):
        return _silent(each, word)
    if key in _KEPT or isinstance(each, list):
        return each
    return word


@pytest.mark.parametrize("filing", REQUESTS)
@pytest.mark.parametrize("language", LANGUAGES)
class DescribeEveryRequest:
    @pytest.mark.parametrize("word", ["unknown", "declined"])
    def it_renders_where_every_answer_is_unknown_or_declined(self, filing, language, word):
        found = _silent(data(), word)
        found["victim"].pop("alias"), found["wishes"]["companion"].pop("alias")
        assert leftover(document(read_case(found), filing, language)) == []

    @pytest.mark.parametrize("asked", _SETS)
    def it_renders_where_hardly_anything_was_asked(self, filing, language, asked):
        assert leftover(document(read_case(_SETS[asked]), filing, language)) == []

    def it_keeps_name_address_and_contacts_out(self, filing, language):
        """Traps 10 and 12: in alias mode no real name of her side, and never an address or a number of hers."""
        case = read_case(data())
        text = "\n".join(texts(document(case, filing, language)))
        assert not hits(text, case)
        for secret in ("BELLWEATHER", "벨웨더", "DALGLEISH", "Baram", "010-0000-7031", "nora@mail", "7032", "Noeul"):
            assert secret not in text

    def it_embeds_no_picture(self, filing, language):
        """Trap 11."""
        with zipfile.ZipFile(io.BytesIO(document(read_case(data()), filing, language))) as archive:
            assert [name for name in archive.namelist() if "media" in name] == []

    def it_says_on_every_english_page_that_it_is_not_for_filing(self, filing, language):
        """Trap 14."""
        with zipfile.ZipFile(io.BytesIO(document(read_case(data()), filing, language))) as archive:
            headers = [archive.read(name).decode() for name in archive.namelist() if "header" in name]
        assert headers
        assert all(("not for filing" in header) is (language != "ko") for header in headers)


@pytest.mark.parametrize("filing", REQUESTS)
@pytest.mark.parametrize("agent", [False, True], ids=["herself", "by an agent"])
def it_says_no_english_word_in_korean(filing, agent):
    found = by_an_agent(data()) if agent else data()
    text = said(read_case(found), filing)
    allowed = (r"https?://\S+", r"\"[^\"]*\"", r"'[^']*'", r"\w+@\w+\.example", "@not_nora_00", "OWEN TARRANTS")
    for each in (*allowed, "photos.example", "UTC", "URL", "ko-KR"):
        text = re.sub(each, "", text)
    assert re.findall(r"[A-Za-z]{2,}", text) == []


@pytest.mark.parametrize("filing", REQUESTS)
def it_says_no_korean_word_in_english(filing):
    text = said(read_case(data()), filing, "en")
    assert re.findall(r"[가-힣]+", re.sub("청주흥덕경찰서", "", text)) == []


_CASES = {
    "herself": data(),
    "by an agent": by_an_agent(data()),
    "a mother": data("seoyeon"),
    "persons unknown": data("mirae"),
    "seventeen posts": data("yujin"),
}


@pytest.mark.parametrize("name", _CASES)
@pytest.mark.parametrize("filing", REQUESTS)
def it_declares_every_answer_that_changes_it(filing, name):
    case = read_case(_CASES[name])
    if status(case, filing) != "closed":
        papers.assert_reads_what_it_says(all_filings()[filing], case)


@pytest.mark.parametrize("filing", REQUESTS)
def it_declares_only_paths_of_the_case(filing):
    from legalkit.case import case_schema

    schema = case_schema()
    assert [path for path in all_filings()[filing].reads if not _stands(schema, schema, path.replace("[]", ""))] == []


def _stands(schema, node, path):
    for step in path.split("."):
        node = _opened(schema, node).get("properties", {}).get(step)
        if node is None:
            return False
    return True


def _opened(schema, node):
    while True:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
        elif "anyOf" in node:
            node = next(each for each in node["anyOf"] if each.get("type") != "null" and "enum" not in each)
        elif node.get("type") == "array":
            node = node["items"]
        else:
            return node


@given(case=cases())
def it_can_be_made_of_any_case_there_is(case):
    for filing in REQUESTS:
        found = all_filings()[filing]
        assert found.gate(case, DAY).reason
        assert not masking_leaks(mask(dict(found.content(masked(case), DAY)), case), case)


def masking_leaks(content, case):
    """Numbers and addresses of hers that are left in what a template gets."""
    secrets = [value(case.contact.email), value(case.victim.email)]
    text = repr(content)
    return [secret for secret in secrets if secret and len(secret) > 8 and secret in text]


class DescribeTheAddressee:
    FILING = "stalking_measures_request"

    def _case(self, **offices):
        return changed(lambda found: found["offices"].update(offices))

    def it_is_the_police_while_they_investigate(self):
        assert receiver(self._case(), DAY, self.FILING).ko == "청주흥덕경찰서"

    def it_is_the_prosecutor_once_the_case_went_there(self):
        case = self._case(prosecution={"name": "청주지방공소청"})
        assert receiver(case, DAY, self.FILING).ko == "청주지방공소청 검사"

    def but_it_stays_the_police_for_what_only_they_may_order(self):
        case = self._case(prosecution={"name": "청주지방공소청"})
        assert receiver(case, DAY, "stalking_emergency_request").ko == "청주흥덕경찰서"

    @pytest.mark.parametrize(
        ("day", "name"), [("2026-10-01", "청주지방검찰청 검사"), ("2026-10-02", "청주지방공소청 검사")]
    )
    def it_bears_the_name_of_the_day(self, day, name):
        case = self._case(prosecution={"name": "청주지방검찰청"})
        assert receiver(case, DAY.fromisoformat(day), self.FILING).ko == name

    def it_is_a_blank_where_none_was_chosen(self):
        assert receiver(self._case(police="unknown"), DAY, self.FILING).ko == "○○경찰서"


@pytest.mark.render
def it_makes_files_that_every_judge_accepts(tmp_path):
    case = read_case(by_an_agent(data()))
    files = [tmp_path / f"{filing}-{language}.docx" for filing in REQUESTS for language in LANGUAGES]
    for file in files:
        filing, _, language = file.stem.rpartition("-")
        file.write_bytes(document(case, filing, language))
        assert every_problem(file) == [], file.stem
    for pdf in pdf_of(files, tmp_path):
        assert fallback_fonts(pdf) == []


def it_is_open_in_every_paper_for_the_case_of_these_tests():
    case = read_case(by_an_agent(data()))
    assert {filing: status(case, filing) for filing in REQUESTS} == dict.fromkeys(REQUESTS, "open")

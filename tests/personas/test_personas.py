"""Five people, each from the answers to the papers: what opens, what is said, and what is never said."""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from legalkit.case import Case
from legalkit.filings import all_filings
from legalkit.vault.case_file import load

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "legalkit" / "examples"
NAMES = ("hana", "kelly", "mirae", "seoyeon", "yujin")
LANGUAGES = ("ko", "en")
FILINGS = {
    "complaint", "evidence_index", "alias_request", "confidential_sheet", "next_steps", "family_protection_order",
    "sealed_submission_request", "capture_guide",
    "stalking_measures_request", "stalking_emergency_request", "stalking_protection_order", "injunction",
    "civil_privacy_request", "safety_measures_request", "state_lawyer_request", "trusted_person_request",
    "power_of_attorney", "deletion_support_request", "illegal_content_report",
}  # fmt: skip
WITHOUT_PAPER = FILINGS - set(all_filings()) - {"stalking_protection_order"}
"""Filings whose paper does not exist: each is told as unavailable."""
LANGUAGE_TAG = "ko-KR"
"""Stands in the properties of a Korean document."""
STATUSES = frozenset({"open", "closed", "unknown", "unavailable"})
TURNS = ("2026-12-10", "2027-02-05", "2027-04-21", "2027-04-22")
EVES = {"2026-12-09": "", "2027-02-04": "2026-12-10"}
"""The day before a change of law, and the day whose expectations still hold on it; empty for the persona's own day."""
_FILE = re.compile(r"\d{2}-(?P<filing>[a-z_]+)-(?P<language>ko|en)\.docx")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")


@lru_cache
def expected(name: str) -> dict[str, Any]:
    return yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


@lru_cache
def case_of(name: str) -> Case:
    return load(EXAMPLES / f"{expected(name)['case']}.yaml")


def day_of(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def line_of(entry: str | dict[str, str]) -> str:
    return entry["line"] if isinstance(entry, dict) else entry


def lines(name: str, where: str, language: str, kind: str) -> list[str]:
    """The lines of ``everywhere``, ``outside_confidential`` or of one document."""
    own = expected(name)
    block = own.get(where) or own["documents"].get(where, {})
    return [line_of(entry) for entry in block.get(language, {}).get(kind, [])]


def fold(text: str) -> str:
    """One space for any run of spaces and breaks; characters without width dropped."""
    seen = "".join(c for c in unicodedata.normalize("NFC", text) if c not in "\u200b\u2060\ufeff\u00ad")
    return " ".join(seen.split())


def stands_in(line: str, text: str) -> bool:
    """Whether a line stands in a text; a line that begins or ends with a Latin letter does so as whole words."""
    line = fold(line)
    left = r"(?<![A-Za-z])" if line[0].isascii() and line[0].isalpha() else ""
    right = r"(?![A-Za-z])" if line[-1].isascii() and line[-1].isalpha() else ""
    return bool(re.search(left + re.escape(line) + right, text, re.IGNORECASE))


@lru_cache
def package(name: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Folder and folded text of every Word file of a persona's package, by filing and language."""
    from legalkit.docx import texts
    from legalkit.package import generate

    found = {}
    for path, content in generate(case_of(name), day_of(expected(name)["day"]), LANGUAGES).files.items():
        file = _FILE.fullmatch(PurePosixPath(path).name)
        if file:
            said = texts(content)
            text = fold(said if isinstance(said, str) else "\n".join(said))
            found[file["filing"], file["language"]] = (PurePosixPath(path).parts[0], text)
    return found


def statuses(name: str, day: str) -> dict[str, str]:
    from legalkit.filings import survey

    found = survey(case_of(name), day_of(day))
    return {filing.id: str(getattr(filing.status, "value", filing.status)) for filing in found}


def expected_statuses(name: str, day: str) -> dict[str, str]:
    own = expected(name)
    changed = {} if day == own["day"] else own["days"][day]
    stands = {filing: gate["is"] for filing, gate in {**own["filings"], **changed}.items()}
    return stands | dict.fromkeys(WITHOUT_PAPER, "unavailable")


def _documents() -> Iterator[Any]:
    for name in NAMES:
        for document, languages in expected(name)["documents"].items():
            for language in languages if document not in WITHOUT_PAPER else ():
                yield pytest.param(name, document, language, id=f"{name}-{document}-{language}")


def _days() -> Iterator[Any]:
    for name in NAMES:
        for day in (expected(name)["day"], *expected(name)["days"]):
            yield pytest.param(name, day, id=f"{name}-{day}")


DOCUMENTS = list(_documents())
DAYS = list(_days())


class DescribeWhatIsExpected:
    @pytest.mark.parametrize("name", NAMES)
    def it_names_a_case_a_day_and_a_sentence(self, name):
        own = expected(name)
        assert set(own) <= {"name", "case", "day", "filings", "days", "latin_words_in_korean", "everywhere",
                            "outside_confidential", "documents"}  # fmt: skip
        assert len(own["name"].split()) > 5
        assert case_of(name).incidents

    @pytest.mark.parametrize("name", NAMES)
    def it_says_of_each_filing_how_it_stands_and_why(self, name):
        own = expected(name)
        assert set(own["filings"]) == FILINGS
        assert set(own["days"]) == set(TURNS)
        for gates in (own["filings"], *own["days"].values()):
            assert set(gates) <= FILINGS
            assert all(set(gate) == {"is", "because"} and gate["is"] in STATUSES for gate in gates.values())

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("name", NAMES)
    def it_has_enough_lines_that_must_and_must_not_stand(self, name, language):
        own = expected(name)
        places = ["everywhere", "outside_confidential", *own["documents"]]
        counted = {k: sum(len(lines(name, place, language, k)) for place in places) for k in ("must", "must_not")}
        assert counted["must"] >= 15
        assert counted["must_not"] >= 10

    @pytest.mark.parametrize("name", NAMES)
    def it_writes_a_line_as_text_or_with_its_reason(self, name):
        own = expected(name)
        blocks = [own["everywhere"], own["outside_confidential"], *own["documents"].values()]
        for language in (language for block in blocks for language in block.values()):
            assert set(language) <= {"must", "must_not"}
            entries = [entry for kind in language.values() for entry in kind]
            assert all(isinstance(entry, str) or set(entry) == {"line", "because"} for entry in entries)
            assert all(fold(line_of(entry)) for entry in entries)

    @pytest.mark.parametrize("name", NAMES)
    def it_speaks_only_of_papers_that_are_open(self, name):
        own = expected(name)
        opened = {filing for filing, gate in own["filings"].items() if gate["is"] == "open"}
        assert set(own["documents"]) <= opened

    @pytest.mark.parametrize("name", NAMES)
    def it_forbids_no_line_that_it_asks_for(self, name):
        for document in expected(name)["documents"]:
            for language in LANGUAGES:
                said = [fold(line) for line in lines(name, document, language, "must")]
                for place in (document, "everywhere"):
                    forbidden = lines(name, place, language, "must_not")
                    assert [line for line in forbidden for must in said if stands_in(line, must)] == []


class DescribeThePackage:
    @pytest.mark.parametrize(("name", "day"), DAYS)
    def it_opens_what_the_law_opens(self, name, day):
        found, wanted = statuses(name, day), expected_statuses(name, day)
        assert {filing: found.get(filing) for filing in wanted} == wanted

    @pytest.mark.parametrize("eve", EVES)
    @pytest.mark.parametrize("name", NAMES)
    def and_it_opens_the_same_on_the_eve_of_a_change(self, name, eve):
        wanted = expected_statuses(name, EVES[eve] or expected(name)["day"])
        found = statuses(name, eve)
        assert {filing: found.get(filing) for filing in wanted} == wanted

    @pytest.mark.parametrize("name", NAMES)
    def it_holds_the_open_papers_that_were_chosen_and_no_other(self, name):
        gates = expected_statuses(name, expected(name)["day"])
        chosen = set(case_of(name).filings) or {filing for filing, status in gates.items() if status == "open"}
        assert set(package(name)) == {(filing, language) for filing in chosen for language in LANGUAGES}

    @pytest.mark.parametrize(("name", "document", "language"), DOCUMENTS)
    def it_says_what_must_be_said(self, name, document, language):
        _, text = package(name)[document, language]
        missing = [line for line in lines(name, document, language, "must") if not stands_in(line, text)]
        assert missing == [], "not said"

    @pytest.mark.parametrize(("name", "document", "language"), DOCUMENTS)
    def but_it_never_says_what_must_not_be_said(self, name, document, language):
        _, text = package(name)[document, language]
        own = _QUOTED.sub("", text) if language == "ko" else text
        found = lines(name, document, language, "must_not")
        # English that she wrote herself stands in a Korean paper as a marked quotation
        said = [line for line in found if stands_in(line, own if line.isascii() else text)]
        assert said == [], "said"

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("name", NAMES)
    def but_it_never_says_anywhere_what_blames_or_is_out_of_date(self, name, language):
        said = [
            (document, line)
            for (document, spoken), (_, text) in package(name).items() if spoken == language
            for line in lines(name, "everywhere", language, "must_not") if stands_in(line, text)
        ]  # fmt: skip
        assert said == []

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("name", NAMES)
    def but_it_keeps_to_the_confidential_sheet_what_would_find_her(self, name, language):
        said = [
            (document, line)
            for (document, spoken), (folder, text) in package(name).items()
            if spoken == language and folder != "2-confidential"
            for line in lines(name, "outside_confidential", language, "must_not") if stands_in(line, text)
        ]  # fmt: skip
        assert said == []

    @pytest.mark.parametrize("name", [name for name in NAMES if "latin_words_in_korean" in expected(name)])
    def it_says_no_english_word_in_korean(self, name):
        for document, allowed in expected(name)["latin_words_in_korean"].items():
            _, text = package(name)[document, "ko"]
            spoken = _QUOTED.sub("", text).replace(LANGUAGE_TAG, "")
            assert set(_LATIN_WORD.findall(spoken)) <= set(allowed)

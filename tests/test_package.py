"""A package: whole or not at all, the same for the same case, in every language, and nothing in it that finds her."""

import datetime
import re
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalkit.case import Case, plain, read_case
from legalkit.docx import Language, leftover, texts
from legalkit.errors import FileError, FilingError
from legalkit.filings import Status, all_filings, survey
from legalkit.language import problem_text
from legalkit.package import Package, generate, write, write_zip, zipped
from legalkit.vault import disk
from tests.support.cases import cases
from tests.support.names import PERSONAS, persona

DAY = datetime.date(2026, 11, 22)
CORE = ("alias_request", "complaint", "evidence_index", "confidential_sheet", "next_steps")
SLOW = settings(max_examples=12)
_HANGUL = re.compile("[가-힣]+")


def _open(case: Case, names: tuple[str, ...] = CORE) -> list[str]:
    return [each.id for each in survey(case, DAY) if each.status is Status.OPEN and each.id in names]


def _made(case: Case, languages=("ko", "en", "bilingual"), names: tuple[str, ...] = CORE) -> dict[str, bytes]:
    return generate(case, DAY, languages, _open(case, names)).files


def _said(content: bytes) -> str:
    return "\n".join(texts(content))


def _simple(**more) -> Case:
    incident = {"id": "i", "act": "filming", "actor": "unknown", "when": "2026-03-01"}
    return read_case({"id": "case-1", "reporter": {"role": "self"}, "incidents": [incident], **more})


class DescribeAnyCase:
    @SLOW
    @given(cases())
    def it_renders_every_open_filing_in_every_language(self, case):
        made = generate(case.model_copy(update={"filings": ()}), DAY)
        assert set(made.filings) == {each.id for each in made.survey if each.status is Status.OPEN}
        assert len(made.files) == 3 * len(made.filings)

    @SLOW
    @given(cases())
    def it_gives_the_same_bytes_for_the_same_case(self, case):
        copy = read_case(plain(case))
        assert _made(case) == _made(copy)

    @pytest.mark.parametrize("answer", ["unknown", "declined"])
    def it_renders_where_every_answer_is(self, answer):
        for act in ("fake", "hidden_camera", "threat", "rape", "messages"):
            case = _all_answered(answer, act)
            for path, content in generate(case, DAY).files.items():
                said = _said(content)
                assert "declined" not in said, path
                assert "NoAnswer" not in said, path
                if path.endswith("-ko.docx"):
                    assert "unknown" not in said, path

    def it_prints_nothing_in_a_sentence_where_she_declined(self):
        declined = _said(_made(_all_answered("declined", "fake"))["1-hand-in/01-complaint-ko.docx"])
        assert "불상" not in declined.replace("불상경", "")
        assert "일시불상경" not in declined


def _all_answered(answer: str, act: str) -> Case:
    """A case in which everything that may be was answered so."""
    empty = _simple(accused=[{"id": "a"}])
    incident = _answers(empty.incidents[0], answer) | {"id": "i", "act": act}
    data = {"id": "case-1", "reporter": {"role": "self"}, "incidents": [incident]}
    data["accused"] = [_answers(empty.accused[0], answer) | {"id": "a"}]
    for part in ("victim", "related", "wishes", "offices", "contact", "service"):
        data[part] = _answers(getattr(empty, part), answer)
    return read_case(data)


def _answers(part, answer: str) -> dict[str, str]:
    fields = type(part).model_fields
    return {
        name: answer for name, field in fields.items() if field.default is None and "NoAnswer" in str(field.annotation)
    }


class DescribeHostileText:
    TEXTS = (
        'A&B <x> > "q"', "{{ jinja }}", "{% x %}", "{_{", "{# #}", "]]>", "<w:t>", "${x}", "%(name)s", "🙂👩‍👧",
        "각", "가나 다라", "עברית", "=1+1",
    )  # fmt: skip

    @pytest.mark.parametrize("text", TEXTS)
    def it_arrives_as_written(self, text):
        told = {"own_words": [text], "accused": [{"id": "a", "name": {"passport": text}}]}
        for path, content in _made(_simple(**told), names=("complaint",)).items():
            if "complaint" in path:
                assert _said(content).count(unicodedata.normalize("NFC", text)) >= 2, path

    def it_is_never_cut(self):
        long = "가나다라마바사아자차" * 1_000
        for path, content in _made(_simple(own_words=[long]), names=("complaint",)).items():
            if "complaint" in path:
                assert long in _said(content), path

    def it_is_composed_letters_in_the_end(self):
        apart = unicodedata.normalize("NFD", "한글 이름")
        assert "한글 이름" in _said(_made(_simple(own_words=[apart]))["1-hand-in/01-complaint-ko.docx"])

    @SLOW
    @given(cases())
    def it_leaves_no_tag_of_a_template(self, case):
        written = str(plain(case))
        if not any(brace in written for brace in ("{{", "{%", "{#", "}}", "%}", "#}")):
            assert {path: found for path, content in _made(case).items() if (found := leftover(content))} == {}


class DescribeOneLanguageAlone:
    def it_says_no_english_word_in_the_korean_papers_of_an_english_case(self):
        case = persona("kelly")
        names = {"KELLY", "ANNE", "THISTLEBY", "MORGAN", "ABEL", "FERNSBY", "IMG", "HEIC", "SHA", "KST", "ko", "KR"}
        names |= {"image", "heic", "URL", "kelly", "mail", "example", "TZ", "docx", "legalkit", "hash", "wasm"}
        for path, content in _made(case, ["ko"]).items():
            own = re.sub(r"[\"“][^\"“”]*[\"”]", "", _said(content))
            words = {word for word in re.findall("[A-Za-z]{2,}", own) if not re.fullmatch("[0-9a-f]+", word)}
            files = {word for name in all_filings() for word in name.split("_")}
            assert words - names - files == set(), path

    @pytest.mark.parametrize("name", PERSONAS)
    def it_says_no_korean_word_in_the_english_papers(self, name):
        case = persona(name)
        written = " ".join(re.findall("[가-힣]+", str(plain(case))))
        for path, content in _made(case, ["en"]).items():
            words = set(_HANGUL.findall(_said(content)))
            assert {word for word in words if word not in written} <= {"고발"}, path


class DescribeAliasMode:
    HERS = {
        "name": {"hangul": "심서연", "romanised": "Sim Seo-yeon", "passport": "SIM SEOYEON"},
        "alias": {"hangul": "은별", "romanised": "Eun-byeol"}, "phone": "010-0000-1234", "email": "seo@mail.example",
        "address": {"text": "대전광역시 ○○구 보문로 100, 101동 202호"}, "occupation": "가나상사 직원",
        "birth": "2001-05-20",
    }  # fmt: skip
    SECRETS = ("심서연", "심 서연", "Sim Seo-yeon", "SIM SEOYEON", "sim_seo_yeon", "Seoyeon", "010-0000-1234",
               "01000001234",
               "seo@mail.example", "보문로 100", "보문로100")  # fmt: skip

    @SLOW
    @given(cases(), st.sampled_from(SECRETS))
    def it_lets_nothing_out_of_the_confidential_sheet(self, case, secret):
        data = plain(case)
        data["victim"], data["wishes"] = self.HERS, {**data.get("wishes", {}), "alias": True}
        data["contact"], data["relatives"], data["filings"] = {"phone": "010-0000-1234"}, [], []
        data["wishes"].pop("companion", None)
        data["own_words"] = [f"그날 {secret} 라고 적혀 있었습니다"]
        data["incidents"] = [_telling(secret)]
        data["exhibits"] = [_showing(secret)]
        data["provisions"] = []
        files = generate(read_case(data), DAY).files
        for path, content in files.items():
            if not path.startswith("2-confidential"):
                for part in (_said(content), *_members(content), path):
                    found = [each for each in (*self.SECRETS, "가나상사", "2001. 5. 20") if each in _spaces(part)]
                    assert found == [], path

    def but_it_says_everything_on_the_sheet(self):
        case = _simple(victim=self.HERS, wishes={"alias": True}, contact={"phone": "010-0000-1234"})
        said = _spaces(_said(_made(case)["2-confidential/03-confidential_sheet-ko.docx"]))
        for secret in ("심서연", "은별(가명)", "010-0000-1234", "보문로 100", "가나상사", "2001. 5. 20."):
            assert secret in said

    def it_lists_on_the_sheet_what_was_masked(self):
        case = _simple(victim=self.HERS, wishes={"alias": True}, exhibits=[_showing("seoyeon")])
        said = _said(_made(case)["2-confidential/04-confidential_sheet-ko.docx"])
        assert "https://x.example/○○" in said
        assert "https://x.example/seoyeon" in said
        assert "seoyeon.png" in said

    @pytest.mark.parametrize("alias", [True, False])
    def it_keeps_address_and_contacts_out_of_every_other_paper(self, alias):
        case = _simple(victim=self.HERS, wishes={"alias": alias}, own_words=["보문로 100 앞, 01000001234"])
        for path, content in generate(case, DAY).files.items():
            if not path.startswith("2-confidential"):
                said = _spaces(_said(content))
                assert not [s for s in ("보문로", "0000-1234", "01000001234", "seo@mail", "가나상사") if s in said], (
                    path
                )


def _telling(secret: str) -> dict:
    mark = secret.replace(" ", "_")
    return {
        "id": "i", "act": "threat", "quote": f"{secret} 각오해",
        "online": {"medium": "telegram", "account": f"@{mark}"},
        "urls": [f"https://x.example/{mark}"], "entries": [{"note": f"{secret} 글", "urls": [f"https://y.example/{mark}"]}],
        "knowing": {"how": "concluded", "reason_words": f"{secret} 때문"},
    }  # fmt: skip


def _showing(secret: str) -> dict:
    mark = secret.replace(" ", "_")
    file = {"name": f"{mark}.png", "size": 1, "sha256": "0" * 64}
    told = {"title": f"{secret} 화면", "note": secret, "fact": secret}
    return {"id": "e", "kind": "screenshot", "url": f"https://x.example/{mark}", "files": [file], **told}


def _members(document: bytes) -> list[str]:
    """Every part of a Word file as text, properties too."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return [archive.read(name).decode("utf-8", "ignore") for name in archive.namelist()]


def _spaces(text: str) -> str:
    return text.replace("\u00a0", " ")


class DescribeItsFiles:
    def it_lays_papers_in_three_folders_and_numbers_them(self):
        assert list(_made(_simple(), ["ko"])) == [
            "1-hand-in/01-complaint-ko.docx",
            "2-confidential/02-confidential_sheet-ko.docx",
            "3-for-you/03-next_steps-ko.docx",
        ]

    @pytest.mark.parametrize("name", PERSONAS)
    def it_names_no_person(self, name):
        for path in _made(persona(name)):
            file = PurePosixPath(path)
            assert re.fullmatch(r"\d\d-[a-z_]+-(ko|en|bilingual)\.docx", file.name)
            assert file.parts[0] in ("1-hand-in", "2-confidential", "3-for-you")

    def it_says_of_itself_no_author_and_no_machine(self):
        for content in _made(persona("yujin")).values():
            properties = "".join(
                part for part in _members(content) if "coreProperties" in part or "Application" in part
            )
            assert not re.search(r"creator|lastModifiedBy|<Company|강유진|Kang", properties)


class DescribeWhatIsMade:
    def it_makes_all_open_papers_by_default(self):
        made = generate(_simple(), DAY, ["ko"])
        assert set(made.filings) == {each.id for each in made.survey if each.status is Status.OPEN}

    def it_makes_those_the_case_chose(self):
        made = generate(_simple(filings=["complaint"], exhibits=[{"id": "e", "kind": "log"}]), DAY, ["ko"])
        assert "complaint" in made.filings
        assert "evidence_index" not in made.filings
        assert "confidential_sheet" in made.filings

    def it_makes_those_that_were_asked_for_instead(self):
        case = _simple(filings=["complaint"], exhibits=[{"id": "e", "kind": "log"}])
        made = generate(case, DAY, ["ko"], ["evidence_index"])
        assert "complaint" not in made.filings

    def it_makes_the_languages_that_were_asked_for(self):
        assert {path.rpartition("-")[2] for path in _made(_simple(), [Language.EN])} == {"en.docx"}


class DescribeARefusal:
    def _problems(self, wanted, case=None):
        with pytest.raises(FilingError) as caught:
            generate(case or _simple(wishes={"alias": False}), DAY, ["ko"], wanted)
        return {(problem.code, problem.params.get("filing")): problem for problem in caught.value.problems}

    def it_names_all_that_cannot_be_made_at_once(self):
        wanted = ["alias_request", "evidence_index", "stalking_protection_order", "no_such_paper", "complaint"]
        found = self._problems(wanted)
        assert set(found) == {
            ("E-FILING-CLOSED", "alias_request"),
            ("E-FILING-UNDECIDED", "evidence_index"),
            ("E-FILING-CLOSED", "stalking_protection_order"),
            ("E-FILING-UNKNOWN", None),
        }

    def it_says_what_is_open_instead_and_which_answers_would_tell(self):
        found = self._problems(["alias_request", "evidence_index"])
        assert "complaint" in found["E-FILING-CLOSED", "alias_request"].params["open"]
        assert found["E-FILING-UNDECIDED", "evidence_index"].params["missing"] == ["exhibits[].title"]

    def it_says_what_to_do_where_there_is_no_paper_yet(self):
        found = next(each for each in survey(_simple(), DAY) if each.status is Status.UNAVAILABLE)
        problem = self._problems([found.id])["E-FILING-UNAVAILABLE", found.id]
        assert problem.params["instead"] == found.instead

    @pytest.mark.parametrize("language", ["ko", "en"])
    def it_is_said_in_words(self, language):
        wanted = ["alias_request", "evidence_index", "compensation_order", "no_such_paper"]
        for problem in self._problems(wanted).values():
            said = problem_text(problem, language)
            assert said != problem.code
            assert "%(" not in said

    def it_repeats_no_name_that_was_typed(self):
        (problem,) = self._problems(["심서연"]).values()
        assert "심서연" not in str(problem.params)


class DescribeWriting:
    @pytest.fixture
    def package(self) -> Package:
        return generate(_simple(), DAY, ["ko"], ["complaint"])

    @pytest.mark.parametrize("place", ["out", "새 폴더/서류 꾸러미", "a/b/c"])
    def it_writes_every_file(self, package, tmp_path, place):
        write(package, tmp_path / place)
        found = {path.relative_to(tmp_path / place).as_posix() for path in (tmp_path / place).rglob("*.docx")}
        assert found == set(package.files)
        assert [path.name for path in tmp_path.rglob(".legalkit-*")] == []

    def it_is_forced_to_disk_before_it_takes_its_name(self, package, tmp_path, monkeypatch):
        for out, make in ((tmp_path / "out", write), (tmp_path / "out.zip", write_zip)):
            seen = []
            monkeypatch.setattr(
                disk, "settle", lambda top, out=out, seen=seen: seen.append((out.exists(), len([*top.rglob("*.*")])))
            )
            make(package, out)
            assert seen == [(False, 1 if out.suffix else len(package.files))]

    def it_takes_an_empty_folder(self, package, tmp_path):
        write(package, tmp_path)
        assert (tmp_path / "1-hand-in").is_dir()

    @pytest.mark.parametrize("what", ["file", "full folder"])
    def but_it_refuses_one_that_holds_something(self, package, tmp_path, what):
        out = tmp_path / "out"
        if what == "file":
            out.write_text("x", encoding="utf-8")
        else:
            out.mkdir()
            (out / "mine.txt").write_text("x", encoding="utf-8")
        with pytest.raises(FileError, match="E-FILE-EXISTS"):
            write(package, out)
        assert sorted(path.name for path in tmp_path.rglob("*.docx")) == []

    def and_it_leaves_nothing_where_it_fails_midway(self, package, tmp_path, monkeypatch):
        written = []
        original = Path.write_bytes

        def failing(self, content):
            if len(written) == 2:
                raise OSError("disk full")
            written.append(self)
            return original(self, content)

        monkeypatch.setattr(Path, "write_bytes", failing)
        with pytest.raises(FileError, match="E-FILE-NOT-WRITTEN"):
            write(package, tmp_path / "out")
        assert list(tmp_path.iterdir()) == []

    def and_it_says_so_where_a_folder_cannot_be_made(self, package, tmp_path):
        (tmp_path / "file").write_text("x", encoding="utf-8")
        with pytest.raises(FileError, match="E-FILE-NOT-WRITTEN"):
            write(package, tmp_path / "file" / "out")


class DescribeAZip:
    @pytest.fixture
    def package(self) -> Package:
        return generate(_simple(), DAY, ["ko"], ["complaint"])

    def it_holds_the_files_and_no_clock(self, package):
        with zipfile.ZipFile(BytesIO(zipped(package))) as archive:
            assert archive.namelist() == sorted(package.files)
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    def it_is_the_same_for_the_same_package(self, package):
        assert zipped(package) == zipped(generate(_simple(), DAY, ["ko"], ["complaint"]))

    def it_has_a_neutral_name_in_a_folder(self, package, tmp_path):
        assert write_zip(package, tmp_path / "서류") == tmp_path / "서류" / "package.zip"

    def it_takes_the_name_it_is_given(self, package, tmp_path):
        assert write_zip(package, tmp_path / "a b.zip").read_bytes() == zipped(package)

    def but_it_replaces_nothing(self, package, tmp_path):
        (tmp_path / "a.zip").write_bytes(b"")
        with pytest.raises(FileError, match="E-FILE-EXISTS"):
            write_zip(package, tmp_path / "a.zip")

    def and_it_leaves_nothing_where_it_fails(self, package, tmp_path, monkeypatch):
        def failing(self, target):
            raise OSError("no")

        monkeypatch.setattr(Path, "replace", failing)
        with pytest.raises(FileError, match="E-FILE-NOT-WRITTEN"):
            write_zip(package, tmp_path / "a.zip")
        assert list(tmp_path.iterdir()) == []

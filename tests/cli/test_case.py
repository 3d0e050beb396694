"""Commands about a case: schema, check, filings, explain, example."""

import json

import jsonschema
import pytest
import yaml

from legalkit.case.paths import get
from legalkit.filings import all_filings
from legalkit.law import filing_ids
from tests.support.names import EXAMPLES, PERSONAS, persona

DAY = ("--as-of", "2026-11-22")


def _path(name: str):
    return EXAMPLES / f"{name}.yaml"


class DescribeTheSchema:
    def it_accepts_every_example(self, legalkit):
        schema = json.loads(legalkit("case", "schema").out)
        for name in PERSONAS:
            data = yaml.load(legalkit("example", name).out, yaml.BaseLoader)
            assert data["id"]
        jsonschema.Draft202012Validator.check_schema(schema)


class DescribeAnExample:
    @pytest.mark.parametrize("name", PERSONAS)
    def it_is_a_case_file(self, legalkit, name, tmp_path):
        path = tmp_path / "case.yaml"
        path.write_text(legalkit("example", name).out, encoding="utf-8")
        assert legalkit("case", "check", path).status == 0

    def but_there_are_no_others(self, legalkit):
        assert legalkit("example", "nobody").status == 2


class DescribeACheck:
    @pytest.mark.parametrize("name", PERSONAS)
    def it_says_what_each_open_filing_still_needs(self, legalkit, name):
        found = json.loads(legalkit("case", "check", _path(name), "--json", *DAY).out)
        assert {each["id"] for each in found} <= set(all_filings())
        assert all(set(each) == {"id", "missing"} for each in found)

    @pytest.mark.parametrize(("ui", "word"), [("ko", "올바릅니다"), ("en", "valid")])
    def it_says_so_in_words(self, legalkit, ui, word):
        ran = legalkit("--ui", ui, "case", "check", _path("kelly"), *DAY)
        assert (ran.status, word in ran.out) == (0, True)

    def it_names_what_is_missing_as_on_screen(self, legalkit, tmp_path):
        path = tmp_path / "case.yaml"
        path.write_text("id: case-1\nreporter: {role: self}\nincidents: [{id: a, act: fake}]\n", encoding="utf-8")
        missing = json.loads(legalkit("case", "check", path, "--json", *DAY).out)
        assert "victim.name" in next(each["missing"] for each in missing if each["id"] == "complaint")
        said = legalkit("--ui", "ko", "case", "check", path, *DAY).out
        assert "victim.name" not in said


class DescribeTheFilings:
    @pytest.mark.parametrize("name", PERSONAS)
    def it_gives_status_reason_provision_and_what_is_missing(self, legalkit, name):
        found = json.loads(legalkit("filings", _path(name), "--json", *DAY).out)
        assert {each["id"] for each in found} == set(all_filings())
        for each in found:
            assert {"id", "status", "reason", "provision", "missing"} <= set(each)
            assert each["status"] in ("open", "closed", "unknown", "unavailable")
            assert each["reason"]["ko"] and each["reason"]["en"]
            assert each["missing"] or each["status"] != "unknown"

    def it_gives_those_without_a_paper_too(self, legalkit):
        found = json.loads(legalkit("filings", _path("kelly"), "--all", "--json", *DAY).out)
        assert {each["id"] for each in found} == set(all_filings()) | set(filing_ids())
        unavailable = [each for each in found if each["status"] == "unavailable"]
        assert unavailable
        assert all(each["instead"]["ko"] and each["instead"]["en"] for each in unavailable)

    @pytest.mark.parametrize(("ui", "word"), [("ko", "[열림]"), ("en", "[open]")])
    def it_speaks_the_language_of_the_person(self, legalkit, ui, word):
        ran = legalkit("--ui", ui, "filings", _path("seoyeon"), "--all", *DAY)
        assert word in ran.out
        assert "%(" not in ran.out

    def it_depends_on_the_day(self, legalkit):
        def status(day):
            found = json.loads(legalkit("filings", _path("yujin"), "--all", "--json", "--as-of", day).out)
            return next(each["status"] for each in found if each["id"] == "stalking_protection_order")

        assert status("2027-04-21") == "closed"
        assert status("2027-04-22") != "closed"


class DescribeAnExplanation:
    @pytest.mark.parametrize("name", PERSONAS)
    def it_says_which_answers_each_sentence_came_from(self, legalkit, name):
        found = json.loads(legalkit("explain", _path(name), "--filing", "complaint", "--json").out)
        case = persona(name)
        assert found
        for said in found:
            assert said["ko"] and said["en"] and said["sources"]
            for path in said["sources"]:
                get(case, path)

    def it_is_readable(self, legalkit):
        ran = legalkit("--ui", "ko", "explain", _path("kelly"), "--filing", "complaint")
        assert "    ← incidents[0].act, incidents[0].finder" in ran.out

    @pytest.mark.parametrize("filing", ["evidence_index", "nothing"])
    def but_only_of_a_filing_that_tells_something(self, legalkit, filing):
        ran = legalkit("--ui", "en", "explain", _path("kelly"), "--filing", filing)
        assert (ran.status, ran.err.split(":")[0]) == (2, "E-FILING-NO-SENTENCES")
        assert "complaint" in ran.err


class DescribeTheLanguageOfMessages:
    @pytest.mark.parametrize(("language", "word"), [("ko", "올바릅니다"), ("en", "is valid")])
    def it_may_be_asked_for_before_the_command_or_after_it(self, legalkit, language, word):
        path = _path("kelly")
        for words in (
            ("--ui", language, "case", "check", path), ("case", "check", path, "--ui", language),
            ("case", f"--ui={language}", "check", path),
        ):  # fmt: skip
            assert word in legalkit(*words).out

    def but_it_is_one_of_two(self, legalkit):
        told = legalkit("case", "check", _path("kelly"), "--ui", "fr")
        assert told.status == 2

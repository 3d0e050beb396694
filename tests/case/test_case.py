"""A case: what there is when nothing was asked, and the five that ship."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from pydantic import ValidationError

from legalkit.case import Case, plain, read_case
from legalkit.case.codes import Act
from legalkit.errors import CaseError
from legalkit.settings import LIMITS
from tests.support.cases import cases

EXAMPLES = sorted((Path(__file__).parents[2] / "legalkit" / "examples").glob("*.yaml"))
BARE = {"id": "k-0", "reporter": {"role": "self"}}


def it_needs_an_id_and_a_reporter_and_no_more():
    case = read_case(BARE)
    assert (case.incidents, case.exhibits, case.accused) == ((), (), ())
    assert case.wishes.alias is None


def it_cannot_be_changed():
    with pytest.raises(ValidationError):
        read_case(BARE).id = "k-1"


@given(cases())
def it_is_the_same_after_it_was_written_and_read(case):
    assert read_case(plain(case)) == case


@given(cases(acts=tuple(Act), most=2))
def it_is_a_case_whatever_the_acts(case):
    assert isinstance(case, Case)


def but_another_version_is_refused():
    with pytest.raises(CaseError, match="E-CASE-CHOICE version"):
        read_case({**BARE, "version": 2})


def but_it_holds_only_so_many_entries():
    too_many = [{"id": f"i-{n}", "act": "link"} for n in range(LIMITS.items + 1)]
    with pytest.raises(CaseError, match="E-CASE-TOO-MANY incidents"):
        read_case({**BARE, "incidents": too_many})


class DescribeTheExamples:
    def it_is_five(self):
        assert [path.stem for path in EXAMPLES] == ["hana", "kelly", "mirae", "seoyeon", "yujin"]

    @pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
    def it_is_a_case_with_an_id_that_names_nobody(self, path):
        case = read_case(yaml.safe_load(path.read_text(encoding="utf-8")))
        assert case.id.startswith("example-")
        assert case.incidents
        assert case.provisions

    @pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
    def it_leads_to_nobody(self, path):
        text = path.read_text(encoding="utf-8")
        hosts = {part.split("/")[0] for part in text.replace('"', " ").split("://")[1:]}
        assert all(host.endswith(".example") for host in hosts)
        numbers = [word for word in text.replace('"', " ").split() if word.startswith("010-")]
        assert all(number.startswith("010-0000-") for number in numbers)

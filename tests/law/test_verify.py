"""Comparison with a mirror, on small texts of our own in a git repository made for the test."""

import subprocess
from datetime import date

import pytest

from legalkit.errors import LawError
from legalkit.law.records import Reference
from legalkit.law.store import all_offences
from legalkit.law.verify import verify
from legalkit.law.verify.mirror import Mirror
from legalkit.law.verify.penalties import kinds, numbers
from legalkit.law.verify.text import articles, cited_in, effective_days

PATH = "kr/스토킹범죄의처벌등에관한법률/법률.md"
BODY = """# 연습용 법률

##### 제2조 (정의)

  1\\. 「행위」란 다음 각 목을 말한다.

##### 제18조 (벌칙)

**①** 앞의 행위를 되풀이한 자는 {years}년 이하의 징역 또는 3천만원 이하의 벌금에 처한다. <개정 2023.7.11>

**②** 물건을 지닌 자는 5년 이하의 징역 또는 5천만원 이하의 벌금에 처한다.

##### 제20조 (벌칙)

{twenty}

부칙 <제18083호,2021.4.20>

이 법은 공포 후 6개월이 경과한 날부터 시행한다.

부칙 <제19518호,2023.7.11>

제1조(시행일) 이 법은 공포한 날부터 시행한다.
"""
OLD_20 = "조치를 어긴 사람은 2년 이하의 징역 또는 2천만원 이하의 벌금에 처한다."
NEW_20 = """**①** 다음 각 호의 사람은 3년 이하의 징역 또는 3천만원 이하의 벌금에 처한다.

  3\\. 제17조의3제2항을 어긴 사람

**②** 조치를 어긴 사람은 2년 이하의 징역 또는 2천만원 이하의 벌금에 처한다.

**③** 긴급한 조치를 어긴 사람은 1년 이하의 징역 또는 1천만원 이하의 벌금에 처한다."""


def _front(act, promulgated, in_force):
    return f"---\n제목: 연습\n공포일자: {promulgated}\n공포번호: '{act}'\n시행일자: {in_force}\n---\n\n"


@pytest.fixture
def repository(tmp_path):
    """A function that writes texts as commits and gives the folder."""
    folder = tmp_path / "mirror"
    folder.mkdir()

    def git(*words):
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(folder), *identity, *words], check=True, capture_output=True)

    def make(*texts):
        git("init", "-q")
        for text in texts:
            file = folder / PATH
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            git("add", "-A")
            git("commit", "-q", "-m", "amendment")
        return folder

    return make


def _first(years=3):
    return _front("18083", "2021-04-20", "2021-10-21") + BODY.format(years=years, twenty=OLD_20)


def _second(years=3):
    return _front("19518", "2023-07-11", "2023-07-11") + BODY.format(years=years, twenty=NEW_20)


def _offences(report):
    return {(c.id, c.in_force_from): c for c in report.comparisons if c.kind == "offence"}


class DescribeVerify:
    def it_agrees_where_article_penalty_and_day_agree(self, repository):
        found = _offences(verify(repository(_first(), _second())))
        for start in (date(2021, 10, 21), date(2023, 7, 11)):
            comparison = found["st_18_1_stalking", start]
            assert (comparison.state, comparison.why) == ("agrees", "")
            assert len(comparison.commit) == 40

    def it_compares_the_text_of_the_day_not_the_newest(self, repository):
        found = _offences(verify(repository(_first(), _second())))
        old = found["st_20_2_violate_provisional_measure", date(2021, 10, 21)]
        assert (old.state, old.act_no) == ("agrees", 18083)

    def it_says_where_the_penalty_differs(self, repository):
        found = _offences(verify(repository(_first(), _second(years=2))))
        comparison = found["st_18_1_stalking", date(2023, 7, 11)]
        assert (comparison.state, comparison.why) == ("differs", "penalty")

    def it_says_where_the_text_changed_before_the_next_version(self, repository):
        third = _second(years=7).replace("19518", "20000").replace("2023-07-11", "2025-01-01")
        found = _offences(verify(repository(_first(), _second(), third)))
        comparison = found["st_18_1_stalking", date(2023, 7, 11)]
        assert (comparison.state, comparison.why, comparison.act_no) == ("differs", "changed_later", 20000)

    def it_says_where_the_day_of_promulgation_differs(self, repository):
        second = _second().replace("공포일자: 2023-07-11", "공포일자: 2023-07-10")
        found = _offences(verify(repository(_first(), second)))
        assert found["st_18_1_stalking", date(2023, 7, 11)].why == "act"

    def it_says_where_the_article_is_missing(self, repository):
        text = _second().replace("##### 제18조", "##### 제19조")
        found = _offences(verify(repository(text)))
        assert found["st_18_1_stalking", date(2023, 7, 11)].why == "article_missing"

    def it_says_where_the_mirror_has_no_text_of_that_day(self, repository):
        found = _offences(verify(repository(_second())))
        assert found["st_18_1_stalking", date(2021, 10, 21)].state == "not_found"
        assert found["sv_14_1_illegal_filming", date(2020, 5, 19)].why == "no_text_here"

    def it_says_where_the_mirror_ends_before_the_amendment(self, repository):
        found = _offences(verify(repository(_first(), _second())))
        assert found["st_20_2_2_violate_protection_order", date(2027, 4, 22)].why == "mirror_ends"

    @pytest.mark.parametrize(
        ("words", "state", "why"),
        [
            ("제1항의 죄는 피해자의 명시한 의사에 반하여 공소를 제기할 수 없다.", "agrees", ""),
            ("제1항의 죄에는 벌금을 함께 물릴 수 있다.", "differs", "words"),
        ],
    )
    def it_reads_what_a_line_on_complaints_rests_on(self, repository, words, state, why):
        text = _first().replace("##### 제20조", f"**③** {words}\n\n##### 제20조")
        (line,) = [c for c in verify(repository(text)).comparisons if c.kind == "complaint" and c.act_no == 18083]
        assert (line.id, line.state, line.why) == ("st_18_1_stalking", state, why)

    def it_compares_what_kinds_of_acts_and_rules_of_suggestions_cite(self, repository):
        found = verify(repository(_first(), _second())).comparisons
        (acts,) = [c for c in found if c.kind == "acts" and c.id == "stalking"]
        assert (acts.state, acts.act_no) == ("agrees", 18083)
        rules = {c.id: c.state for c in found if c.kind == "rule"}
        assert rules["breaking_an_emergency_measure"] == "agrees"
        assert {"relations", "rule", "attempt"} <= {c.kind for c in found}

    def it_lists_amendments_nobody_has_read(self, repository):
        third = _front("22222", "2026-12-01", "2027-01-01") + BODY.format(years=3, twenty=NEW_20)
        report = verify(repository(_first(), _second(), third))
        assert [(n.statute, n.act_no) for n in report.newer] == [("stalking_act", 22222)]

    def it_compares_every_version_and_every_filing_rule(self, repository):
        report = verify(repository(_first()))
        assert len(_offences(report)) == sum(len(o.versions) for o in all_offences().values())
        assert any(c.kind == "filing" for c in report.comparisons)
        assert sum(report.count(s) for s in ("agrees", "differs", "not_found")) == len(report.comparisons)

    def but_it_refuses_a_folder_that_is_no_mirror(self, tmp_path):
        for folder in (tmp_path, tmp_path / "nowhere"):
            with pytest.raises(LawError) as error:
                Mirror(folder)
            assert error.value.problems[0].code == "E-LAW-BAD-MIRROR"


class DescribeText:
    def it_finds_paragraphs_and_items(self):
        found = articles(_second())["20"][0]
        assert found.part(cited_in("제20조제1항제3호")[0]).endswith("제17조의3제2항을어긴사람")
        assert found.part(cited_in("제20조제4항")[0]) is None

    @pytest.mark.parametrize(
        ("words", "day"),
        [
            ("이 법은 공포한 날부터 시행한다.", date(2021, 4, 20)),
            ("이 법은 공포 후 6개월이 경과한 날부터 시행한다.", date(2021, 10, 21)),
            ("이 법은 공포 후 1년이 경과한 날부터 시행한다.", date(2022, 4, 21)),
            ("이 법은 공포 후 30일이 경과한 날부터 시행한다.", date(2021, 5, 21)),
            ("이 법은 2026년 10월 2일부터 시행한다.", date(2026, 10, 2)),
        ],
    )
    def it_reads_the_days_of_the_addenda(self, words, day):
        assert day in effective_days(f"부칙 <제77호,2021.4.20>\n\n{words}", 77, date(2021, 4, 20))

    def it_reads_the_addenda_of_its_own_act_only(self):
        text = "부칙 <제76호,2020.1.1>\n2020년 2월 2일\n부칙 <제77호,2021.4.20>\n2021년 5월 5일"
        assert effective_days(text, 77, date(2021, 4, 20)) == {date(2021, 5, 5)}


class DescribePenalties:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("3년 이상의 유기징역", "3년이상의 유기징역에 처한다."),
            ("2년 이하의 징역 또는 500만원 이하의 벌금", "2년이하의 징역 또는 5백만원이하의 벌금"),
            (
                "7년 이하의 징역, 10년 이하의 자격정지 또는 7천만원 이하의 벌금",
                "7천만원 이하의 벌금 7년 이하의 징역 10년 이하의",
            ),
            ("1억5천만원 이하의 벌금", "150,000,000원 이하의 벌금"),
        ],
    )
    def it_reads_the_same_bounds_whatever_the_spelling(self, one, other):
        assert numbers(one) <= numbers(other)

    def it_tells_bounds_apart(self):
        assert numbers("3년 이상") != numbers("3년 이하")
        assert kinds("사형 또는 무기징역") == {"사형", "무기", "징역"}


def it_reads_a_reference_with_its_article():
    assert cited_in(Reference(statute="icn_act", article="제71조제1항제14호(제49조)").article)[0].item == "14"

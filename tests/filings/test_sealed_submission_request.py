"""피해 영상물 열람 제한 및 봉인 보관 요청서."""

import pytest

from legalkit.case import read_case
from legalkit.docx import Language
from legalkit.evidence import sealed_pack
from legalkit.filings.sealed_submission_request import FILING
from legalkit.language import plain
from legalkit.law import filing_rule
from tests.filings.papers import DAY, assert_reads_what_it_says, bare, case, gives_away, korean_words, says
from tests.filings.requests import status

ID = "sealed_submission_request"
SHA = "0123456789abcdef" * 4


def _files(count):
    return [{"name": f"{n}.png", "size": 1, "sha256": SHA} for n in range(count)]


def _told(*exhibits, act="spread", **rest):
    listed = [{"id": f"e{n}", "kind": "photo", **exhibit} for n, exhibit in enumerate(exhibits)]
    incidents = [{"id": "i", "act": act, "when": "2026-03-02", "exhibits": [each["id"] for each in listed]}]
    return bare(exhibits=listed, incidents=incidents, **rest)


def it_is_open_where_an_exhibit_may_show_her():
    assert status(_told({}), ID) == "open"


def but_it_is_closed_where_none_does():
    assert status(_told({"intimate": False}), ID) == "closed"
    assert status(_told(), ID) == "closed"


def and_it_is_closed_where_no_act_is_a_sexual_crime():
    assert status(_told({}, act="assault"), ID) == "closed"


def it_lists_the_exhibits_and_leaves_the_receiver_to_ink():
    said = FILING.content(_told({"files": _files(2)}, {"intimate": False}, {"files": _files(1)}), DAY)
    label = {line["label"].ko: plain(line["value"].ko) for line in said["label"]}
    assert plain(said["inside"].ko) == label["증거번호"] == "증 제1호, 증 제3호"
    assert label["매체 수·파일 수"] == "매체 ___개, 파일 3개"
    assert label["수령 일시"] == label["봉인일"] == label["사건번호"] == ""


def but_it_counts_no_files_where_those_of_one_were_not_written_down():
    said = FILING.content(_told({"files": _files(2)}, {}), DAY)
    label = {line["label"].ko: plain(line["value"].ko) for line in said["label"]}
    assert label["매체 수·파일 수"] == "매체 ___개, 파일 ___개"


@pytest.mark.parametrize(("count", "printed"), [(1, True), (12, True), (13, False), (1000, False)])
def it_prints_hashes_on_the_label_as_long_as_they_fit(count, printed):
    line = next(
        each for each in FILING.content(_told({"files": _files(count)}), DAY)["label"] if "SHA" in each["label"].ko
    )
    assert line["plain"].count("01234567 89abcdef") == (4 * count if printed else 0)
    assert (line["value"].ko == "증거목록 기재와 같음") is not printed


def it_prints_no_name_of_a_file():
    named = _told({"files": [{"name": "secret-name.png", "size": 1, "sha256": SHA}]})
    assert "secret-name" not in says(FILING, named)


@pytest.mark.parametrize("language", Language)
def it_prints_no_provision_that_was_not_read(language):
    text = says(FILING, _told({}), language)
    assert "15조의3" not in text
    assert "15-3" not in text


def it_asks_more_where_she_may_have_been_under_19():
    ask = sealed_pack().request.asks_for_minors[0].words.ko.removesuffix(".")
    assert ask in says(FILING, _told({}, victim={"birth": "2010-05"}))
    assert ask not in says(FILING, _told({}, victim={"birth": "1990-05-01"}))


class DescribeADeviceThatIsHandedOver:
    DEVICE = {"kind": "object", "title": {"text": "휴대전화", "language": "ko"}, "method": "device_handed_over"}

    def it_states_the_scope_with_what_is_known_and_leaves_the_rest_to_ink(self):
        said = FILING.content(_told({}, self.DEVICE), DAY)
        values = {line["label"].ko: plain(line["value"].ko) for line in said["scopes"][0]}
        assert values["기기·저장매체"] == "증 제2호 휴대전화"
        assert "2026. 3. 2." in values["제출하는 까닭"]
        assert values["찾아보지 말아야 할 것"] == values["폴더·자료"] == ""

    def it_points_to_the_forms_of_the_police(self):
        text = says(FILING, _told({}, self.DEVICE))
        for form in ("별지 제9호서식", "별지 제2호서식", "별지 제6호서식", "제15조제1항"):
            assert form in text

    def but_it_leaves_the_page_out_where_none_is(self):
        assert "임의제출 범위 명시서" not in says(FILING, _told({}))


def it_has_the_title_of_its_rule():
    title = filing_rule(ID).record.title
    assert (sealed_pack().request.title.ko, sealed_pack().request.title.en) == (title.ko, title.en)


@pytest.mark.parametrize("name", ["yujin", "mirae"])
def it_reads_nothing_that_it_does_not_declare(name):
    assert_reads_what_it_says(FILING, case(name))


def and_it_gives_nothing_of_hers_away():
    of = case("mirae")
    for language in Language:
        assert gives_away(says(FILING, of, language), of) == []


def it_says_in_korean_nothing_in_english_but_names_of_products():
    said = korean_words(says(FILING, read_case({**_told({}).model_dump(mode="json"), "offices": {}})))
    assert said <= {"SHA", "USB", "VeraCrypt", "BitLocker", "Zip", "AES"}

"""What papers take from the evidence room: what may show her, what hashes prove, cautions and provisions."""

import pytest

from legalkit.case import Exhibit
from legalkit.case.codes import ExhibitKind
from legalkit.evidence import hash_words, sealed_pack
from legalkit.evidence.legality import cautions as all_cautions
from legalkit.evidence.wording import Basis
from legalkit.filings import evidence_index, next_steps
from legalkit.filings._evidence import asked, cautions, possibly_intimate, to_seal
from legalkit.language import plain
from legalkit.law.store import statutes
from tests.filings.papers import DAY, bare, case

PICTURED = {ExhibitKind.PHOTO, ExhibitKind.SCREENSHOT, ExhibitKind.VIDEO, ExhibitKind.AUDIO}
FILE = {"name": "a.png", "size": 1, "sha256": "0" * 64}
TOOL = "legalkit 0.1.0 (Python 3.11.7 hashlib)"


def _with(**exhibit):
    return bare(exhibits=[{"id": "a", "kind": "document", **exhibit}])


@pytest.mark.parametrize("kind", ExhibitKind)
def it_takes_pictures_and_sound_for_possibly_intimate_until_she_says_no(kind):
    answers = {
        answer: possibly_intimate(Exhibit(id="a", kind=kind, intimate=answer)) for answer in (None, "unknown", False)
    }
    assert answers == {None: kind in PICTURED, "unknown": kind in PICTURED, False: False}


def and_it_takes_whatever_she_says_is_intimate():
    assert possibly_intimate(Exhibit(id="a", kind="document", intimate=True))


@pytest.mark.parametrize(
    ("exhibit", "sealed"),
    [({}, False), ({"submission": "sealed"}, True), ({"submission": "sealed", "intimate": False}, True),
     ({"restriction": "sealed"}, True), ({"restriction": "sealed", "intimate": False}, False),
     ({"kind": "photo"}, True), ({"kind": "photo", "intimate": False}, False)],
)  # fmt: skip
def it_seals_what_may_show_her_and_what_she_wants_sealed(exhibit, sealed):
    assert bool(to_seal(_with(**exhibit))) is sealed


class DescribeTheFootOfTheIndex:
    def it_says_what_a_hash_proves_in_the_words_of_the_evidence_room(self):
        note = evidence_index.FILING.content(_with(files=[FILE]), DAY)["hash_note"]
        assert note.ko.startswith(hash_words().foot.ko)
        assert note.en.startswith(hash_words().foot.en)

    def it_leaves_to_her_to_tick_that_the_originals_are_unaltered(self):
        note = evidence_index.FILING.content(_with(files=[FILE]), DAY)["hash_note"]
        assert note.ko.splitlines()[-1] == f"□ {hash_words().unaltered.ko}"

    def it_names_what_computed_the_hashes(self):
        note = evidence_index.FILING.content(_with(files=[{**FILE, "tool": TOOL}]), DAY)["hash_note"]
        assert note.ko.splitlines()[1] == f"해시값 산출 도구: {TOOL}"
        assert note.en.splitlines()[1] == f"The hash values were computed by: {TOOL}"

    def it_counts_the_files_of_each_tool_and_those_whose_hash_somebody_wrote_down(self):
        files = [{**FILE, "tool": TOOL}, FILE, {**FILE, "tool": TOOL}]
        note = evidence_index.FILING.content(_with(files=files), DAY)["hash_note"]
        assert note.ko.splitlines()[1] == f"해시값 산출 도구: {TOOL}(파일 2개), 불상(파일 1개)"
        assert note.en.splitlines()[1].endswith(f": {TOOL} (files: 2), unknown (files: 1)")

    def but_it_names_no_tool_where_none_is_known(self):
        note = evidence_index.FILING.content(_with(files=[FILE]), DAY)["hash_note"]
        assert len(note.ko.splitlines()) == len(note.en.splitlines()) == 2

    def and_it_says_nothing_where_there_is_no_file(self):
        assert not evidence_index.FILING.content(_with(), DAY)["hash_note"]


class DescribeCautions:
    def it_says_those_that_were_read_with_their_provisions_and_where_to_ask(self):
        firm, unsure = cautions(_with(obtained="recorded_others"))
        assert plain(firm[0].ko).startswith("증 제1호: 본인이 함께하지 않은")
        assert "「통신비밀보호법」 제14조, 「통신비밀보호법」 제4조" in firm[0].ko
        assert "Protection of Communications Secrets Act, Article 14," in firm[0].en
        assert "1366" in firm[1].ko
        assert unsure == []

    def it_keeps_those_that_rest_on_memory_apart(self):
        firm, unsure = cautions(_with(obtained="others_account"))
        assert "제48조제1항" in unsure[0].ko
        assert not any("제48조" in each.ko for each in firm)

    def it_says_nothing_where_nothing_is_to_be_said(self):
        assert cautions(_with(obtained="own_device")) == ([], [])

    def it_stands_in_next_steps_the_unsure_ones_under_needs_checking(self):
        said = next_steps.FILING.content(_with(obtained="others_account"), DAY)
        assert any("제48조제1항" in each.ko for each in said["unverified"])
        assert not any("제48조제1항" in each.ko for each in said["warnings"])
        said = next_steps.FILING.content(_with(obtained="bought_or_downloaded"), DAY)
        assert any("제14조제4항" in each.ko for each in said["warnings"])

    @pytest.mark.parametrize("name", ["yujin", "mirae", "kelly", "hana"])
    def it_warns_none_of_the_people_who_did_nothing_of_the_kind(self, name):
        assert cautions(case(name)) == ([], [])


def it_prints_no_provision_that_was_not_read():
    printed = " ".join(words.ko for words in asked(sealed_pack().request.asks))
    assert "제29조" in printed
    assert "몰수·폐기" in printed
    assert "제15조의3" not in printed


def it_calls_an_act_in_english_what_the_law_room_calls_it():
    pack = sealed_pack()
    asks = (*pack.request.asks, *pack.request.asks_for_minors, *pack.scope.asks)
    bases: list[Basis] = [basis for ask in asks for basis in ask.bases]
    bases += [basis for caution in all_cautions().cautions.values() for basis in caution.bases]
    names = {statute.full.ko: statute.full.en for statute in statutes().values()}
    known = [basis for basis in bases if basis.reference.ko[1:].partition("」")[0] in names]
    assert len(known) > 10
    for basis in known:
        assert basis.reference.en.startswith(names[basis.reference.ko[1:].partition("」")[0]] + ", Article")

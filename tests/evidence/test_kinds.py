"""Kinds come from the ending of a name alone."""

import pytest

from legalkit.case import FileRecord
from legalkit.case.codes import ExhibitKind
from legalkit.evidence.kinds import content_type, guessed_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.PNG", "image/png"), ("a.heic", "image/heic"), ("a.mp4", "video/mp4"), ("a.m4a", "audio/mp4"),
     ("대화.txt", "text/plain"), ("C:a.hwp", "application/x-hwp"), ("a", None), ("data:text/html,a", None)],
)  # fmt: skip
def it_knows_the_endings_that_people_hand_in(name, kind):
    assert content_type(name) == kind


def _files(*names):
    return [FileRecord(name=name, type=content_type(name), size=1, sha256="0" * 64) for name in names]


@pytest.mark.parametrize(
    ("names", "kind"),
    [(["a.png", "b.webp"], ExhibitKind.SCREENSHOT), (["a.m4a"], ExhibitKind.AUDIO),
     (["a.png", "a.mp4"], ExhibitKind.DOCUMENT), (["메모"], ExhibitKind.DOCUMENT)],
)  # fmt: skip
def it_guesses_one_kind_for_files_of_one_kind(names, kind):
    assert guessed_kind(_files(*names)) is kind


@pytest.mark.parametrize("name", ["IMG_0001.HEIC", "20260314_210400.jpg", "KakaoTalk_Photo.jpeg"])
def it_takes_a_picture_from_a_camera_for_a_photograph(name):
    assert guessed_kind(_files(name)) is ExhibitKind.PHOTO


@pytest.mark.parametrize("name", ["Screenshot_20260314.jpg", "스크린샷.heic", "대화 캡처.jpg", "화면 1.JPEG"])
def but_it_takes_one_whose_name_says_so_for_a_capture_of_the_screen(name):
    assert guessed_kind(_files(name)) is ExhibitKind.SCREENSHOT


def and_it_guesses_nothing_of_pictures_of_both_kinds():
    assert guessed_kind(_files("IMG_1.heic", "a.png")) is ExhibitKind.DOCUMENT

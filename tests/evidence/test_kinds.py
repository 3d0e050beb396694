"""Kinds come from the ending of a name alone."""

import pytest

from legalkit.case.codes import ExhibitKind
from legalkit.evidence.kinds import content_type, guessed_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.PNG", "image/png"), ("a.heic", "image/heic"), ("a.mp4", "video/mp4"), ("a.m4a", "audio/mp4"),
     ("대화.txt", "text/plain"), ("C:a.hwp", "application/x-hwp"), ("a", None), ("data:text/html,a", None)],
)  # fmt: skip
def it_knows_the_endings_that_people_hand_in(name, kind):
    assert content_type(name) == kind


@pytest.mark.parametrize(
    ("types", "kind"),
    [({"image/png", "image/heic"}, ExhibitKind.SCREENSHOT), ({"audio/mp4"}, ExhibitKind.AUDIO),
     ({"image/png", "video/mp4"}, ExhibitKind.DOCUMENT), ({None}, ExhibitKind.DOCUMENT)],
)  # fmt: skip
def it_guesses_one_kind_for_files_of_one_kind(types, kind):
    assert guessed_kind(types) is kind

import pytest

from legalkit.language import EMPTY, Bilingual, join, plain, unbroken


@pytest.mark.parametrize(
    ("count", "korean", "english"),
    [(0, "", ""), (1, "가", "a"), (2, "가 및 나", "a and b"), (3, "가, 나 및 다", "a, b and c")],
)
def it_joins_a_list_in_both_languages(count, korean, english):
    items = [Bilingual("가", "a"), Bilingual("나", "b"), Bilingual("다", "c")]
    assert join(items[:count]) == Bilingual(korean, english)


def it_keeps_the_same_text_in_both_languages():
    assert Bilingual.same("@x") == Bilingual("@x", "@x")


def it_knows_whether_there_is_anything_to_say():
    assert not EMPTY
    assert Bilingual("", "only")


def it_turns_unbroken_spaces_back():
    assert plain(unbroken("증 제1호")) == "증 제1호"
    assert unbroken("증 제1호") != "증 제1호"

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.language import EMPTY, NBSP, STYLES, citation, label, listing


@pytest.mark.parametrize(
    ("style", "whole", "part"),
    [
        ("police", "증 제3호", "증 제3호의 2"),
        ("family_court", "증 제3호증", "증 제3호증의 2"),
        ("injunction", "소갑 제3호증", "소갑 제3호증의 2"),
    ],
)
def it_numbers_exhibits_as_the_office_does(style, whole, part):
    assert (label(3, None, style).plain().ko, label(3, 2, style).plain().ko) == (whole, part)
    assert (label(3, None, style).plain().en, label(3, 2, style).plain().en) == ("Exhibit 3", "Exhibit 3-2")


@pytest.mark.parametrize(
    ("numbers", "korean", "english"),
    [
        ([(1, None)], "(증 제1호)", "(Exhibit 1)"),
        ([(1, None), (3, 2)], "(증 제1호, 증 제3호의 2)", "(Exhibits 1, 3-2)"),
        ([(1, None), (2, None)], "(증 제1호, 증 제2호)", "(Exhibits 1, 2)"),
        ([(n, None) for n in range(1, 10)], "(증 제1호 내지 증 제9호)", "(Exhibits 1 to 9)"),
        ([(3, 1), (3, 2), (3, 3)], "(증 제3호의 1 내지 증 제3호의 3)", "(Exhibits 3-1 to 3-3)"),
        (
            [(9, None), (2, None), (1, None), (2, None), (3, None)],
            "(증 제1호 내지 증 제3호, 증 제9호)",
            "(Exhibits 1 to 3, 9)",
        ),
    ],
)
def it_cites_exhibits_in_order_and_draws_long_runs_together(numbers, korean, english):
    assert (citation(numbers, "police").plain().ko, citation(numbers, "police").plain().en) == (korean, english)


def and_it_cites_nothing_for_nothing():
    assert citation([], "injunction") == listing([], "injunction") == EMPTY


@given(st.integers(1, 999), st.none() | st.integers(1, 99), st.sampled_from(STYLES))
def it_never_breaks_inside_a_number(number, sub, style):
    assert NBSP in label(number, sub, style).ko
    assert " " not in label(number, sub, style).ko + label(number, sub, style).en


def but_it_refuses_an_office_that_is_none():
    with pytest.raises(KeyError):
        label(1, None, "moon")

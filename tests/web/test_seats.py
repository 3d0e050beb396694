"""Who sits where: a cookie, a tab and a session belong together, and time ends each of them."""

import threading

import pytest

from legalkit.vault.drafts import new_token
from legalkit.web.seats import Seat, Seats, is_token

IDLE = 60


@pytest.fixture
def seats():
    return Seats(IDLE, most=3)


def _seat() -> Seat:
    return Seat(new_token(), new_token())


def it_shows_no_token(seats):
    seat = _seat()
    assert seat.owner not in repr(seat)
    assert seat.tab not in f"{seat}"


def it_gives_out_an_owner_that_nobody_had(seats):
    assert len({seats.new_owner(0.0) for _ in range(50)}) == 50


def it_knows_only_whom_it_gave_a_token(seats):
    assert not seats.knows(new_token(), 0.0)
    assert seats.knows(seats.new_owner(0.0), 0.0)


def it_counts_every_visit_as_a_sign_of_life(seats):
    owner = seats.new_owner(0.0)
    assert all(seats.knows(owner, now) for now in (50.0, 100.0, 150.0))
    assert not seats.knows(owner, 150.0 + IDLE + 0.1)


def it_lets_the_one_unused_for_longest_make_room(seats):
    first, second, third = (seats.new_owner(now) for now in (0.0, 1.0, 2.0))
    seats.knows(first, 3.0)
    seats.new_owner(4.0)
    assert [seats.knows(each, 5.0) for each in (first, second, third)] == [True, False, True]


def it_binds_a_session_to_the_first_seat_and_to_no_other(seats):
    mine, other = _seat(), _seat()
    assert seats.bind("abc", mine, 0.0)
    assert seats.bind("abc", mine, 1.0)
    assert not seats.bind("abc", other, 2.0)
    assert not seats.bind("abc", Seat(mine.owner, other.tab), 2.0)
    assert seats.seat_of("abc") == mine


def and_it_does_so_when_many_come_at_the_same_moment():
    seats, come = Seats(IDLE), [_seat() for _ in range(16)]
    gate, let_in = threading.Barrier(len(come)), []

    def tries(seat):
        gate.wait()
        if seats.bind("abc", seat, 0.0):
            let_in.append(seat)

    threads = [threading.Thread(target=tries, args=(each,)) for each in come]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert let_in == [seats.seat_of("abc")]


def it_opens_no_more_sessions_than_it_may(seats):
    assert [seats.bind(f"s{n}", _seat(), 0.0) for n in range(4)] == [True, True, True, False]


@pytest.mark.parametrize("session", [None, "", "unknown"])
def it_has_no_seat_for_a_session_nobody_opened(seats, session):
    assert seats.seat_of(session) is None


def it_forgets_the_sessions_of_one_seat_and_keeps_the_others(seats):
    mine, other = _seat(), _seat()
    seats.bind("a", mine, 0.0), seats.bind("b", mine, 0.0), seats.bind("c", other, 0.0)
    assert sorted(seats.forget(lambda seat: seat == mine)) == ["a", "b"]
    assert seats.seat_of("a") is None
    assert seats.seat_of("c") == other


def it_sweeps_what_nobody_used_and_names_it(seats):
    old, young = seats.new_owner(0.0), seats.new_owner(50.0)
    seats.bind("old", Seat(old, new_token()), 0.0), seats.bind("young", Seat(young, new_token()), 50.0)
    assert seats.sweep(IDLE + 1.0) == ["old"]
    assert seats.seat_of("young")
    assert not seats.knows(old, IDLE + 1.0)


def it_forgets_a_browser_that_left_even_twice(seats):
    owner = seats.new_owner(0.0)
    seats.forget_owner(owner), seats.forget_owner(owner)
    assert not seats.knows(owner, 0.0)


@pytest.mark.parametrize("text", ["", "a" * 20, "a" * 500, "가" * 43, "a b" * 15, "../" * 15, "a\n" * 22])
def it_takes_nothing_for_a_token_that_could_be_guessed_or_break_a_header(text):
    assert not is_token(text)

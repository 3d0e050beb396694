"""What every store of drafts keeps to. Another store is held by the same tests: add it to ``STORES``."""

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest

from legalkit.errors import InputError
from legalkit.settings import LIMITS
from legalkit.vault.drafts import NEW, DraftStore, MemoryDrafts, new_token
from legalkit.vault.org.cipher import new_key
from legalkit.vault.org.database import Database
from legalkit.vault.org.drafts import StoredDrafts
from legalkit.vault.org.schema import bring_up
from tests.support import postgres
from tests.vault.speaking import code_of

IDLE = 1_800.0
MOST = 50
Store = AbstractContextManager[DraftStore]
STORES: dict[str, Callable[[Path], Store]] = {
    "memory": lambda _: nullcontext(MemoryDrafts(idle=IDLE, most=MOST)),
    "sqlite": lambda folder: _stored(f"sqlite:///{folder / 'store.db'}"),
    "postgresql": lambda _: _on_postgresql(),
}
OWNER, TAB, OTHER = "o" * 43, "t" * 43, "x" * 43
SECRET = "MARKED-ANSWER-홍길동"
ANSWERS = {"victim.name": SECRET, "page": "incident", "ticked": ["complaint"], "count": 3}


@contextmanager
def _stored(url: str) -> Iterator[DraftStore]:
    """Drafts in a database of an organisation."""
    database = Database(url, create=True)
    with database.transaction() as connection:
        bring_up(connection)
    yield StoredDrafts(database, new_key(), "", idle=IDLE, most=MOST)
    database.close()


@contextmanager
def _on_postgresql() -> Iterator[DraftStore]:
    with postgres.server().database() as url, _stored(url) as drafts:
        yield drafts


@pytest.fixture(params=STORES)
def store(request, tmp_path) -> Iterator[DraftStore]:
    with STORES[request.param](tmp_path) as opened:
        yield opened


def _code(action) -> str:
    with pytest.raises(InputError) as caught:
        action()
    (problem,) = caught.value.problems
    assert SECRET not in repr(problem) + str(caught.value) + repr(caught.value.__context__)
    return code_of(problem)


def it_gives_back_what_was_put(store):
    assert store.put(OWNER, TAB, NEW, ANSWERS, 0) == 1
    draft = store.get(OWNER, TAB, 0)
    assert (draft.revision, draft.answers) == (1, ANSWERS)


def it_knows_nothing_of_a_draft_nobody_put(store):
    assert store.get(OWNER, TAB, 0) is None


def it_keeps_the_drafts_of_two_tabs_and_two_browsers_apart(store):
    for place, (owner, tab) in enumerate([(OWNER, TAB), (OWNER, OTHER), (OTHER, TAB)]):
        store.put(owner, tab, NEW, {"place": place}, 0)
    found = [store.get(owner, tab, 0).answers["place"] for owner, tab in [(OWNER, TAB), (OWNER, OTHER), (OTHER, TAB)]]
    assert found == [0, 1, 2]
    assert store.get(TAB, OWNER, 0) is None


def it_lets_the_first_of_two_saves_win_and_tells_the_second(store):
    revision = store.put(OWNER, TAB, NEW, {"a": 1}, 0)
    store.put(OWNER, TAB, revision, {"a": 2}, 0)
    assert _code(lambda: store.put(OWNER, TAB, revision, {"a": SECRET}, 0)) == "E-VAULT-STALE"
    assert _code(lambda: store.put(OWNER, TAB, NEW, {"a": SECRET}, 0)) == "E-VAULT-STALE"
    assert store.get(OWNER, TAB, 0).answers == {"a": 2}


def and_it_does_so_when_they_come_at_the_same_moment(store):
    revision = store.put(OWNER, TAB, NEW, {}, 0)
    start, outcomes = threading.Barrier(8), []

    def save(number: int) -> None:
        start.wait()
        try:
            outcomes.append((store.put(OWNER, TAB, revision, {"number": number}, 0), number))
        except InputError as error:
            outcomes.append((error.problems[0].code, None))

    savers = [threading.Thread(target=save, args=(number,)) for number in range(8)]
    for each in savers:
        each.start()
    for each in savers:
        each.join()
    (won,) = [number for outcome, number in outcomes if outcome == 2]
    assert sorted(str(outcome) for outcome, _ in outcomes) == ["2", *["E-VAULT-STALE"] * 7]
    assert store.get(OWNER, TAB, 0).answers == {"number": won}


def it_wipes_one_tab_or_all_of_a_browser(store):
    for owner, tab in [(OWNER, TAB), (OWNER, OTHER), (OTHER, TAB)]:
        store.put(owner, tab, NEW, ANSWERS, 0)
    store.wipe(OWNER, TAB)
    assert [store.get(OWNER, tab, 0) is None for tab in (TAB, OTHER)] == [True, False]
    store.wipe_all(OWNER)
    assert store.get(OWNER, OTHER, 0) is None
    assert store.get(OTHER, TAB, 0).answers == ANSWERS


def and_it_does_not_let_a_late_save_bring_back_what_was_wiped(store):
    revision = store.put(OWNER, TAB, NEW, ANSWERS, 0)
    store.wipe(OWNER, TAB)
    store.wipe(OWNER, TAB)
    assert _code(lambda: store.put(OWNER, TAB, revision, ANSWERS, 0)) == "E-VAULT-GONE"
    assert store.get(OWNER, TAB, 0) is None


def it_sweeps_what_nobody_touched(store):
    store.put(OWNER, TAB, NEW, ANSWERS, 0)
    store.put(OWNER, OTHER, NEW, ANSWERS, 0)
    assert store.sweep(IDLE) == 0
    assert store.get(OWNER, TAB, IDLE).revision == 1
    assert store.sweep(IDLE + 1) == 1
    assert store.get(OWNER, OTHER, IDLE + 1) is None
    assert store.get(OWNER, TAB, IDLE + 1).answers == ANSWERS


def and_it_gives_nothing_whose_time_is_over_before_the_sweep(store):
    revision = store.put(OWNER, TAB, NEW, ANSWERS, 0)
    assert store.get(OWNER, TAB, IDLE + 1) is None
    assert _code(lambda: store.put(OWNER, TAB, revision, ANSWERS, IDLE + 1)) == "E-VAULT-GONE"
    assert store.sweep(IDLE + 1) == 0


def it_keeps_no_draft_longer_when_the_clock_jumps_back(store):
    store.put(OWNER, TAB, NEW, ANSWERS, 1_000_000)
    store.put(OWNER, OTHER, NEW, ANSWERS, 1_000_000)
    assert store.sweep(5) == 0
    assert store.get(OWNER, OTHER, 6).answers == ANSWERS
    assert store.sweep(5 + IDLE + 1) == 1
    assert store.get(OWNER, OTHER, 6 + IDLE).answers == ANSWERS


def and_it_wipes_rather_than_keeps_when_the_clock_jumps_ahead(store):
    store.put(OWNER, TAB, NEW, ANSWERS, 0)
    assert store.sweep(1_000_000) == 1


def it_is_not_touched_by_what_happens_to_the_answers_outside(store):
    answers = {"list": [1]}
    store.put(OWNER, TAB, NEW, answers, 0)
    answers["list"].append(2)
    store.get(OWNER, TAB, 0).answers["list"].append(3)
    assert store.get(OWNER, TAB, 0).answers == {"list": [1]}


@pytest.mark.parametrize(("answers", "code"), [
    ({"a": {SECRET}}, "E-FILE-NOT-PLAIN"), ({"a": float("nan")}, "E-FILE-NOT-PLAIN"),
    ({"a": SECRET + "\ud800"}, "E-FILE-SURROGATE"), ({"a": "x" * LIMITS.case_bytes}, "E-VAULT-DRAFT-TOO-LARGE"),
], ids=["set", "nan", "half a letter", "large"])  # fmt: skip
def it_refuses_what_it_cannot_keep_and_keeps_what_it_had(answers, code, store):
    store.put(OWNER, TAB, NEW, ANSWERS, 0)
    assert _code(lambda: store.put(OWNER, TAB, 1, answers, 0)) == code
    assert store.get(OWNER, TAB, 0).answers == ANSWERS


def it_keeps_so_many_and_no_more(store):
    tokens = [new_token() for _ in range(MOST)]
    for token in tokens:
        store.put(OWNER, token, NEW, {}, 0)
    assert _code(lambda: store.put(OWNER, TAB, NEW, ANSWERS, 0)) == "E-VAULT-FULL"
    store.put(OWNER, tokens[0], 1, ANSWERS, 0)
    store.wipe(OWNER, tokens[0])
    store.put(OWNER, TAB, NEW, ANSWERS, 0)


@pytest.mark.parametrize("token", ["", "short", "a" * 257, "가" * 40])
def it_refuses_a_token_that_could_be_guessed(token, store):
    for action in (lambda: store.get(token, TAB, 0), lambda: store.get(OWNER, token, 0),
                   lambda: store.put(token, TAB, NEW, ANSWERS, 0), lambda: store.wipe(OWNER, token),
                   lambda: store.wipe_all(token)):  # fmt: skip
        assert _code(action) == "E-VAULT-TOKEN"


def it_shows_no_answer_and_no_token(store):
    store.put(OWNER, TAB, NEW, ANSWERS, 0)
    shown = repr(store) + str(store) + repr(store.get(OWNER, TAB, 0)) + repr(vars(store))
    for secret in (SECRET, "incident", OWNER, TAB):
        assert secret not in shown


def it_leaves_nothing_in_memory_that_it_held_once_it_is_wiped():
    store = MemoryDrafts(idle=IDLE)
    store.put(OWNER, TAB, NEW, ANSWERS, 0)
    (entry,) = store._entries.values()
    store.put(OWNER, TAB, 1, ANSWERS, 0)
    assert set(entry.content) == {0}
    (entry,) = store._entries.values()
    store.wipe_all(OWNER)
    assert set(entry.content) == {0}
    gc.collect()
    held = [each for each in gc.get_objects() if type(each) is dict and each.get("victim.name") == SECRET]
    assert [each for each in held if each is not ANSWERS] == []


def it_gives_out_tokens_that_are_never_the_same():
    tokens = {new_token() for _ in range(1_000)}
    assert len(tokens) == 1_000
    assert all(len(token) >= 43 and token.isascii() for token in tokens)

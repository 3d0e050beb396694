"""Next, Back, jumps, language, adding, removing, reloading: nothing that was answered is lost."""

import json
import random
from importlib.resources import files

import pytest
import yaml

from legalkit.case import read_case
from legalkit.errors import InputError
from legalkit.interview import (
    add,
    answer,
    from_case,
    from_json,
    go,
    next_page,
    place_of,
    places,
    previous_page,
    remove,
    sections,
    start,
    switch_language,
    to_json,
    view,
)
from tests.interview.story import DAY

WALKS, STEPS = 500, 14
LISTS = ("incidents", "accused", "exhibits", "relatives", "reports")
WORDS = ["그날 일", "a & <b> {{x}}", "010-0000-0000", "https://a.example/1", "🙂", "x" * 300, "가\n나", "2026", ""]


def _snapshot(data, path=""):
    """Every answer by a path in which an entry stands under its id."""
    if isinstance(data, dict):
        return {k: v for name, each in data.items() for k, v in _snapshot(each, f"{path}/{name}").items()}
    if isinstance(data, list) and data and all(isinstance(each, dict) and "id" in each for each in data):
        return {k: v for each in data for k, v in _snapshot(each, f"{path}/{each['id']}").items()}
    return {path: data}


def _references(data):
    """Every id that an answer names, be it of a person, an act or an exhibit."""
    if isinstance(data, list):
        for each in data:
            yield from _references(each)
    if isinstance(data, dict):
        yield from (data[name] for name in ("actor", "part_of") if name in data)
        named = [data.get(name) for name in ("exhibits", "incidents")]
        yield from (ref for refs in named if isinstance(refs, list) for ref in refs if isinstance(ref, str))
        for each in data.values():
            yield from _references(each)


def _form(rng, field):
    """Something a person may type there; now and then what cannot be accepted."""
    if field.unknown and rng.random() < 0.15:
        return {"none": rng.choice(["unknown", "declined"])}
    if field.boxes:
        chosen = {}
        for box in rng.sample(field.boxes, k=rng.randint(0, len(field.boxes))):
            codes = [option.code for option in box.options]
            chosen[box.name] = (
                rng.choice(codes) if codes else box.control == "tick" or rng.choice([*WORDS, "3", "2025"])
            )
        return chosen
    codes = [option.code for option in field.options if option.enabled]
    if codes:
        several = isinstance(field.value, list)
        return rng.sample(codes, k=rng.randint(0, min(3, len(codes)))) if several else rng.choice(codes)
    return rng.choice([*WORDS, "yes", "no", "40"])


def _answers(rng, draft):
    page = view(draft, DAY)
    values = {each.path: _form(rng, each) for each in page.fields if each.control != "harms"}
    after, problems = answer(draft, page.key, values, DAY)
    wrong = {each.path for each in problems}
    before, now = _snapshot(draft.answers), _snapshot(after.answers)
    asked = tuple(_by_id(draft, path) for path in _touched(draft, page.fields))
    lost = [path for path in before if path not in now and not path.startswith(asked)]
    changed = [path for path in before if path in now and before[path] != now[path] and not path.startswith(asked)]
    assert (lost, changed) == ([], [])
    parts = {each.path: (each.path, *each.parts) for each in page.fields}
    assert all(any(path.startswith(parts[each]) for path in wrong) for each in after.typed if each in values)
    return after


BESIDE = {
    "exhibit": ("{parent}.kind", "{parent}.title"),
    "obtained": ("{parent}.obtained", "{parent}.obtained_words"),
    "safe": ("contact.text_ok", "contact.voicemail_ok", "contact.no_post"),
    "wishes": ("wishes", "victim.has_own_lawyer"),
}
REFERRING = {"did": ("actor",), "rest": ("actor",), "shows": ("exhibits", "knowing.exhibits", "discovered.exhibits")}
"""What else a question writes than its own path; what of the incidents it writes."""


def _touched(draft, fields):
    for each in fields:
        parent = each.path.rpartition(".")[0]
        yield from (each.path, *each.parts)
        yield from (path.format(parent=parent) for path in BESIDE.get(each.control, ()))
        for place, _ in enumerate(draft.read("incidents") or ()):
            yield from (f"incidents[{place}].{name}" for name in REFERRING.get(each.control, ()))


def _by_id(draft, path):
    """A concrete path with ids for places, as the snapshot writes it."""
    done, held = "", draft.answers
    for part in path.replace("]", "").split("."):
        name, *numbers = part.split("[")
        done, held = f"{done}/{name}", (held or {}).get(name) if isinstance(held, dict) else None
        for number in numbers:
            held = held[int(number)] if isinstance(held, list) else None
            done += f"/{held['id']}" if isinstance(held, dict) and "id" in held else ""
    return done


def _removes(rng, draft):
    held = [(name, draft.read(name)) for name in LISTS if draft.read(name)]
    if not held:
        return draft
    name, entries = rng.choice(held)
    place = rng.randrange(len(entries))
    gone, after = entries[place]["id"], remove(draft, f"{name}[{place}]")
    before, now = _snapshot(draft.answers), _snapshot(after.answers)
    lost = [
        path for path in before if path not in now and f"/{gone}" not in path and before[path] not in (gone, [gone], [])
    ]
    assert lost == []
    assert gone not in set(_references(after.answers)) or name in ("relatives", "reports")
    place_of(after.place)
    view(after, DAY)
    return after


def _adds(rng, draft):
    name = rng.choice(LISTS)
    after, at = add(
        draft, name, **({"harm": rng.choice(["fake", "spread", "threat", "messages"])} if name == "incidents" else {})
    )
    before, now = _snapshot(draft.answers), _snapshot(after.answers)
    moved = {"actor"} if name == "accused" else set()
    assert [path for path in before if now.get(path) != before[path] and path.rpartition("/")[2] not in moved] == []
    assert f'"{after.read(at)["id"]}"' not in json.dumps(draft.answers)
    return after


def _same(move):
    def moves(rng, draft):
        after = move(rng, draft)
        assert (after.answers, after.typed) == (draft.answers, draft.typed)
        return after

    return moves


ACTIONS = [
    _answers,
    _answers,
    _answers,
    _adds,
    _removes,
    _same(lambda rng, draft: next_page(draft, DAY)),
    _same(lambda rng, draft: next_page(draft, DAY)),
    _same(lambda rng, draft: previous_page(draft, DAY)),
    _same(lambda rng, draft: switch_language(draft, rng.choice(["ko", "en"]))),
    _same(lambda rng, draft: from_json(json.loads(json.dumps(to_json(draft))))),
    _same(lambda rng, draft: go(draft, rng.choice(places(draft, DAY)).key)),
]


def _begun(who):
    case = read_case(yaml.safe_load((files("legalkit") / "examples" / f"{who}.yaml").read_text(encoding="utf-8")))
    return lambda language: from_case(case, language)


BEGINNINGS = [start, *map(_begun, ("seoyeon", "hana", "kelly"))]


@pytest.mark.parametrize("part", range(10))
def it_loses_nothing_on_any_way_through(part):
    for walk in range(WALKS // 10):
        rng = random.Random(part * 1_000 + walk)
        draft = rng.choice(BEGINNINGS)(rng.choice(["ko", "en"]))
        for _ in range(STEPS):
            draft = rng.choice(ACTIONS)(rng, draft)


def it_goes_on_and_back():
    draft = start("ko")
    keys = [draft.place]
    for _ in range(6):
        draft = next_page(draft, DAY)
        keys.append(draft.place)
    assert keys[:4] == ["safety", "language", "who", "harms"]
    for key in reversed(keys[:-1]):
        draft = previous_page(draft, DAY)
        assert draft.place == key


def it_stays_on_the_first_and_on_the_last_page():
    assert previous_page(start("ko"), DAY).place == "safety"
    assert next_page(start("ko").changed(place="documents"), DAY).place == "documents"


def it_goes_on_from_a_page_that_is_no_longer_asked():
    draft, _ = add(start("ko"), "incidents", harm="camera")
    draft = draft.changed(place="incident_fake@incidents[0]")
    assert next_page(draft, DAY).place.startswith("incident_camera@")


def it_knows_what_is_done_and_what_is_left():
    draft = next_page(next_page(start("en"), DAY), DAY)
    states = {each.id: each.state for each in sections(draft, DAY)}
    assert (states["safety"], states["who"], states["you"]) == ("done", "here", "left")


@pytest.mark.parametrize(
    "key",
    [
        "nothing",
        "incident_what",
        "incident_what@incidents[0]",
        "who@incidents[0]",
        "@",
        "who@",
        "incident_what@accused[0]",
    ],
)
def but_it_refuses_a_page_that_is_not_there(key):
    draft, _ = add(start("ko"), "accused")
    with pytest.raises(InputError) as caught:
        go(draft, key)
    assert caught.value.problems[0].code == "E-INTERVIEW-PAGE"


def it_asks_about_an_order_only_where_there_is_one():
    draft, _ = add(start("ko"), "incidents", harm="camera")
    assert not any(each.page.id == "incident_order" for each in places(draft, DAY))
    draft, _ = add(draft, "incidents", harm="breach")
    assert [each.key for each in places(draft, DAY) if each.page.id == "incident_order"] == [
        "incident_order@incidents[1]"
    ]


def and_about_a_court_only_where_a_paper_goes_to_one():
    draft, _ = add(start("ko"), "incidents", harm="camera")
    keys = {each.key for each in places(draft.put("filings", ["complaint"]), DAY)}
    assert not keys & {"injunction", "injunction_court", "family", "family_urgent"}

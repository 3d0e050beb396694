"""``exhibits.json`` follows its schema and names nobody but in her own words."""

import json

import jsonschema
import pytest

from legalkit.case import numbers
from legalkit.evidence.exhibits_json import exhibits_file, exhibits_json, exhibits_schema
from tests.evidence.samples import case

EXHIBITS = [
    {"id": "a", "kind": "screenshot", "title": "대화방 화면", "made": "2026-03", "author": "unknown",
     "online": {"medium": "telegram"}, "obtained": "joined_chat", "intimate": False,
     "files": [{"name": "a.png", "place": "./hong/a.png", "size": 3, "sha256": "0" * 64,
                "modified": "2026-03-14T09:00:00+09:00", "tool": "legalkit 0.1.0 (hash-wasm 4.13.0)"}]},
    {"id": "b", "kind": "witness", "witness": {"name": "홍길동", "address": {"text": "서울 어딘가"}}},
    {"id": "a2", "kind": "screenshot", "part_of": "a"},
]  # fmt: skip


@pytest.fixture
def made():
    return case(exhibits=EXHIBITS)


def it_follows_its_schema(made):
    schema = json.loads(exhibits_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(exhibits_json(made)))


@pytest.mark.parametrize("broken", [{"version": 2}, {"exhibits": [{"id": "a"}]}, {"more": 1}])
def but_its_schema_refuses_what_it_is_not(made, broken):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**json.loads(exhibits_json(made)), **broken}, json.loads(exhibits_schema()))


def it_says_which_version_it_is(made):
    assert json.loads(exhibits_json(made))["version"] == 1
    assert json.loads(exhibits_schema())["$id"].endswith(":1")


def it_numbers_exhibits_as_the_case_does(made):
    listed = [(exhibit.id, (exhibit.number, exhibit.part)) for exhibit in exhibits_file(made).exhibits]
    assert listed == [("a", (1, 1)), ("a2", (1, 2)), ("b", (2, 0))]
    assert dict(listed) == numbers(made.exhibits)


def it_renumbers_when_the_order_changes(made):
    turned = case(exhibits=[EXHIBITS[1], EXHIBITS[0], EXHIBITS[2]])
    assert [(e.id, e.number) for e in exhibits_file(turned).exhibits] == [("b", 1), ("a", 2), ("a2", 2)]


def it_names_no_witness_and_no_folder(made):
    text = exhibits_json(made).decode("utf-8")
    assert "대화방 화면" in text
    assert '"author": "unknown"' in text
    for secret in ("홍길동", "서울", "hong"):
        assert secret not in text


def it_says_what_computed_a_hash(made):
    assert json.loads(exhibits_json(made))["exhibits"][0]["files"][0]["tool"] == "legalkit 0.1.0 (hash-wasm 4.13.0)"


def it_gives_the_same_bytes_for_the_same_case(made):
    assert exhibits_json(made) == exhibits_json(case(exhibits=EXHIBITS))

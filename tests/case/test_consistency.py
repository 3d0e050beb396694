"""What the parts of a case must have in common."""

import pytest

from legalkit.case import read_case
from legalkit.errors import CaseError

BARE = {"id": "k-0", "reporter": {"role": "self"}}
INCIDENT = {"id": "i", "act": "link"}
EXHIBIT = {"id": "e", "kind": "chat"}


def problems(**data):
    with pytest.raises(CaseError) as error:
        read_case({**BARE, **data})
    return [(problem.code, problem.path) for problem in error.value.problems]


@pytest.mark.parametrize("kind", ["accused", "incidents", "exhibits"])
def it_refuses_an_id_that_is_given_twice(kind):
    entry = {"accused": {"id": "a"}, "incidents": INCIDENT, "exhibits": EXHIBIT}[kind]
    assert problems(**{kind: [entry, entry]}) == [("E-CASE-DUPLICATE-ID", f"{kind}[1].id")]


@pytest.mark.parametrize(
    ("incident", "path"),
    [
        ({"actor": "nobody"}, "incidents[0].actor"),
        ({"exhibits": ["none"]}, "incidents[0].exhibits[0]"),
        ({"knowing": {"exhibits": ["none"]}}, "incidents[0].knowing.exhibits[0]"),
        ({"discovered": {"exhibits": ["none"]}}, "incidents[0].discovered.exhibits[0]"),
        ({"entries": [{}, {"exhibits": ["none"]}]}, "incidents[0].entries[1].exhibits[0]"),
    ],
)
def it_refuses_a_reference_that_leads_nowhere(incident, path):
    assert problems(incidents=[{**INCIDENT, **incident}]) == [("E-CASE-UNKNOWN-REFERENCE", path)]


@pytest.mark.parametrize("whole", ["none", "e"])
def it_refuses_a_part_of_nothing_and_a_part_of_a_part(whole):
    found = problems(exhibits=[{**EXHIBIT, "part_of": whole}])
    assert found == [("E-CASE-UNKNOWN-REFERENCE", "exhibits[0].part_of")]


def it_refuses_a_provision_for_an_incident_that_is_not_there():
    found = problems(provisions=[{"offence": "cc_283_1_threat", "incidents": ["i"]}])
    assert found == [("E-CASE-UNKNOWN-REFERENCE", "provisions[0].incidents[0]")]


@pytest.mark.parametrize("word", ["unknown", "declined", None])
def but_an_actor_may_go_unnamed(word):
    assert read_case({**BARE, "incidents": [{**INCIDENT, "actor": word}]}).incidents


def and_it_tells_everything_at_once():
    found = problems(
        accused=[{"id": "a"}, {"id": "a"}],
        incidents=[{**INCIDENT, "actor": "b", "exhibits": ["x", "y"]}],
        exhibits=[{**EXHIBIT, "part_of": "z"}],
    )
    assert len(found) == 5


@pytest.mark.parametrize(
    ("own", "data"),
    [
        ("kang-2026", {"victim": {"name": {"romanised": "Kang Yu-jin"}}}),
        ("case-thistleby", {"victim": {"name": {"passport": "KELLY THISTLEBY"}}}),
        ("hong-1", {"accused": [{"id": "a", "name": "HONG GIL-SANG"}]}),
        ("gwak", {"reporter": {"role": "legal_representative", "person": {"name": "GWAK C"}}}),
        ("x-sim", {"relatives": [{"name": "SIM"}]}),
    ],
)
def it_refuses_an_id_that_names_someone(own, data):
    assert ("E-CASE-NAME-IN-ID", "id") in problems(id=own, **data)


@pytest.mark.parametrize("name", ["unknown", "declined", "강유진", None])
def but_an_id_that_names_nobody_is_taken(name):
    assert read_case({**BARE, "id": "office-7", "victim": {"name": name}}).id == "office-7"

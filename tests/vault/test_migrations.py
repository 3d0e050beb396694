"""A file opens for good, and a newer one is left alone."""

from typing import get_args

import pytest

from legalkit.case import Case
from legalkit.errors import FileError
from legalkit.vault import migrations


def it_has_a_step_for_every_version_but_the_first():
    assert get_args(Case.model_fields["version"].annotation) == (len(migrations.STEPS) + 1,)


def it_walks_every_step_from_the_version_of_the_file(monkeypatch):
    steps = (lambda data: {**data, "walked": ["1 to 2"]}, lambda data: {**data, "walked": [*data["walked"], "2 to 3"]})
    monkeypatch.setattr(migrations, "STEPS", steps)
    assert migrations.migrated({"version": 1}) == {"version": 3, "walked": ["1 to 2", "2 to 3"]}
    assert migrations.migrated({"version": "2", "walked": []}) == {"version": 3, "walked": ["2 to 3"]}
    assert migrations.migrated({"version": 3}) == {"version": 3}


def it_takes_a_file_without_version_for_one_of_the_first(monkeypatch):
    monkeypatch.setattr(migrations, "STEPS", (lambda data: {**data, "walked": True},))
    assert migrations.migrated({"id": "a"}) == {"id": "a", "version": 2, "walked": True}
    assert migrations.migrated({"id": "a", "version": None}) == {"id": "a", "version": 2, "walked": True}


def but_it_refuses_a_newer_version_with_what_it_reads():
    with pytest.raises(FileError) as caught:
        migrations.migrated({"version": 2})
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, dict(problem.params)) == ("E-FILE-NEWER", "version", {"allowed": 1})


@pytest.mark.parametrize(
    "data", [None, [], "text", {"version": "one"}, {"version": -1}, {"version": [1]}, {"version": "９"}]
)
def and_it_leaves_what_has_no_version_to_the_case_model(data):
    assert migrations.migrated(data) is data

"""Gradio says nothing to anybody, and nothing of hers to a log."""

import os
import re
import sys

import pytest

from legalkit.errors import ToolError
from legalkit.web import quiet
from legalkit.web.blocks import wipe

SECRET = "까나리삼사오육"


@pytest.mark.parametrize("name", sorted(quiet._NEVER))
def it_refuses_to_start_where_the_environment_would_open_the_page(monkeypatch, name):
    monkeypatch.setenv(name, "1")
    with pytest.raises(ToolError, match="E-WEB-ENVIRONMENT") as caught:
        quiet.prepare()
    assert caught.value.problems[0].params == {"names": name}


def it_says_no_to_telemetry_and_history_before_gradio_is_loaded(monkeypatch):
    for name in quiet._SET:
        monkeypatch.setenv(name, "True")
    quiet.prepare()
    assert (os.environ["GRADIO_ANALYTICS_ENABLED"], os.environ["GRADIO_RUN_HISTORY"]) == ("False", "False")
    assert os.environ["HF_HUB_OFFLINE"] == "1"


def it_prints_where_an_error_came_from_and_no_word_of_it(capsys):
    import gradio.queueing

    quiet.hush()
    try:
        raise ValueError(f"could not read {SECRET}")
    except ValueError:
        gradio.queueing.traceback.print_exc()
    said = capsys.readouterr()
    assert SECRET not in said.out + said.err
    assert f"ValueError {__file__}" in said.err


def it_prints_nothing_that_breaks_where_there_is_no_error(capsys):
    quiet._without_words()
    assert capsys.readouterr().err.startswith("legalkit:")


def it_starts_with_no_other_gradio_than_the_one_that_was_tested(monkeypatch):
    import gradio

    monkeypatch.setattr(gradio, "__version__", "6.32.0")
    with pytest.raises(ToolError, match="E-WEB-GRADIO"):
        quiet.hush()


def it_is_quiet_wherever_the_room_was_entered():
    assert "legalkit.web" in sys.modules
    assert all(os.environ[name] == value for name, value in quiet._SET.items())


def it_leaves_gradio_nothing_to_count():
    from gradio.queueing import Queue

    quiet.hush()
    assert Queue.compute_analytics_summary(None, [SECRET]) == {"functions": {}}


def it_keeps_no_expression_of_her_name_after_she_left():
    def kept():
        return [key for name in ("_cache", "_cache2") for key in getattr(re, name, ()) if SECRET in str(key)]

    re.compile(SECRET)
    wipe((), [])
    assert kept(), "nobody left yet"
    wipe((), ["session"])
    assert not kept()

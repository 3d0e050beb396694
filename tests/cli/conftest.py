import pytest

from tests.support.command import Command


@pytest.fixture
def legalkit(monkeypatch, capsys):
    return Command(monkeypatch, capsys)

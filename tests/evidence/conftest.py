"""A folder of files."""

import pytest


@pytest.fixture
def folder(tmp_path):
    """A folder called 증거 with three files, one of them in a folder below."""
    top = tmp_path / "증거"
    (top / "chat").mkdir(parents=True)
    (top / "a.png").write_bytes(b"one")
    (top / "b.mp4").write_bytes(b"two")
    (top / "chat" / "c.txt").write_bytes(b"three")
    return top

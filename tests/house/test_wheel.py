"""What is handed out: the wheel and the source archive carry all data, and the wheel works from an empty folder."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.house import tree


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The folder with one source archive and the wheel that was built from it."""
    out = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, tree.ROOT, cwd=out)
    return out


@pytest.fixture(scope="module")
def wheel(built) -> Path:
    (only,) = built.glob("*.whl")
    return only


def _names(archive: Path) -> set[str]:
    with zipfile.ZipFile(archive) as packed:
        return set(packed.namelist())


def _run(*command, cwd: Path) -> str:
    """The output of a command; what it complained about, if it failed."""
    run = subprocess.run(
        [str(part) for part in command],
        cwd=cwd, env={**os.environ, "PYTHONPATH": "", "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def _data(*tops: str, suffixes: tuple[str, ...]) -> set[str]:
    return {tree.name(path) for path in tree.under(*tops) if path.suffix in suffixes}


def it_packs_every_template_catalogue_and_datum_into_the_wheel(wheel):
    names = _names(wheel)
    beside = _data("templates", "locales", suffixes=(".docx", ".po"))
    inside = _data("legalkit", suffixes=(".py", ".yaml", ".json", ".typed", ".conf"))
    kinds = {Path(name).suffix for name in beside | inside}
    assert {".docx", ".po", ".py", ".yaml", ".typed"} <= kinds
    assert {f"legalkit/_data/{name}" for name in beside} | inside <= names


def and_it_packs_nothing_else(wheel):
    tops = {name.split("/")[0] for name in _names(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"legalkit"}


def it_packs_every_template_made_ready(wheel):
    """That they are those of this program and no other is seen below, where one is filled."""
    ready = {name for name in _names(wheel) if name.startswith("legalkit/_data/ready/")}
    assert len(ready) == 3 * len(_data("templates", suffixes=(".docx",)))


def it_packs_the_tests_and_the_licence_into_the_source_archive(built):
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        names = {name.split("/", 1)[-1] for name in packed.getnames()}
    wanted = _data("legalkit", "templates", "locales", "tests", suffixes=(".py", ".docx", ".po", ".yaml", ".typed"))
    assert wanted | {"LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml", "hatch_build.py", "conftest.py"} <= names


_COMPILES = """
import sys
from legalkit.docx import Language, compiled
from legalkit.resources import data
for each in data("templates").iterdir():
    for language in Language:
        compiled(each.read_bytes(), language)
print("docxtpl" in sys.modules)
"""
"""Whether making all templates of an installed program ready still takes what the wheel was built with."""


def _python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _does_the_main_job(python: Path, folder: Path) -> None:
    """From an empty folder, its name with a space and Hangul: the example, then its package."""
    assert "generate" in _run(python, "-m", "legalkit", "--help", cwd=folder)
    (folder / "사건.yaml").write_text(_run(python, "-m", "legalkit", "example", "yujin", cwd=folder), encoding="utf-8")
    _run(python, "-m", "legalkit", "generate", "사건.yaml", "--out", "나온 것", "--as-of", "2026-11-22", cwd=folder)
    assert list((folder / "나온 것").rglob("*-complaint-ko.docx"))


def it_works_from_an_empty_folder(wheel, tmp_path):
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    python = _python_of(home)
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    # the wheel's dependencies are those that are installed here; the wheel itself comes first
    site = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip())
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    folder = tmp_path / "빈 폴더"
    folder.mkdir()
    assert str(site) in _run(python, "-c", "import legalkit; print(legalkit.__file__)", cwd=folder)
    _does_the_main_job(python, folder)
    assert _run(python, "-c", _COMPILES, cwd=folder).split() == ["False"]


@pytest.mark.long
def it_works_with_the_dependencies_that_it_names_and_no_other(wheel, tmp_path):
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    python = _python_of(home)
    _run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    folder = tmp_path / "빈 폴더"
    folder.mkdir()
    _does_the_main_job(python, folder)

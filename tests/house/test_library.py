"""The library: three names, typed, light."""

import subprocess
import sys

import pytest

import legalkit

_HEAVY = ("gradio", "xlsxwriter", "python_calamine", "pypdf", "distributed", "docxtpl", "pydantic")


def _loaded(code: str, *modules: str) -> list[str]:
    told = f"{code}\nimport sys\nprint([name for name in {modules} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    return eval(run.stdout)


def it_is_light_until_something_is_asked_for():
    assert _loaded("import legalkit", *_HEAVY) == []


def it_brings_neither_screens_nor_clusters():
    code = "from legalkit import Case, generate, generate_many"
    assert _loaded(code, "gradio", "pypdf", "distributed", "legalkit.web") == []


@pytest.mark.parametrize("name", ["Case", "generate", "generate_many"])
def it_gives_each_name_with_a_docstring(name):
    assert getattr(legalkit, name).__doc__
    assert name in legalkit.__all__


def but_it_has_no_other_name():
    with pytest.raises(AttributeError, match="no_such"):
        _ = legalkit.no_such


def it_shows_its_types_to_a_checker(tmp_path):
    user = tmp_path / "user.py"
    user.write_text(
        "from datetime import date\nfrom legalkit import Case, generate, generate_many\n"
        "def f(case: Case) -> bytes:\n    made = generate(case, date(2026, 11, 22))\n"
        "    for each in generate_many([case], date(2026, 11, 22)):\n        print(each.id)\n"
        "    wrong: int = made.files['x']\n    return made.files['x']\n",
        encoding="utf-8",
    )
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", str(user)],
        cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert [line.partition("error: ")[2] for line in run.stdout.splitlines() if "error" in line] == [
        'Incompatible types in assignment (expression has type "bytes", variable has type "int")  [assignment]'
    ]

"""legalkit: bilingual Korean/English filings for survivors of digital sexual violence in South Korea.

As a library it has three names; each is imported when it is first asked for, and none brings Gradio or LibreOffice::

    from datetime import date
    from legalkit import Case, generate, generate_many

    case = Case.model_validate({"id": "case-1", "reporter": {"role": "self"}})
    package = generate(case, date(2026, 11, 22))
    package.files["3-for-you/02-next_steps-ko.docx"]  # bytes

* :class:`legalkit.case.Case`: what happened, validated. Problems are read from :func:`legalkit.case.read_case`.
* :func:`legalkit.package.generate`: the files of one case on a day.
* :func:`legalkit.batch.generate_many`: those of many cases, one after the other or by any executor.
"""

from importlib import import_module

__version__ = "0.1.0"
__all__ = ["Case", "__version__", "generate", "generate_many"]  # noqa: F822 -- found below

_HOMES = {"Case": "legalkit.case", "generate": "legalkit.package", "generate_many": "legalkit.batch.many"}


def __getattr__(name: str) -> object:
    """The names of the library, imported when they are first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'legalkit' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

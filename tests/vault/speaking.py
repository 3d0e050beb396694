"""Every problem and finding that a test meets can be said in both languages."""

from legalkit.errors import Problem
from legalkit.language.catalogue import problem_text, text
from legalkit.language.words import LANGUAGES
from legalkit.vault.doctor import Finding


def code_of(problem: Problem) -> str:
    """The code, once its words have been made."""
    assert all(problem_text(problem, language) for language in LANGUAGES)
    return problem.code


def told(finding: Finding) -> tuple[str, str]:
    """Code and state, once the words have been made."""
    assert all(text(finding.code, language, **finding.params) for language in LANGUAGES)
    return finding.code, finding.state.value

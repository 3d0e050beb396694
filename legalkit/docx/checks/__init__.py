"""Checking a template before it is used: what a person who edits it in Word can get wrong without seeing it."""

from legalkit.docx.checks.layout import layout_rules
from legalkit.docx.checks.lines import Sheet
from legalkit.docx.checks.tags import tag_rules
from legalkit.docx.checks.twins import twin_rules
from legalkit.docx.model import Language
from legalkit.docx.rendering import compiled
from legalkit.errors import Problem, TemplateError


def lint(template: bytes) -> list[Problem]:
    """Everything that is wrong with a template, each with its paragraph and first tag.

    Args:
        template: a Word file with both languages.

    Returns:
        Problems ``E-TPL-…``, in the order of the rules; empty if the template is sound. The rules, and how to mend
        what they find, stand in ``docs/templates.md``.
    """
    try:
        sheet = Sheet(template)
    except TemplateError as error:
        return list(error.problems)
    found = [problem for rule in (*tag_rules, *twin_rules, *layout_rules) for problem in rule(sheet)]
    return found + _unreadable(template, found)


def _unreadable(template: bytes, found: list[Problem]) -> list[Problem]:
    """What only reading the tags tells: a tag that is never closed, a name that may not be used."""
    problems: dict[str, Problem] = {}
    for language in Language:
        try:
            compiled(template, language)
        except TemplateError as error:
            problems |= {problem.code: problem for problem in error.problems}
    known = {problem.code for problem in found}
    return [problem for code, problem in problems.items() if code not in known]

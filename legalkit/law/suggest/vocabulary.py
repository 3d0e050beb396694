"""Every fact a rule may name, by name; the docstring of each says what it means.

>>> FACTS["link_opened_directly"].__doc__
'Whether the link showed the material at once.'
"""

from legalkit.law.suggest import facts_course, facts_material, facts_people, facts_place, facts_words
from legalkit.law.suggest.scene import FACTS

__all__ = ["FACTS", "facts_course", "facts_material", "facts_people", "facts_place", "facts_words"]

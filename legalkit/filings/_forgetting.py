"""What a process keeps of the cases it has worked on, beyond the package of each, and how it is let go of."""

import re

from legalkit.law.suggest import forget_ages


def forget_people() -> None:
    """Lets go of expressions made of what is confidential, which ``re`` keeps, and of what was found of her age."""
    re.purge()
    forget_ages()

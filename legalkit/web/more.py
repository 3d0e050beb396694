"""What a page has beside its questions."""

from legalkit.language import Language
from legalkit.web.desk import Nav, Screen


def more(screen: Screen, nav: Nav, language: Language) -> None:
    """Draws nothing yet beside the questions."""

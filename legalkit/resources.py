"""Where packaged data lies: inside the installed package, or at the top of a checkout."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parent.parent


def data(kind: str) -> Traversable:
    """The folder of one kind of packaged data.

    Args:
        kind: ``"templates"`` or ``"locales"``.

    Returns:
        The folder in the wheel if the package is installed from one, else the folder of the checkout.

    >>> data("templates").is_dir()
    True
    """
    installed = files("legalkit") / "_data" / kind
    return installed if installed.is_dir() else _CHECKOUT / kind


@cache
def template(name: str) -> bytes:
    """The bytes of ``templates/<name>.docx``, read once in the life of the process.

    Args:
        name: a filing id, such as ``"complaint"``.

    Raises:
        FileNotFoundError: there is no such template.
    """
    return (data("templates") / f"{name}.docx").read_bytes()

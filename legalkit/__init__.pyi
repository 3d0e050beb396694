# What type checkers see: the names that legalkit/__init__.py imports when they are first asked for.
from legalkit.batch.many import generate_many as generate_many
from legalkit.case import Case as Case
from legalkit.package import generate as generate

__version__: str

"""``python -m legalkit`` does what the ``legalkit`` command does."""

from legalkit.cli import main

if __name__ == "__main__":
    main()

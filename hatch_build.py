"""What a wheel holds beside the sources: our templates, made ready (see ``legalkit/docx/ready.py``)."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_NEEDED = ("docxtpl", "jinja2", "lxml", "python-docx")


class ReadyTemplates(BuildHookInterface):
    """Makes the templates ready with the sources that go into the wheel."""

    def dependencies(self) -> list[str]:
        """What making them ready needs, in the versions that the program itself asks for."""
        return [each for each in self.metadata.core.dependencies if each.startswith(_NEEDED)]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Puts them where the program looks for them; an editable install is no wheel, and has ``make`` for that."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from legalkit.docx.preparing import write

        self._made = TemporaryDirectory()
        write(Path(self._made.name))
        build_data["force_include"][self._made.name] = "legalkit/_data/ready"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leaves nothing beside the wheel."""
        if version != "editable":
            self._made.cleanup()

"""Every page of ours, once: its address, what answers it, and who may come. Guard and routes are made from this."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from starlette.responses import Response

from legalkit.web.guard import SCREEN, Door
from legalkit.web.org import doing, entry, listing, running, taking
from legalkit.web.org.call import Call

Who = Literal["anybody", "staff"]
_PARTS = {"id": "[0-9a-f]{32}", "version": "[0-9a-f]{64}"}
_LANGUAGE = "(?P<language>ko|en)"


@dataclass(frozen=True)
class Way:
    """A page, or what one of its forms does.

    Attributes:
        method: of the request.
        path: after the language; ``{id}`` is a case, ``{version}`` a version of it.
        answer: what answers.
        who: whom it answers.
        under: what stands before the language.
        anywhere: as of :class:`legalkit.web.guard.Door`.
    """

    method: str
    path: str
    answer: Callable[[Call], Response]
    who: Who = "staff"
    under: str = "/desk/"
    anywhere: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """What the whole path looks like."""
        path = re.sub(r"\{(\w+)\}", lambda match: f"(?P<{match[1]}>{_PARTS[match[1]]})", self.path)
        return re.compile(f"{self.under}{_LANGUAGE}" + (f"/{path}" if self.under == "/desk/" else path))


WAYS = (
    Way("GET", "in", entry.ask, "anybody", anywhere=True),
    Way("POST", "in", entry.sign_in, "anybody"),
    Way("POST", "out", entry.sign_out, "anybody"),
    Way("GET", "", entry.landing, "anybody", under="/come/", anywhere=True),
    Way("POST", "", entry.begin, "anybody", under="/come/"),
    Way("GET", "", entry.home),
    Way("GET", "cases", listing.listed),
    Way("POST", "find", listing.listed),
    Way("POST", "new", listing.begin),
    Way("GET", "case/{id}", listing.one),
    Way("GET", "case/{id}/review", taking.reviewed),
    Way("GET", "case/{id}/papers", taking.choose),
    Way("POST", "case/{id}/papers", taking.make),
    Way("POST", "case/{id}/file", taking.as_file),
    Way("POST", "case/{id}/link", doing.make_link),
    Way("POST", "case/{id}/links/stop", doing.stop_links),
    Way("POST", "case/{id}/hand-over", doing.hand_over),
    Way("POST", "case/{id}/close", doing.close),
    Way("POST", "case/{id}/take/{version}", doing.take),
    Way("POST", "case/{id}/drop/{version}", doing.drop),
    Way("GET", "case/{id}/delete", doing.before_deleting),
    Way("POST", "case/{id}/delete", doing.delete),
    Way("GET", "people", running.staff),
    Way("POST", "people/add", running.add),
    Way("POST", "people/change", running.change),
    Way("GET", "keeping", running.keep),
    Way("POST", "keeping", running.purge),
    Way("GET", "log", running.log),
    Way("POST", "log", running.check_log),
    Way("GET", "mine", running.mine),
    Way("POST", "mine", running.change_mine),
)


def doors() -> tuple[Door, ...]:
    """What is open: the pages, the interview, the way out."""
    body: dict[str, Any] = {"POST": "step_bytes"}
    ours = (Door(way.method, way.pattern, "", body.get(way.method, ""), way.anywhere) for way in WAYS)
    plain = (
        Door("GET", re.compile("/"), anywhere=True),
        Door("GET", re.compile(r"/(?:ko|en)/|/leave|/blank|/favicon\.ico")),
    )
    return (*plain, *SCREEN, *ours)

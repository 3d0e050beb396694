"""Where images of her can be seen: one list, typed once with the acts, without doubles.

전기통신사업법 제22조의5, 성폭력방지법 제7조의3. Material of a minor is named by its place alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from legalkit.case import Case, Incident, NoAnswer, When, known, said_no, said_yes, unknown, value
from legalkit.case.codes import Act, Material, Medium
from legalkit.case.incident import Online
from legalkit.filings._masking import MASK, hits
from legalkit.filings._moments import cell
from legalkit.filings._once import once
from legalkit.filings._pieces import coded, joined
from legalkit.filings._slots import online_words
from legalkit.filings._voice import without_article
from legalkit.filings._words import sentence
from legalkit.language import EMPTY, Bilingual
from legalkit.law import age_on
from legalkit.law.acts import acts_of_kind

FAKES = (Material.FAKE_VIDEO, Material.FAKE_PHOTO, Material.FAKE_VOICE)
_SEXUAL = (Material.SEXUAL_VIDEO, Material.SEXUAL_PHOTO, Material.NUDE_VIDEO, Material.NUDE_PHOTO)
PRIVATE = frozenset(
    (
        Medium.KAKAOTALK, Medium.LINE, Medium.MESSENGER, Medium.TELEGRAM, Medium.DISCORD, Medium.PAID_ROOM,
        Medium.CLOUD, Medium.EMAIL, Medium.TEXT_MESSAGE, Medium.PHONE_CALL, Medium.VIDEO_CALL, Medium.LETTER,
        Medium.IN_PERSON, Medium.THROUGH_OTHERS, Medium.DATING_APP, Medium.GAME, Medium.OTHER,
    )
)  # fmt: skip
"""Media where what is sent is not open to everybody, unless a page address shows otherwise (제22조의5제1항)."""

POST_PATHS = frozenset(
    f"incidents[].{name}"
    for name in ("act", "about_material", "material", "urls", "online", "when", "entries", "still_online")
)
"""What the list rests on."""
MINOR_PATHS = frozenset({"victim.birth", "incidents[].made", "incidents[].looks_like_child"})
"""What tells whether somebody shown may be a minor."""


@dataclass(frozen=True)
class Post:
    """One place where an image of her can be seen.

    Attributes:
        url: its address, as typed; empty where there is none.
        online: platform, account, room.
        when: when it was put there.
        act: the act it belongs to.
    """

    url: str
    online: Online | None
    when: When | NoAnswer | None
    act: Incident

    @property
    def host(self) -> str:
        """The site of its address; empty where there is no address.

        >>> from legalkit.case import Incident
        >>> Post("https://www.Photos.example/p/1", None, None, Incident(id="i", act="spread")).host
        'photos.example'
        """
        return (_parts(self.url)[1]).removeprefix("www.")

    @property
    def public(self) -> bool:
        """Whether everybody can get at it, as far as the answers tell."""
        return bool(self.url) or (self.online is not None and self.online.medium not in PRIVATE)


@once
def posts(case: Case) -> list[Post]:
    """Every place, each once; what is known to be gone is left out."""
    listed: dict[str, Post] = {}
    for act in acts_of_kind(case, "illegal_content"):
        if not said_no(act.still_online):
            for post in _posts(act):
                # a masked address may stand for several pages: better twice on the list than not at all
                key = f"{len(listed)} {post.url}" if MASK in post.url else _key(post)
                listed.setdefault(key, post)
    return list(listed.values())


def _posts(act: Incident) -> Iterator[Post]:
    online = value(act.online)
    yield from (Post(url, online, act.when, act) for url in act.urls)
    for entry in act.entries:
        when = entry.when if entry.when is not None else act.when
        yield from (Post(url, entry.online or online, when, act) for url in entry.urls)
    if online and not act.urls and not any(entry.urls for entry in act.entries):
        yield Post("", online, act.when, act)


def _parts(url: str) -> tuple[str, str, str]:
    split = urlsplit(url if "://" in url else f"//{url}")
    return split.scheme.lower(), split.netloc.lower(), split._replace(scheme="", netloc="").geturl().rstrip("/")


def _key(post: Post) -> str:
    """What two entries of the same place share: scheme, ``www.`` and a last slash do not count.

    >>> from legalkit.case import Incident
    >>> act = Incident(id="i", act="spread")
    >>> len({_key(Post(url, None, None, act)) for url in ("https://A.example/p/", "http://www.a.example/p")})
    1
    """
    if not post.url:
        return repr((post.online, post.act.material))
    return post.host + _parts(post.url)[2]


def rows(case: Case, listed: list[Post]) -> list[dict[str, object]]:
    """The list as it is printed."""
    return [{"n": str(place), **_row(case, post)} for place, post in enumerate(listed, start=1)]


def _row(case: Case, post: Post) -> dict[str, object]:
    masked = sentence("url_masked") if post.url and hits(post.url, case) else EMPTY
    place = Bilingual.same(post.url) if post.url else sentence("url_none")
    return {
        "site": _site(post),
        "url": joined([place, masked], "\n"),
        "poster": Bilingual.same((post.online.account if post.online else None) or ""),
        "when": cell(post.when),
        "kind": coded("Material", post.act.material),
    }


def _site(post: Post) -> Bilingual:
    """The site; where an address was passed on in a chat, the site it leads to and not the chat."""
    if post.online is None or post.act.act is Act.LINK:
        return Bilingual.same(post.host)
    named = online_words(post.online.model_copy(update={"account": None}))
    english = named.en.removeprefix("on ").removeprefix("in ").removeprefix("by ").removeprefix("the ")
    return joined([Bilingual(named.ko, without_article(english)), Bilingual.same(post.host)], "\n")


def is_fake(act: Incident) -> bool:
    """Whether the material is a fake."""
    return act.act is Act.FAKE or act.material in FAKES


def is_footage(act: Incident) -> bool:
    """Whether the material was filmed, as far as the answers tell."""
    return known(act.material) and act.material not in (*FAKES, Material.OTHER)


def shows_minor(case: Case, act: Incident) -> bool:
    """Whether it surely shows somebody under 19 (청소년성보호법 제2조제1호·제5호)."""
    if said_yes(act.looks_like_child):
        return True
    born, day = value(case.victim.birth), _latest(act)
    if born is None or day is None or act.material not in _SEXUAL:
        return False
    return age_on(born.earliest, day) < 19


def may_show_minor(case: Case, act: Incident) -> bool:
    """Whether it may show somebody under 19; then nobody is asked for a picture of it."""
    if shows_minor(case, act) or unknown(act.looks_like_child):
        return True
    born, day = value(case.victim.birth), _earliest(act)
    return born is None or day is None or age_on(born.latest, day) < 19


def _latest(act: Incident) -> date | None:
    days = [each.latest for each in (value(act.made), value(act.when)) if each and each.latest]
    return min(days, default=None)


def _earliest(act: Incident) -> date | None:
    # known only by discovery: the day she learned of it stands for it
    days = [each.earliest or each.latest for each in (value(act.made), value(act.when)) if each]
    return min((day for day in days if day), default=None)

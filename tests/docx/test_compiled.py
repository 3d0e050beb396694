import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalkit.docx.compiled import Compiled
from legalkit.docx.model import Language, Properties
from legalkit.docx.preparing import prepare
from legalkit.docx.rendering import compiled
from legalkit.errors import TemplateError
from legalkit.resources import data
from tests.docx import build
from tests.docx.equality import CORE, Fake, by_docxtpl, differences, members, names_in
from tests.docx.odd import CORPUS

PROPERTIES = Properties("제목", datetime.date(2026, 11, 22))
OURS = sorted(p.name for p in data("templates").iterdir() if p.name.endswith(".docx"))
ODD_TEXTS = ["홍길동", 'A&B <x> > "q" \'😊', "줄\n바꿈\n", "탭\t끝", " 앞뒤 ", "", "2026. 5. 1.", "&amp; &#65;"]
LITERAL = ["{{ x }} {% y %}", "{_{ z }_} {_% a %_}", "{# c #}", "}}", "a\r\nb\rc", "{"]
characters = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
texts = st.text(characters | st.sampled_from("&<>\"'{}%\n\t \u00a0가"), max_size=12)


def _odd(name: str) -> Compiled:
    document = build.new()
    CORPUS[name].fill(document)
    return Compiled(prepare(build.to_bytes(document), Language.BILINGUAL), Language.BILINGUAL)


@pytest.mark.parametrize("name", CORPUS)
def it_gives_what_docxtpl_gives_for_odd_templates(name):
    template, context = _odd(name), CORPUS[name].context
    ours = template.render(context, PROPERTIES)
    assert differences(ours, by_docxtpl(template._variant, context), without=(CORE,)) == []


@pytest.mark.parametrize("name", CORPUS)
def and_it_knows_which_of_them_go_the_slow_way_and_why(name):
    expected = CORPUS[name].slow
    found = [problem.code for problem in _odd(name).slow]
    assert found[:1] == ([f"W-TPL-SLOW-{expected}"] if expected else [])


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", OURS)
@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 2**32), odd=st.lists(texts, min_size=1, max_size=6))
def it_gives_what_docxtpl_gives_for_our_templates_and_any_values(name, language, seed, odd):
    template = compiled((data("templates") / name).read_bytes(), language)
    context = {key: Fake(key, seed, odd + ODD_TEXTS + LITERAL) for key in names_in(template)}
    assert differences(template.render(context, PROPERTIES), template.render_by_docxtpl(context, PROPERTIES)) == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", OURS)
def and_it_gives_what_docxtpl_gives_without_our_rules(name, language):
    template = compiled((data("templates") / name).read_bytes(), language)
    for seed in range(3):
        context = {key: Fake(key, seed, ODD_TEXTS) for key in names_in(template)}
        ours = template.render(context, PROPERTIES)
        assert differences(ours, by_docxtpl(template._variant, context), without=(CORE,)) == []


@pytest.mark.parametrize("name", OURS)
def it_compiles_every_template_of_ours(name):
    assert [compiled((data("templates") / name).read_bytes(), language).slow for language in Language] == [[], [], []]


def it_sees_a_difference_where_there_is_one():
    template = compiled(build.to_bytes(build.sound()), Language.KO)
    one, other = (template.render(build.context(number=n), PROPERTIES) for n in (1, 2))
    assert differences(one, other) == ["word/footer1.xml"]


def it_gives_the_same_bytes_for_the_same_input():
    blob = build.to_bytes(build.sound())
    one, other = (Compiled(prepare(blob, Language.KO), Language.KO).render(build.context(), PROPERTIES) for _ in "12")
    assert one == other


def it_serves_many_threads_at_once():
    template = compiled(build.to_bytes(build.sound()), Language.BILINGUAL)
    contexts = [build.context(number=n, urls=[f"line {n}\nbreak"] * (n % 5)) for n in range(60)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda context: template.render(context, PROPERTIES), contexts))
    assert together == [template.render(context, PROPERTIES) for context in contexts]


def it_puts_the_content_types_first_and_dates_everything_alike():
    document = compiled(build.to_bytes(build.sound()), Language.EN).render(build.context(), PROPERTIES)
    assert list(members(document))[:2] == ["[Content_Types].xml", "_rels/.rels"]


@pytest.mark.parametrize("tag", ["{{ a.__class__ }}", "{{ a._x }}", "{{ a.format(1) }}", "{{ a.mro }}"])
def but_it_refuses_a_template_that_reaches_out_of_its_sandbox(tag):
    document = build.new()
    build.line(document, tag, "Field")
    with pytest.raises(TemplateError) as caught:
        compiled(build.to_bytes(document), Language.KO)
    assert [(p.code, p.path) for p in caught.value.problems] == [
        ("E-TPL-FORBIDDEN", f"word/document.xml, paragraph 1: {tag}")
    ]


@pytest.mark.parametrize(
    "tag", ["{{ a['__class__'] }}", "{{ a|attr('__class__') }}", "{{ ['x']|map(attribute='__class__')|first }}"]
)
def and_it_refuses_what_only_shows_when_it_runs(tag):
    document = build.new()
    build.line(document, tag, "Field")
    with pytest.raises(TemplateError):
        compiled(build.to_bytes(document), Language.KO).render({"a": "x"}, PROPERTIES)


def but_it_refuses_a_tag_that_is_never_closed():
    document = build.new()
    build.line(document, "{%p if a %}", "CTL")
    with pytest.raises(TemplateError, match="E-TPL-SYNTAX"):
        compiled(build.to_bytes(document), Language.KO)

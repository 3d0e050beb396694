"""Cases of every shape, made by Hypothesis."""

from hypothesis import strategies as st

from legalkit.case import Case, read_case

_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Nd"))
_TRAPS = st.sampled_from(["no", "NO", "null", "~", "on", "1.10", "010", "0x1f", "2026-03-14", "12:30", "- a", "a: b",
                          "#", "*x", "&x", "!t", "| x", "> y", "'", '"', "{", "[", "%", "@", "\\", "yes ", "=", "<<",
                          "한 줄\n둘째 줄", " 앞뒤 ", "a\n\n b\n", "tab\there",
                          "🙂\u00a0끝", "a\ufeffb", "x\x84y", "a \nb"])  # fmt: skip
texts = st.one_of(_TRAPS, st.text(_LETTERS, min_size=1, max_size=60).filter(lambda text: text.strip()))
lines = texts.map(lambda text: " ".join(text.split()) or "x").filter(lambda text: text.strip())
_no_answer = st.sampled_from(["unknown", "declined"])
_days = st.dates().filter(lambda day: 1900 <= day.year <= 2100).map(lambda day: day.isoformat())
_dates = st.one_of(_days, _days.map(lambda day: day[:7]), _days.map(lambda day: day[:4]))
_whens = st.one_of(
    _no_answer,
    _dates.map(lambda day: {"on": day}),
    _days.map(lambda day: {"on": day, "time": "21:30", "about": True}),
    texts.map(lambda words: {"words": words}),
)
_yes_no = st.one_of(_no_answer, st.booleans())
_incident = st.fixed_dictionaries(
    {"act": st.sampled_from(["filming", "messages", "threat"])},
    optional={
        "when": _whens, "quote": texts, "refused": st.just({}), "still_online": _yes_no, "consequences": st.just([]),
        "count": st.integers(1, 10_000_000), "price": st.fixed_dictionaries({"amount": st.integers(0, 10**13)}),
        "urls": st.lists(st.just("https://example.org/p"), max_size=2),
    },
)  # fmt: skip
_person = st.fixed_dictionaries(
    {},
    optional={
        "name": st.one_of(_no_answer, lines.map(lambda name: {"hangul": name})), "phone": lines, "birth": _days,
        "nationality": st.sampled_from(["KR", "NO"]), "address": texts.map(lambda text: {"text": text}),
        "occupation": texts,
    },
)  # fmt: skip


def _numbered(incidents):
    return [{"id": f"i{place}", **incident} for place, incident in enumerate(incidents)]


cases: st.SearchStrategy[Case] = st.fixed_dictionaries(
    {"id": st.just("case-1"), "reporter": st.just({"role": "self"}), "victim": _person,
     "incidents": st.lists(_incident, max_size=3).map(_numbered)},
    optional={"own_words": st.lists(texts, max_size=2), "case_number": lines},
).map(read_case)  # fmt: skip

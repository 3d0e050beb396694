"""The answers on which suggestions rest, as paths of the case model; a filing that prints provisions names them."""

READS = frozenset({
    "victim.birth",
    "victim.disability",
    "accused[].name",
    "accused[].birth",
    "accused[].relation.kind",
    "accused[].relation.kin_within_four",
    "accused[].relation.de_facto_spouses",
}) | {
    f"incidents[].{name}"
    for name in (
        "act", "actor", "when", "knowing.when", "discovered.when", "entries", "count", "people", "online", "urls",
        "place", "material", "shown", "made", "opens_directly", "will", "consented_to_making", "result_known",
        "purpose_to_spread", "looks_like_child", "about_material", "demands", "demand_money", "done", "out_of_fear",
        "feelings", "refused", "data_kinds", "sexual_purpose", "service", "permission", "taken", "order", "diagnosis",
        "means",
    )
}  # fmt: skip
"""Every answer a fact may read; ``tests/law/suggest/test_reads.py`` takes all others away and finds nothing changed."""

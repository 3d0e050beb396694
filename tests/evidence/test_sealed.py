"""The sealed pack: label, request, medium."""

from legalkit.evidence.sealed import sealed_pack


def it_has_every_line_of_the_label():
    assert [field.key for field in sealed_pack().label.fields] == [
        "case_number", "exhibits", "items", "sha256", "sealed_on", "submitted_by", "received_by", "received_on",
    ]  # fmt: skip
    assert "서명" in sealed_pack().label.across_flap.ko


def it_asks_in_a_stable_order_with_keys_of_their_own():
    keys = [ask.key for ask in (*sealed_pack().request.asks, *sealed_pack().request.asks_for_minors)]
    assert keys[0] == "few_viewers"
    assert len(keys) == len(set(keys))


def it_cites_the_duty_of_silence_for_minors_and_not_the_victims_own_right_to_inspect():
    """제29조 lets the victim inspect the record; what keeps it closed to others is 제31조."""
    references = [basis.reference.ko for ask in sealed_pack().request.asks_for_minors for basis in ask.bases]
    assert references == ["「아동ㆍ청소년의 성보호에 관한 법률」 제31조"]


def it_states_what_of_a_device_is_handed_over_and_what_not():
    scope = sealed_pack().scope
    assert [field.key for field in scope.fields] == [
        "device", "accounts", "period", "folders", "purpose", "not_searched", "returned",
    ]  # fmt: skip
    assert "별지 제9호서식" in scope.opening.ko
    assert {ask.key for ask in scope.asks} == {"within_scope", "own_form", "papers_back", "hash"}


def it_says_of_no_image_more_than_was_answered():
    """Whether images are inside, and whether she was under 19, was asked of her and may be open."""
    request = sealed_pack().request
    assert "담겨 있을 수 있는" in request.opening.ko
    assert all("수 있습니다" in ask.words.ko for ask in request.asks_for_minors)


def it_sends_the_password_by_another_way():
    steps = " ".join(step.ko for step in sealed_pack().medium)
    assert "암호화" in steps
    assert "암호는 매체나 봉투에 적지 않습니다" in steps


def it_keeps_images_out_of_electronic_filing():
    assert "전자로 제출하지 않고" in sealed_pack().hand_over[0].ko

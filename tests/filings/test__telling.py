"""What a sentence makes of the answers of one incident, and of those told before it."""

from legalkit.case import read_case
from legalkit.filings import story
from legalkit.language import Bilingual


def _said(*incidents: dict) -> list[Bilingual]:
    told = [{"id": f"i-{n}", **incident} for n, incident in enumerate(incidents)]
    accused = [{"id": "a", "name": "홍길상"}]
    case = read_case({"id": "case-1", "reporter": {"role": "self"}, "accused": accused, "incidents": told})
    return [each.words.plain() for _, sentences in story(case).acts for each in sentences]


def _told(*incidents: dict) -> list[str]:
    return [each.ko for each in _said(*incidents)]


def _english(*incidents: dict) -> list[str]:
    return [each.en for each in _said(*incidents)]


class DescribeWhatADemandMadeHerDo:
    DONE = {"act": "made_to_act", "actor": "a", "when": "2026-03-01", "done": ["sent_pictures"], "out_of_fear": True}

    def it_refers_to_the_demand_that_was_told_before(self):
        told = _told({"act": "threat", "actor": "a", "when": "2026-02-01", "quote": "보낸다"}, self.DONE)
        assert told[-1] == "고소인은 이를 두려워하여 2026. 3. 1. 사진이나 영상을 보냈습니다."

    def and_it_says_whose_demand_it_was_where_none_was_told(self):
        assert _told(self.DONE) == [
            "고소인은 두려움 때문에 피고소인의 요구에 따라 2026. 3. 1. 사진이나 영상을 보냈습니다."
        ]
        assert _english(self.DONE) == [
            "Out of fear, I sent pictures or videos on 1 March 2026, as the accused had demanded."
        ]


def it_says_of_a_camera_that_was_found_who_had_it():
    knowing = {"how": "concluded", "reasons": ["only_accused_had_it"]}
    found = {"act": "hidden_camera", "actor": "a", "when": "2026-03-01", "keeper": "police", "knowing": knowing}
    assert "위 카메라를 가지고 있던 사람이 피고소인뿐이었기 때문입니다." in " ".join(_told(found))
    assert "It is now kept by the police." in _english(found)


def it_says_in_english_that_she_keeps_it_herself():
    found = {"act": "hidden_camera", "finder": "victim", "when": "2026-03-01", "keeper": "victim"}
    assert "It is now kept by me." in _english(found)
    assert "카메라는 현재 고소인이 보관하고 있습니다." in _told(found)


def it_says_into_what_somebody_came_and_that_it_was_against_her_will():
    came = {"act": "entering_place", "actor": "a", "when": "2026-03-01", "place": {"kind": "victim_home"}}
    assert _english(came) == ["The accused came into my home on 1 March 2026."]
    against = "피고소인은 2026. 3. 1. 고소인의 의사에 반하여 고소인의 주거에 들어왔습니다."
    assert _told({**came, "will": True}) == [against]
    assert _english({**came, "place": None, "will": True}) == ["The accused came in on 1 March 2026 against my will."]


def it_says_why_a_filming_failed():
    tried = {"act": "attempted_filming", "actor": "a", "when": "2026-03-01", "prevented_by": "stopped_by_others"}
    assert _english(tried)[-1] == "It failed because others stepped in."
    assert _told(tried)[-1] == "다른 사람이 막아 촬영하지는 못하였습니다."


def it_says_when_she_asked_somebody_to_stop():
    refused = {"when": "2026-03-02", "how": "text_message"}
    wrote = {"act": "messages", "actor": "a", "when": "2026-03-01", "refused": refused}
    assert _english(wrote)[-1] == "On 2 March 2026 I asked the accused by text message to stop."


def it_joins_three_things_as_facts_and_not_as_one_after_the_other():
    sent = {"act": "made_to_act", "actor": "a", "when": "2026-03-01", "done": ["met", "paid", "sent_pictures"]}
    assert _told(sent)[0].endswith("피고소인을 만났고, 돈을 보냈고, 사진이나 영상을 보냈습니다.")


def it_refers_to_the_picture_of_a_fake_that_only_one_person_had():
    knowing = {"how": "concluded", "reasons": ["only_accused_had_it"]}
    made = {"act": "fake", "actor": "a", "material": "fake_photo", "target": "face", "source": "sent_photo"}
    assert "위 사진을 가지고 있던 사람이 피고소인뿐이었기 때문입니다." in _told({**made, "knowing": knowing})[0]
    assert _english({**made, "knowing": knowing})[0].endswith("because only the accused had the picture.")


class DescribeWhoWatched:
    WATCHED = {"act": "viewing", "material": "nude_photo", "when": "2026-03-01"}

    def it_says_what_somebody_did_whom_she_names(self):
        told = _told({**self.WATCHED, "actor": "a", "knowing": {"how": "saw"}})
        assert told == ["피고소인은 2026. 3. 1. 위 나체 사진을 내려받거나 시청하였습니다."]

    def and_what_she_concludes_of_them(self):
        told = _told({**self.WATCHED, "actor": "a", "knowing": {"how": "concluded"}})
        assert told == ["피고소인이 2026. 3. 1. 위 나체 사진을 내려받거나 시청한 것으로 보입니다."]

    def and_where_it_was_as_possession_was_no_crime_before_a_day(self):
        knowing = {"how": "concluded", "reasons": ["members_reacted"]}
        watched = {**self.WATCHED, "online": {"medium": "telegram", "room": "방"}, "actor": "a", "knowing": knowing}
        assert _told(watched)[0].startswith("피고소인이 2026. 3. 1. 텔레그램 대화방 '방'에서 위 나체 사진을")
        assert "in the Telegram room '방' on 1 March 2026, because members" in _english(watched)[0]

    def but_of_people_she_does_not_know_it_asks_the_police_to_look(self):
        assert _told({**self.WATCHED, "actor": "unknown"}) == [
            "위 나체 사진을 내려받거나 시청한 사람이 있는지 수사를 통하여 확인하여 주시기 바랍니다."
        ]


SOLD = {
    "act": "sale",
    "actor": "a",
    "when": "2026-03-01",
    "material": "nude_photo",
    "price": {"amount": 10000},
}


class DescribeWhatSheWasTold:
    def it_says_of_what_was_told_with_an_act_that_it_was_told_too(self):
        sold = {**SOLD, "viewers": 27, "paid_only": True, "knowing": {"how": "told", "teller": "schoolmate"}}
        assert _told(sold)[-2:] == [
            "10,000원을 낸 사람만 들어갈 수 있었다고 합니다.",
            "당시 27명이 볼 수 있었다고 합니다.",
        ]
        assert _english(sold)[-2:] == [
            "I was told that only people who paid KRW 10,000 could enter.",
            "I was told that 27 people could see it at the time.",
        ]
        assert _told({**sold, "knowing": {"how": "saw"}})[-1] == "당시 27명이 볼 수 있었습니다."

    def it_does_not_say_of_a_threat_that_she_heard_it_where_it_was_told_to_her(self):
        threat = {"act": "threat", "actor": "a", "when": "2026-03-01", "quote": "보낸다"}
        told = {**threat, "knowing": {"how": "told", "teller": "mother", "when": "2026-03-02"}}
        assert _told(threat) == ['피고소인은 2026. 3. 1. 고소인에게 "보낸다"라고 하였습니다.']
        assert _told(told) == [
            '고소인은 2026. 3. 2. 어머니로부터 피고소인이 2026. 3. 1. 고소인에게 "보낸다"라고 하였다고 들었습니다.'
        ]

    def it_says_that_a_link_was_sent_only_in_a_case_that_tells_of_one(self):
        learned = {"discovered": {"when": "2026-03-05", "teller": "friend", "medium": "kakaotalk"}}
        posted = {"act": "spread", "actor": "a", "material": "nude_photo", **learned}
        heard = "고소인은 2026. 3. 5. 지인으로부터 카카오톡을 통하여 전해 듣고 위 나체 사진이 있음을 알게 되었습니다."
        assert heard in _told(posted)
        assert "On 5 March 2026 I learned of the nude photo from a friend through KakaoTalk." in _english(posted)
        link = {"act": "link", "actor": "a", "material": "nude_photo"}
        assert any("인터넷 주소를 전달받아" in said for said in _told(posted, link))

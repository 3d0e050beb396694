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


class DescribeWhoWatched:
    WATCHED = {"act": "viewing", "material": "nude_photo", "when": "2026-03-01"}

    def it_says_what_somebody_did_whom_she_names(self):
        told = _told({**self.WATCHED, "actor": "a", "knowing": {"how": "saw"}})
        assert told == ["피고소인은 2026. 3. 1. 위 나체 사진을 내려받거나 시청하였습니다."]

    def and_what_she_concludes_of_them(self):
        told = _told({**self.WATCHED, "actor": "a", "knowing": {"how": "concluded"}})
        assert told == ["피고소인이 위 나체 사진을 내려받거나 시청한 것으로 보입니다."]

    def but_of_people_she_does_not_know_it_asks_the_police_to_look(self):
        assert _told({**self.WATCHED, "actor": "unknown"}) == [
            "위 나체 사진을 내려받거나 시청한 사람이 있는지 수사를 통하여 확인하여 주시기 바랍니다."
        ]

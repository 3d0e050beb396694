"""The sentences that say why no version fits."""

from datetime import date, timedelta
from typing import Literal

from legalkit.law.records import Bilingual
from legalkit.law.store import ages

DecidedBy = Literal["date", "age", "condition"]


def korean_day(day: date) -> str:
    """A day as Korean papers write it.

    >>> korean_day(date(2024, 10, 16))
    '2024. 10. 16.'
    """
    return f"{day.year}. {day.month}. {day.day}."


def day_before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)


def not_in_force(day: date, first: date, kind: Literal["no_offence", "not_recorded"]) -> Bilingual:
    """Why there is no version on a day before the first one."""
    if kind == "no_offence":
        return Bilingual(
            ko=f"이 조문은 {korean_day(first)}부터 시행되므로 {korean_day(day)}의 행위에는 쓸 수 없다.",
            en=f"This provision is in force from {first}; it cannot be cited for an act of {day}.",
        )
    return Bilingual(
        ko=f"{korean_day(first)} 전의 조문은 등록되어 있지 않으므로 그때의 법률과 번호를 변호사에게 확인한다.",
        en=f"The law before {first} is not recorded here; ask a lawyer for the Act and the number of that day.",
    )


def excluded(because: Bilingual) -> Bilingual:
    """Why a fact excludes a version, as a sentence made from the clause in the law files."""
    return Bilingual(ko=f"{because.ko} 이 조문을 쓸 수 없다.", en=f"This provision cannot be cited: {because.en}.")


def wrong_age(rule_id: str, age_of: Literal["act", "material"]) -> Bilingual:
    """Why the victim's age does not fit."""
    name = ages()[rule_id].name
    if age_of == "material":
        return Bilingual(
            ko=f"촬영물에 나온 사람이 {name.ko}에 해당하지 않는다. 더 어릴 때 찍힌 것이면 그날을 기준으로 다시 본다.",
            en=f"The person in the material is not {name.en}. If it was made earlier, look again with that day.",
        )
    return Bilingual(
        ko=f"행위 당시 피해자가 {name.ko}에 해당하지 않는다.", en=f"On the day of the act the victim was not {name.en}."
    )


def no_attempt(day: date) -> Bilingual:
    """Why an attempt cannot be charged."""
    return Bilingual(
        ko=f"{korean_day(day)}에는 이 죄의 미수를 처벌하는 규정이 없다.",
        en=f"On {day} an attempt of this offence was not punishable.",
    )

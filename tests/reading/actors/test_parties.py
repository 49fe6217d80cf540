"""Groups that are not one another, and pronouns that do not mean whoever speaks."""

from __future__ import annotations

import pytest

from tests.conftest import ParseText
from tests.reading.actors.test_cast import cast_of

Phrase = str | tuple[str, int]


def names(parse_text: ParseText, text: str, *phrases: Phrase) -> list[list[str]]:
    """The names of the actors that each phrase means."""
    return [[a.name for a in some] for some in cast_of(parse_text(text), *phrases)[1]]


@pytest.mark.parametrize(
    ("text", "first", "second", "same"),
    [
        # a bare plural brings in a new group
        ("Kurdish fighters took the hill. On Saturday fighters shot two guards.", "Kurdish fighters",
         ("fighters", 1), False),
        ("Some 500 militants held the city. On Saturday, militants shot a guard.", "500 militants", ("militants", 1),
         False),
        ("Militants attacked a bank in Sel. In Dorza, militants burned a mill.", "Militants", ("militants", 0), False),
        # described alike, or speaking, it is taken up again
        ("Dorza rebels took the hill. Dorza rebels also took the mill.", "Dorza rebels", ("Dorza rebels", 1), True),
        ("Activists said four died. On Monday activists said six had died.", "Activists", ("activists", 0), True),
        ("Police fired shots. Later police withdrew.", "Police", ("police", 0), True),
        # a definite plural may mean a group already told of, where nothing contradicts
        ("Six men held the bank. The men later left.", "Six men", "The men", True),
        ("Six men held the bank. The three men at the gate later left.", "Six men", "The three men", False),
        ("Kurdish fighters took the hill. The Turkish fighters withdrew.", "Kurdish fighters", "The Turkish fighters",
         False),
        ("About 180 countries signed. The country was at war.", "180 countries", "The country", False),
        # a union is no terror group
        ("The African Union sent troops. They fight this terror organization.", "The African Union",
         "this terror organization", False),
    ],
)  # fmt: skip
def test_groups(parse_text: ParseText, text: str, first: Phrase, second: Phrase, same: bool) -> None:
    cast, _ = cast_of(parse_text(text), first, second)
    assert (len(cast.actors) == 1) is same


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # what is hit is the building of the clause, and not whoever tells of it
        ("Human Rights Watch said the hall of the oldest mosque in Sel was full when it was hit by an explosion.",
         ("it", 0), ["oldest mosque"]),
        ("The watchdog Amnesty International said it had been bombed.", ("it", 0), []),
        ("The army said it was attacked at dawn.", ("it", 0), ["army"]),
        # an accuser is not among the accused
        ("Government troops entered the town. Amnesty International alleged they had shot nine men.", ("they", 0),
         ["Government troops"]),
        # an object is not the one who does it, whoever is the subject through control
        ("The soldiers held several Sunni Arabs who had fled the town, after capturing them.", ("them", 0),
         ["Sunni Arabs"]),
        ("The brigade sold oil from Iraq, enabling it to pay its men.", ("it", 0), ["brigade"]),
        # who undergoes it goes on undergoing it
        ("Militants seized six farmers. They were beaten with sticks.", ("They", 0), ["six farmers"]),
        # the noun that a clause describes is not the clause's subject
        ("Soldiers freed all fighters they had captured.", ("they", 0), ["Soldiers"]),
        # a press release speaks for its publisher
        ("We condemn the attack. On Saturday the Taliban claimed responsibility for it.", ("We", 0), []),
        ("“We will fight on,” the rebel leader said.", ("We", 0), ["rebel leader"]),
        ("The Dorza Times wrote of it. The outfit said it carried out the raid.", ("it", 1), []),
        # a line at the front is nobody
        ("Troops moved in the sector of the front. They fired nine shells.", ("They", 0), ["Troops"]),
        ("Villagers fled as IS fighters came.", "IS fighters", ["IS fighters"]),
    ],
)  # fmt: skip
def test_pronouns(parse_text: ParseText, text: str, phrase: Phrase, expected: list[str]) -> None:
    assert names(parse_text, text, phrase) == [expected]

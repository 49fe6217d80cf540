"""When two written names are one person's."""

from __future__ import annotations

import pytest

from rashomon.reading.actors.likeness import same_person


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("haddad", "omar haddad", True),
        ("omar", "omar haddad", True),
        ("george w haddad", "george haddad", True),
        ("g haddad", "george haddad", True),
        ("dujarrin", "peter dujarrrin", True),
        ("omar haddad", "leila haddad", False),
        ("omar", "haddad omari", False),
        ("lee", "lea park", False),
        ("marin", "peter martin", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(tuple(one.split()), tuple(other.split())) is same
    assert same_person(tuple(other.split()), tuple(one.split())) is same

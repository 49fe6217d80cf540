"""Accounts side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.publishing.show import Grid, Lookup, Row, grid, ranked
from rashomon.records import Account, Conflict
from tests.publishing.factory import at, crowd, market


def _market() -> Grid:
    ledger = market()
    return grid(Lookup.of(ledger), ledger.incidents[1])


def _row(view: Grid, field: str) -> Row:
    return next(row for row in view.rows if row.field == field)


def test_a_heading_has_the_chain_and_what_is_said_in_plain_words() -> None:
    courier, health, dren = _market().headings
    assert (courier.is_report, courier.via) == (True, ())
    assert (health.chain, health.via) == (("The Courier", "Velmark’s health ministry"), ())
    assert [(it.words, it.status) for it in health.says] == [("says so; another denies it", "disputed")]
    assert (dren.chain[-1], dren.via) == ("Pavle Dren", ("Karsia’s defence ministry",))
    assert [(it.words, it.status) for it in dren.says] == [
        ("denies it", "denied"),
        ("denies it; not verified", "unverified"),
    ]
    assert [event.text for event in dren.says[0].events] == ["Shells struck", "attack"]


def test_an_account_of_numbers_alone_leads_to_its_count() -> None:
    ledger = market()
    counting = replace(ledger.incidents[1].accounts[1], claims=(), values={"killed": (9, None)})
    view = grid(Lookup.of(ledger), replace(ledger.incidents[1], accounts=(counting,), conflicts=()))
    assert [(it.words, it.status) for it in view.headings[0].says] == [("gives numbers", None)]
    assert _row(view, "killed").cells[0].values[0].spans == (at("at least nine people"),)


def test_who_says_so_and_who_denies_it() -> None:
    view = _market()
    assert [[h.number for h in view.who(stance)] for stance in ("affirm", "deny", "open")] == [[1, 2], [3], []]


@pytest.mark.parametrize(
    ("accounts", "room", "sizes"),
    [(6, 3, [3, 3]), (4, 3, [2, 2]), (5, 3, [3, 2]), (2, 3, [2]), (0, 3, []), (12, 5, [4, 4, 4]), (7, 1, [1] * 7)],
)
def test_accounts_go_in_groups_of_about_one_size(accounts: int, room: int, sizes: list[int]) -> None:
    ledger = crowd(max(accounts, 1))
    incident = replace(ledger.incidents[0], accounts=ledger.incidents[0].accounts[:accounts], conflicts=())
    groups = grid(Lookup.of(ledger), incident).groups(room)
    assert [len(group) for group in groups] == sizes
    assert [index for group in groups for index in group] == list(range(accounts))


def test_whether_it_happened_is_no_row_but_what_the_headings_say() -> None:
    ledger = market()
    clash = Conflict("occurrence", ((0, 1), (2,)), "Dren denies what others say")
    view = grid(Lookup.of(ledger), replace(ledger.incidents[1], conflicts=(clash,)))
    assert "occurrence" not in [row.field for row in view.rows]
    assert [heading.clashes for heading in view.headings] == [True, True, True]
    (told,) = view.clashes
    assert told.label == "whether it happened"
    assert [[(s.numbers, s.values[0].text) for s in side] for side in told.sides] == [
        [((1, 2), "says so")],
        [((3,), "denies it")],
    ]
    assert told.why == ""


def test_rows_come_in_the_order_of_the_fields_and_only_where_somebody_speaks_of_them() -> None:
    assert [row.field for row in _market().rows] == ["killed", "injured", "actor", "recipient", "place", "time"]


def test_a_loss_leads_to_the_words_of_the_one_who_counts() -> None:
    killed = _row(_market(), "killed")
    assert [[value.text for value in cell.values] for cell in killed.cells] == [[], ["9 or more"], ["4"]]
    assert killed.cells[1].values[0].spans == (at("at least nine people"),)
    assert killed.cells[2].values[0].spans == (at("four Velmark sappers"),)


def test_a_loss_without_a_count_of_its_own_leads_to_the_event() -> None:
    ledger = market()
    odd = replace(ledger.incidents[1].accounts[1], values={"missing": (3, 3)})
    view = grid(Lookup.of(ledger), replace(ledger.incidents[1], accounts=(odd,), conflicts=()))
    value = _row(view, "missing").cells[0].values[0]
    assert (value.text, value.part, value.spans) == ("3", "event", (at("Shells struck"),))


def test_what_may_happen_is_not_shown_as_what_happened() -> None:
    ledger = market()
    assert grid(Lookup.of(ledger), ledger.incidents[3]).kinds == ("MOBILIZE (troops; hypothetical, future)",)
    assert _market().kinds == ("ASSAULT (heavy-weapons)",)


def test_only_the_cells_of_a_conflict_clash() -> None:
    view = _market()
    assert [cell.clashes for cell in _row(view, "killed").cells] == [False, True, True]
    assert not _row(view, "injured").clashes
    sides = [(clash.label, [[s.numbers for s in side] for side in clash.sides]) for clash in view.clashes]
    assert sides == [("killed", [[(2,)], [(3,)]]), ("doer", [[(2,)], [(3,)]])]
    assert [clash.why for clash in view.clashes] == ["", "Each names the other side."]


def test_ids_are_shown_as_names() -> None:
    view = _market()
    assert [value.text for value in _row(view, "actor").cells[1].values] == ["Karsia"]
    assert [value.text for value in _row(view, "place").cells[0].values] == ["Dolny Brod"]
    assert [value.text for value in _row(view, "time").cells[0].values] == ["Tuesday (4 Mar 2031)"]


def test_what_the_ledger_does_not_know_is_shown_and_not_refused() -> None:
    ledger = market()
    values: dict[str, tuple[int | None, int | None] | tuple[str, ...]]
    values = {"weather": ("pl_gone",), "killed": (None, None), "time": ()}
    odd = Account(("ac_n", "ac_gone"), "open", ("cl_gone",), values)
    clash = Conflict("motive", ((0,), (7,)), "")
    incident = replace(ledger.incidents[1], accounts=(odd,), conflicts=(clash,), title="")
    view = grid(Lookup.of(ledger), incident)
    assert view.title == "Untitled incident"
    assert view.headings[0].chain == ("The Courier", "ac_gone")
    assert {row.field: [value.text for value in row.cells[0].values] for row in view.rows} == {
        "killed": ["number not given"],
        "motive": [],
        "weather": ["pl_gone"],
    }


def test_contested_incidents_come_first_and_lone_accounts_last() -> None:
    ledger = market()
    several = replace(crowd(3).incidents[0], id="in_9", conflicts=())
    order = ranked((*ledger.incidents, several))
    assert [incident.id for incident in order] == ["in_1", "in_9", "in_2", "in_3", "in_4"]


def test_an_actor_leads_to_the_mention_next_to_the_event() -> None:
    lookup = Lookup.of(market())
    last = at("Velmark", 2)
    assert lookup.actor("ac_v", last.start + 5).spans[0] == last
    assert lookup.actor("ac_v", 0).spans[0] == at("Velmark", 0)
    assert lookup.actor("ac_v").spans[0] == at("Velmark", 0)

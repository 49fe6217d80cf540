"""The plan is checked before any text is read."""

from __future__ import annotations

import pytest

from rashomon.errors import PlanError
from rashomon.running.plan import Step, Work, check


def step(name: str, needs: set[str], gives: set[str]) -> Step:
    def same(work: Work) -> Work:
        return work

    return Step(name, frozenset(needs), frozenset(gives), same)


def test_a_plan_in_order_passes() -> None:
    check([step("read", {"report"}, {"reading"}), step("link", {"reading"}, {"claims"})])


def test_a_step_before_what_it_needs_is_named() -> None:
    with pytest.raises(PlanError, match="link needs reading"):
        check([step("link", {"reading"}, {"claims"}), step("read", {"report"}, {"reading"})])


def test_two_steps_of_one_name_are_refused() -> None:
    with pytest.raises(PlanError, match="two steps called read"):
        check([step("read", {"report"}, set()), step("read", {"report"}, set())])

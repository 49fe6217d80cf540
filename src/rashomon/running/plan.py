"""The steps from a report to its ledger, and the check that they fit together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.errors import PlanError
from rashomon.records import Claim, Incident, Issue, Place, Reading, Report, Timex


@dataclass(frozen=True, slots=True)
class Work:
    """A report on its way: what is known of it so far. None where no step has been there yet."""

    report: Report
    issues: tuple[Issue, ...] = ()
    reading: Reading | None = None
    places: tuple[Place, ...] | None = None
    times: tuple[Timex, ...] | None = None
    claims: tuple[Claim, ...] | None = None
    incidents: tuple[Incident, ...] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it needs, what it gives, and a pure function from work to work that does it."""

    name: str
    needs: frozenset[str]
    gives: frozenset[str]
    run: Callable[[Work], Work]


def check(steps: Sequence[Step], given: frozenset[str] = frozenset({"report"})) -> None:
    """Raises PlanError when a step needs what none before it gives, or two have one name."""
    known = set(given)
    names: set[str] = set()
    for step in steps:
        if step.name in names:
            raise PlanError(f"the plan has two steps called {step.name}")
        missing = sorted(step.needs - known)
        if missing:
            raise PlanError(f"the step {step.name} needs {', '.join(missing)}, which no step before it gives")
        names.add(step.name)
        known |= step.gives

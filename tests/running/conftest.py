"""An engine for the tests that read whole reports, made once."""

from __future__ import annotations

import pytest

from rashomon.running.engine import Engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine()

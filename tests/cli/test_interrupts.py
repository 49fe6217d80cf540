"""An interruption while the libraries load is put off and not lost."""

from __future__ import annotations

import signal

import pytest

from rashomon.cli.interrupts import held


@pytest.fixture(autouse=True)
def usual() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _load(done: list[str], fault: Exception | None = None) -> None:
    with held():
        signal.raise_signal(signal.SIGINT)
        if fault:
            raise fault
        done.append("loaded")


def test_it_comes_once_the_block_is_done() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        _load(done)
    assert done == ["loaded"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_it_goes_before_what_the_block_raises() -> None:
    with pytest.raises(KeyboardInterrupt):
        _load([], ImportError("initialization failed"))


def test_without_one_nothing_is_raised() -> None:
    with held():
        pass
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler

"""Whoever waits to write gets the journal in turn, and whoever gives up leaves no trace."""

import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from netlog.errors import StorageProblem
from netlog.storage.lock import locked

in_turn = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no line to stand in")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db.lock"


def waiter(path: Path, order: list[str], name: str) -> Thread:
    """Somebody who waits for the lock and then says so; they stand in line when this returns."""
    thread = Thread(target=hold, args=(path, order, name))
    thread.start()
    time.sleep(0.1)
    return thread


def hold(path: Path, order: list[str], name: str) -> None:
    with locked(path, wait=10):
        order.append(name)


@in_turn
def test_those_who_wait_come_in_the_order_in_which_they_came(path: Path) -> None:
    order: list[str] = []

    with locked(path, wait=0):
        waiting = [waiter(path, order, name) for name in "abcde"]
    for thread in waiting:
        thread.join()

    assert order == list("abcde")


def test_whoever_gives_up_gives_up_in_time_and_does_not_get_the_lock_later(path: Path) -> None:
    with locked(path, wait=0):
        began = time.monotonic()
        with pytest.raises(StorageProblem) as refusal, locked(path, wait=0.2):
            pass
        assert 0.1 < time.monotonic() - began < 5

    assert refusal.value.code == "locked"
    time.sleep(0.1)
    with locked(path, wait=0):
        pass


def test_whoever_would_not_wait_is_told_at_once(path: Path) -> None:
    with locked(path, wait=0), pytest.raises(StorageProblem), locked(path, wait=0):
        pass


def test_a_lock_that_was_waited_for_is_held_until_its_end(path: Path) -> None:
    held, done = Event(), Event()

    def patient() -> None:
        with locked(path, wait=10):
            held.set()
            done.wait(10)

    with locked(path, wait=0):
        thread = Thread(target=patient)
        thread.start()
    assert held.wait(10)
    with pytest.raises(StorageProblem), locked(path, wait=0):
        pass
    done.set()
    thread.join()

"""Several processes at one shelf take turns, and a turn that is never given back stops nobody for ever."""

import fcntl
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.shelf import turns
from reader.shelf.turns import alone, at_once_or_in_turn, in_turn


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "any.sqlite3", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE any (thing)")
        yield connection


def busy() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return error


class Patient:
    """An act that finds the file locked a few times; notes whether it had the turn at each try."""

    def __init__(self, folder: Path, times: int) -> None:
        self.folder = folder
        self.times = times
        self.had_turn: list[bool] = []

    def __call__(self) -> str:
        self.had_turn.append(not free(self.folder))
        if len(self.had_turn) <= self.times:
            raise busy()
        return "done"


def free(folder: Path) -> bool:
    """Whether the turn can be had."""
    with (folder / "reader.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


@pytest.mark.parametrize("times", [0, 1, 5])
def test_what_writes_always_takes_the_turn_and_is_tried_until_it_succeeds(
    connection: sqlite3.Connection, tmp_path: Path, times: int
) -> None:
    act = Patient(tmp_path, times)
    assert in_turn(connection, tmp_path, act) == "done"
    assert act.had_turn == [True] * (times + 1)
    assert free(tmp_path)


@pytest.mark.parametrize("times", [0, 1, 5])
def test_what_reads_takes_the_turn_only_if_it_has_to_wait(
    connection: sqlite3.Connection, tmp_path: Path, times: int
) -> None:
    act = Patient(tmp_path, times)
    assert at_once_or_in_turn(connection, tmp_path, act) == "done"
    assert act.had_turn == ([False, False] + [True] * times)[: times + 1]


def test_waiting_has_an_end(
    connection: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "BUSY_SECONDS", 0)
    for wait in (in_turn, at_once_or_in_turn):
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            wait(connection, tmp_path, Patient(tmp_path, 1000))
    assert free(tmp_path)


@pytest.mark.parametrize("wait", [in_turn, at_once_or_in_turn])
def test_any_other_error_is_raised_at_once(
    connection: sqlite3.Connection, tmp_path: Path, wait: Callable[..., object]
) -> None:
    tries: list[str] = []

    def act() -> None:
        tries.append("a try")
        connection.execute("SELECT * FROM absent")

    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        wait(connection, tmp_path, act)
    assert tries == ["a try"]


def test_what_reads_need_not_have_the_turn(connection: sqlite3.Connection, tmp_path: Path) -> None:
    with alone(tmp_path):
        assert at_once_or_in_turn(connection, tmp_path, Patient(tmp_path, 3)) == "done"


def test_a_turn_that_another_process_never_gives_back_is_done_without(
    connection: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "BUSY_SECONDS", 0)
    with alone(tmp_path):
        assert in_turn(connection, tmp_path, lambda: "done") == "done"


@pytest.mark.parametrize("folder", ["/dev/null/x", "/nowhere"])
def test_where_no_lock_can_be_made_there_are_no_turns(connection: sqlite3.Connection, folder: str) -> None:
    assert in_turn(connection, Path(folder), lambda: "done") == "done"


def test_a_connection_waits_in_sqlite_too_where_it_has_to(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    in_turn(connection, tmp_path, lambda: "done")
    assert connection.execute("PRAGMA busy_timeout").fetchone() == (5000,)


def test_only_one_process_at_a_time_is_alone(tmp_path: Path) -> None:
    with alone(tmp_path):
        assert not free(tmp_path)
    assert free(tmp_path)


@pytest.mark.parametrize("wait", [in_turn, at_once_or_in_turn])
def test_an_error_that_is_not_of_sqlite_itself_comes_through_as_it_is(
    connection: sqlite3.Connection,
    tmp_path: Path,
    wait: Callable[[sqlite3.Connection, Path, Callable[[], str]], str],
) -> None:
    def fail() -> str:
        raise sqlite3.OperationalError("of the binding")  # such a one has no code

    with pytest.raises(sqlite3.OperationalError, match="of the binding"):
        wait(connection, tmp_path, fail)

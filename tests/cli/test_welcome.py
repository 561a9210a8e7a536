"""netlog without a command: the morning, or how to begin."""

from tests.cli.running import Run


def test_without_a_journal_a_pipe_gets_nothing_and_a_person_reads_how_to_begin(netlog: Run) -> None:
    result = netlog()

    assert (result.exit_code, result.stdout) == (0, "")
    assert "netlog add" in result.stderr
    assert not netlog.path.exists()


def test_with_a_journal_it_is_the_morning(netlog: Run) -> None:
    netlog.ok("add", "Giulia Rossi", "--birthday", "11-21")

    assert netlog.ok().stdout == netlog.ok("due").stdout != ""

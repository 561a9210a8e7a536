"""Whether a program keeps what it acknowledged when sixteen of it add entries at once."""

from concurrent.futures import ThreadPoolExecutor
from subprocess import TimeoutExpired

from peers_fault_tools import Tool

WRITERS, EACH = 16, 25


def crowd(tool: Tool, *, writers: int = WRITERS, each: int = EACH) -> str:
    """How many acknowledged entries were lost when so many programs add so many each, and what else went wrong."""
    old = tool.state().old
    with ThreadPoolExecutor(writers) as pool:
        told = pool.map(lambda who: one_after_the_other(tool, who, each), range(writers))
        said = [mark for marks in told for mark in marks]
    after = tool.state()
    if not after.readable:
        return "unreadable"
    acknowledged = {mark for mark, is_stored in said if is_stored}
    failed = len(said) - len(acknowledged)
    gone = len(old - after.old)
    parts = [
        str(len(acknowledged - after.new)),
        f"and {gone} old ones" * bool(gone),
        f"{failed} error{'s' * (failed > 1)}" * bool(failed),
    ]
    return ", ".join(part for part in parts if part)


def one_after_the_other(tool: Tool, who: int, count: int) -> list[tuple[str, bool]]:
    """The marks of one writer's entries, and whether the program said that it stored each."""
    return [(mark, acknowledged(tool, mark)) for mark in (f"w{who}x{number}" for number in range(count))]


def acknowledged(tool: Tool, mark: str) -> bool:
    """Whether the program ended well."""
    try:
        return tool.add(mark).returncode == 0
    except TimeoutExpired:
        return False

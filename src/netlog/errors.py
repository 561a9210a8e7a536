"""What can go wrong, in words and in exit codes; nothing here prints."""

from collections.abc import Sequence
from enum import IntEnum


class ExitCode(IntEnum):
    """The numbers a script may branch on; docs/reference/exit-codes.md explains each."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    NOT_FOUND = 3
    AMBIGUOUS = 4
    CONFLICT = 5
    STORAGE = 6
    INTERRUPTED = 130


class NetlogError(Exception):
    """A failure the user can understand: a stable slug, an exit code, one line, perhaps a hint."""

    code = "failure"
    exit_code = ExitCode.FAILURE

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint

    def details(self) -> dict[str, object]:
        """The data behind the message, for `--json`."""
        return {}


class Declined(NetlogError):
    """The user said no."""

    code = "declined"


class UsageProblem(NetlogError):
    """A value that cannot be used: the message says which, the hint shows one that can."""

    code = "usage"
    exit_code = ExitCode.USAGE


class UnreadableDate(UsageProblem):
    """Words that are not a date this journal can read."""

    code = "unreadable_date"


class BadConfiguration(UsageProblem):
    """An option of the configuration that is unknown or holds a wrong value."""

    code = "bad_configuration"


class FormatProblem(UsageProblem):
    """A file that cannot be read as the format it is said, or seems, to be."""

    code = "unreadable_file"


class NotFound(NetlogError):
    """Nothing in the journal answers to that name."""

    code = "not_found"
    exit_code = ExitCode.NOT_FOUND

    def __init__(self, sort: str, query: str, suggestions: Sequence[str] = (), *, hint: str = "") -> None:
        guess = f"did you mean {either(suggestions)}?" if suggestions else hint
        super().__init__(f"no {sort} answers to {shorten(query)}", hint=guess)
        self.sort, self.query, self.suggestions = sort, query, tuple(suggestions)

    def details(self) -> dict[str, object]:
        """What was looked for, and the nearest names."""
        return {"sort": self.sort, "query": self.query, "suggestions": list(self.suggestions)}


class Ambiguous(NetlogError):
    """More than one person, or more than one open promise, answers to that name."""

    code = "ambiguous"
    exit_code = ExitCode.AMBIGUOUS

    def __init__(
        self,
        query: str,
        candidates: Sequence[tuple[str, str]],
        *,
        hint: str = "use the handle, the first word",
        keys: tuple[str, str] = ("handle", "name"),
    ) -> None:
        shown = [f"{word} ({name})" for word, name in candidates[:8]]
        super().__init__(f"{shorten(query)} could be {either(shown)}", hint=hint)
        self.query, self.candidates, self.keys = query, tuple(candidates), keys

    def details(self) -> dict[str, object]:
        """Every candidate, by handle and name, or by what else tells them apart."""
        found = [dict(zip(self.keys, candidate, strict=True)) for candidate in self.candidates]
        return {"query": self.query, "candidates": found}


class Conflict(NetlogError):
    """It exists already, or something else stands in the way."""

    code = "conflict"
    exit_code = ExitCode.CONFLICT


class StorageProblem(NetlogError):
    """The store is missing, locked, damaged, full, read-only or newer than this program."""

    code = "storage"
    exit_code = ExitCode.STORAGE

    def __init__(self, message: str, *, code: str = "storage", hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.code = code


def either(options: Sequence[str]) -> str:
    """The options as a phrase: "a", "a or b", "a, b or c"."""
    *most, last = options
    return f"{', '.join(most)} or {last}" if most else last


def shorten(text: str, width: int = 60) -> str:
    """The text in quotes, cut to `width` characters, for use inside a message."""
    return f"“{text}”" if len(text) <= width else f"“{text[: width - 1]}…”"

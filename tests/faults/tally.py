"""What a row of the table found: how often it was done, what was lost or damaged, and the stores that show it."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Tally:
    """Counts for one row; `wrong` says in words what went wrong, the first of it."""

    def __init__(self) -> None:
        self.done = self.acknowledged = self.lost = self.damaged = 0
        self.wrong: list[str] = []
        self.seconds = 0.0
        self.notes: dict[str, object] = {}

    def lose(self, words: str, home: Path | None = None) -> None:
        """Something acknowledged is gone, or something was told that is not so."""
        self.lost += 1
        self.keep(words, home)

    def damage(self, words: str, home: Path | None = None) -> None:
        """A journal is neither as before nor as after, or cannot be used."""
        self.damaged += 1
        self.keep(words, home)

    def keep(self, words: str, home: Path | None) -> None:
        """Remember the first few, and leave their stores where they can be looked at."""
        if len(self.wrong) < 5:
            if home is not None:
                kept = home.with_name(f"{home.name}-wrong-{len(self.wrong)}")
                shutil.copytree(home, kept, dirs_exist_ok=True)
                words = f"{words} ({kept})"
            self.wrong.append(words)

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Add the time that passes to the seconds."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds += time.perf_counter() - started

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost and nothing damaged."""
        return not (self.lost or self.damaged or self.wrong)

    def __str__(self) -> str:
        return f"{self.done} done, {self.lost} lost, {self.damaged} damaged: {'; '.join(self.wrong)}"

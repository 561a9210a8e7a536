"""A reminder each morning for systemd, launchd and cron: printed to be copied, never installed."""

from shlex import quote

from netlog.shells.scripts import template


def timers(program: str) -> str:
    """The three ways, which run the program at that path."""
    word = quote(program)
    in_systemd = word.replace("\\", r"\\").replace("'", r"\'").replace("$", "$$").replace("%", "%%")
    in_xml = word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = template("timer.txt")
    for mark, written in (("@SYSTEMD@", in_systemd), ("@XML@", in_xml), ("@CRON@", word.replace("%", r"\%"))):
        text = text.replace(mark, written)
    return text

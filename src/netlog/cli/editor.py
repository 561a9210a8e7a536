"""Placeholder until the editor lands."""

from netlog.workspace import Workspace


def written_in_editor(net: Workspace, text: str) -> str:
    """The text as the user leaves it in the editor."""
    return text

"""formats: what can be read and written."""

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json
from netlog.domain.views_import import FormatRow, Formats
from netlog.formats.registry import broken
from netlog.formats.registry import formats as known


def formats(ctx: typer.Context, as_json: Json = False) -> None:  # noqa: FBT002
    """List the formats that import and export know, those of plugins included.

    Example: netlog formats
    """
    net = workspace(ctx, as_json=as_json)
    usable = [FormatRow(each.name, each.title, each.read is not None, each.write is not None) for each in known()]
    unusable = [FormatRow(each.name, "", False, False, each.package, each.reason) for each in broken()]  # noqa: FBT003
    net.show(Formats((*usable, *unusable)))

"""inbox: quick notes that wait to be settled."""

from typing import Annotated

import typer

from netlog.cli.capture import Several, settled
from netlog.cli.context import workspace
from netlog.cli.params import Json, Unlocked
from netlog.domain.note import read_note
from netlog.domain.when import When
from netlog.errors import UsageProblem
from netlog.services import capture, changing, looking
from netlog.services.importing import Intake
from netlog.services.intake_cards import NEW, Options
from netlog.services.naming import some_people
from netlog.workspace import Workspace


def inbox(
    ctx: typer.Context,
    action: Annotated[str | None, typer.Argument(metavar="[settle|drop]", show_default=False)] = None,
    number: Annotated[int | None, typer.Argument(metavar="[NUMBER]", show_default=False)] = None,
    people: Annotated[Several, typer.Argument(metavar="[PERSON…]", show_default=False)] = None,
    private: Unlocked = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """List quick notes that wait, settle one on its people, or drop it.

    Example: netlog inbox settle 3 giulia
    """
    net = workspace(ctx, as_json=as_json, private=private or action == "settle")
    if action is None:
        net.show(looking.inbox(net.reader, today=net.today))
    elif number is None or action not in ("settle", "drop"):
        raise UsageProblem("that is not how the inbox works", hint="try netlog inbox settle 3 giulia, or inbox drop 3")
    elif action == "drop":
        with net.recording() as records:
            changed = changing.remove_note(records, number, today=net.today)
        net.show(changed)
    else:
        settle(net, number, people)


def settle(net: Workspace, number: int, people: Several) -> None:
    """Turn a note of the inbox into a contact with these people, or with those the text names by now.

    What an import left there becomes what it was: a card of one of them, or somebody `new`, or the contact it told of.
    """
    if waits_from_import(net, number, people):
        return
    item = changing.inbox_item(net.reader, number)
    read = read_note([item.text], net.reader, item.on, day_first=net.config.day_first)
    # "yesterday" was resolved when the note was typed
    read = read._replace(when=When(item.on, read.when.at if read.when else None))
    if people:
        read = read._replace(people=some_people(net.reader, people), ambiguous=(), unknown=())
    read, newcomers = settled(net, read)
    details = capture.NO_DETAILS._replace(is_private=item.is_private)
    draft = capture.draft(read, details, today=item.on, is_note=read.kind is None)
    with net.recording() as records:
        records.remove_inbox(number)
        logged = capture.log(
            records, draft, clock=net.clock, worths=net.config.worths, command="inbox", newcomers=newcomers
        )
    net.show(logged)


def waits_from_import(net: Workspace, number: int, people: Several) -> bool:
    """Settle the note if it came from an import; whether it did."""
    with net.importing() as importer:
        intake = Intake(importer, Options(), clock=net.clock, worths=net.config.worths)
        if importer.reader.origin_of_note(number) is None:
            return False
        if not people:
            raise UsageProblem("say whose it is", hint=f"netlog inbox settle {number} PERSON, or new")
        those = None if people == [NEW] else some_people(importer.reader, people)
        settled = intake.settle(number, those)
    net.show(settled)
    return True

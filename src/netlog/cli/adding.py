"""add: a person you have met."""

from typing import Annotated

import typer

from netlog.cli import ask
from netlog.cli.context import workspace
from netlog.cli.params import KIN_HELP, Json
from netlog.domain.cadence import check_days
from netlog.errors import Conflict, Declined, UsageProblem
from netlog.services import people as adding
from netlog.services.checks import (
    check_birthday,
    check_email,
    check_field,
    check_met,
    check_phone,
    check_tier,
    tag_slug,
)
from netlog.services.naming import one_person
from netlog.services.people import Particulars
from netlog.workspace import Workspace

Several = list[str] | None


def add(
    ctx: typer.Context,
    name: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="The full name.", show_default=False)] = None,
    company: Annotated[str | None, typer.Option(help="Where they work.")] = None,
    role: Annotated[str | None, typer.Option(help="What they do there.")] = None,
    place: Annotated[str | None, typer.Option(help="Where they live.")] = None,
    met: Annotated[str | None, typer.Option(metavar="EVENT-OR-TEXT", help="Where or how you met.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="When you met; today unless said.")] = None,
    via: Annotated[str | None, typer.Option(metavar="PERSON", help="Who introduced you.")] = None,
    tier: Annotated[str | None, typer.Option(help="How close: inner, close, active, wide or none.")] = None,
    every: Annotated[str | None, typer.Option(metavar="SPAN", help="Check in this often, as 6w or 90d.")] = None,
    kin: Annotated[bool, typer.Option("--kin/--no-kin", help=KIN_HELP, show_default=False)] = False,  # noqa: FBT002
    birthday: Annotated[str | None, typer.Option(metavar="DATE", help="As 1988-02-29, or 02-29.")] = None,
    tag: Annotated[Several, typer.Option(help="A tag; may be repeated.")] = None,
    can: Annotated[Several, typer.Option(metavar="TOPIC", help="What they can help with.")] = None,
    wants: Annotated[Several, typer.Option(metavar="TOPIC", help="What they look for.")] = None,
    email: Annotated[Several, typer.Option(help="An e-mail address.")] = None,
    phone: Annotated[Several, typer.Option(help="A phone number.")] = None,
    url: Annotated[Several, typer.Option(help="A web page or profile.")] = None,
    note: Annotated[Several, typer.Option(help="A fact worth remembering.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Add even if somebody alike is there.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Add a person you have met.

    Example: netlog add Giulia Rossi --company Acme --met ProductTank --can pricing
    """
    net = workspace(ctx, as_json=as_json)
    given = Particulars(
        company=check_field(company) if company is not None else None,
        role=check_field(role) if role is not None else None,
        place=check_field(place) if place is not None else None,
        met=check_field(met) if met is not None else None,
        on=check_met(net.past(on).on, net.today) if on is not None else None,
        tier=check_tier(tier) if tier is not None else None,
        every_days=check_days(net.span(every)) if every is not None else None,
        birthday=check_birthday(birthday, net.today) if birthday is not None else None,
        tags=tuple(dict.fromkeys(map(tag_slug, tag or ()))),
        can=tuple(map(check_field, can or ())),
        wants=tuple(map(check_field, wants or ())),
        emails=tuple(map(check_email, email or ())),
        phones=tuple(map(check_phone, phone or ())),
        urls=tuple(map(check_field, url or ())),
        notes=tuple(map(check_field, note or ())),
        is_kin=kin,
    )
    full_name, given = asked(net, " ".join(name or ()), given)
    store_person(net, full_name, given, via=via, is_new=new)


def asked(net: Workspace, name: str, given: Particulars) -> tuple[str, Particulars]:
    """The name and particulars, with what is essential asked for on a terminal when no name was given."""
    if name.strip():
        return name, given
    if not net.is_interactive:
        raise UsageProblem("whom? a name is missing", hint="for example: netlog add Giulia Rossi")
    name = ask.text("Name")
    company = given.company or ask.text("Company (or nothing)")
    met = given.met or ask.text("Where or how you met (or nothing)")
    note = given.notes or tuple(filter(None, [ask.text("Something worth remembering (or nothing)")]))
    return name, given._replace(company=company or None, met=met or None, notes=note)


def store_person(net: Workspace, name: str, given: Particulars, *, via: str | None, is_new: bool) -> None:
    """Store and show the person; on a terminal a likely duplicate is asked about."""
    introducer = one_person(net.reader, via).id if via is not None else None
    try:
        with net.appending() as appender:
            added = adding.add(
                appender, name, given, clock=net.clock, via_id=introducer, is_new=is_new, loads=appender.reader
            )
    except Conflict as twin:
        if not net.is_interactive:
            raise
        if not ask.is_sure(f"{twin.message}. Add anyway?"):
            raise Declined("nobody was added") from twin
        with net.appending() as appender:
            added = adding.add(
                appender, name, given, clock=net.clock, via_id=introducer, is_new=True, loads=appender.reader
            )
    net.show(added)

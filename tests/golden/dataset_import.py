"""What imports and exports come to, with hard values in every place."""

from datetime import date

from netlog.domain.views_import import (
    Doubt,
    Exported,
    FileRead,
    FormatRow,
    Formats,
    Imported,
    Omission,
    Refusal,
    Tally,
    Update,
)

TODAY = date(2026, 11, 21)


def imported(*names: str, is_planned: bool = False) -> Imported:
    """A file of many records; the names turn up in every place that holds one."""
    first, second, third = names
    return Imported(
        TODAY,
        is_planned,
        None if is_planned else 12,
        (FileRead(f"{first}.vcf", "vcard", 104_312), FileRead("messages.csv", "linkedin-messages", 12)),
        Tally(104_280, 3, 12, 2),
        Tally(0, 1, 11, 0),
        2,
        (Update("line 12", "giulia", first, ("company Studio Ferri", f"also called {second}", third)),),
        (Doubt("line 40", second, ("anna", "anna-r"), "the same name, other company"),),
        (Refusal("line 7", f"“{third}” is no tier"), Refusal("card 9", "a name needs at least one letter or digit")),
        (Omission("no name", 14), Omission("with nobody in the journal", 1_204)),
        (f"{third} stays as it is",),
    )


def nothing_new() -> Imported:
    """The same file again."""
    none = Tally()
    return Imported(TODAY, False, None, (FileRead("a.vcf", "vcard", 3),), Tally(same=3), none, 0, (), (), (), ())


def exported(name: str) -> Exported:
    """A file that was written."""
    return Exported(TODAY, "vcard", f"{name}.vcf", 512)


def formats(name: str) -> Formats:
    """Formats of ours, of a plugin, and of one that is broken."""
    return Formats(
        (
            FormatRow("ical", "iCalendar", is_read=True, is_written=True),
            FormatRow("monica", "Monica 4 (JSON)", is_read=True, is_written=False),
            FormatRow("markdown", name, is_read=False, is_written=True),
            FormatRow("rolodex", "", is_read=False, is_written=False, package="netlog-rolodex", problem=name),
        )
    )

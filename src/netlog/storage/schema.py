"""Every table there is, in one place: the truth, mentorships, and what is derived."""

from sqlmodel import SQLModel

from netlog.storage import tables, tables_derived, tables_interchange, tables_mentoring

MODULES = (tables, tables_mentoring, tables_interchange, tables_derived)
METADATA = SQLModel.metadata
SEARCH = tables_derived.SEARCH
"""What the full-text index needs beside the tables."""

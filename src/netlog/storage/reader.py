"""Reads: SQL in, frozen values out."""

from netlog.storage.read_events import EventQueries
from netlog.storage.read_facts import FactQueries
from netlog.storage.read_history import HistoryQueries
from netlog.storage.read_load import LoadQueries
from netlog.storage.read_mentoring import MentoringQueries
from netlog.storage.read_names import NameQueries
from netlog.storage.read_people import PeopleQueries
from netlog.storage.read_search import SearchQueries
from netlog.storage.read_seasons import SeasonQueries
from netlog.storage.read_stats import StatsQueries
from netlog.storage.read_ties import TieQueries


class SqlReader(
    NameQueries,
    TieQueries,
    PeopleQueries,
    FactQueries,
    EventQueries,
    MentoringQueries,
    SearchQueries,
    SeasonQueries,
    StatsQueries,
    LoadQueries,
    HistoryQueries,
):
    """Everything that can be asked of a journal."""

"""First names and what they are commonly shortened to, in English, Italian and Polish: few, and sure ones."""

from collections.abc import Mapping

FAMILIES = (
    "robert rob bob bobby",
    "william will bill billy",
    "richard rick dick",
    "elizabeth liz lizzie beth",
    "margaret maggie peggy",
    "michael mike",
    "thomas tom tommy",
    "james jim jimmy",
    "joseph joe",
    "katherine catherine kate kathy cathy",
    "jennifer jen jenny",
    "christopher chris",
    "benjamin ben",
    "daniel dan danny",
    "matthew matt",
    "anthony tony",
    "giuseppe beppe peppe",
    "francesca checca",
    "salvatore toto",
    "luigi gigi",
    "domenico mimmo",
    "alessandra sandra",
    "alessandro sandro",
    "gabriele lele",
    "katarzyna kasia",
    "malgorzata gosia",
    "agnieszka aga",
    "aleksandra ola",
    "joanna asia",
    "magdalena magda",
    "jakub kuba",
    "tomasz tomek",
    "piotr piotrek",
    "krzysztof krzysiek",
    "stanislaw staszek",
    "wojciech wojtek",
)
"""Each a full name, folded, and its short forms."""

SHORT_FOR: Mapping[str, str] = {short: names.split()[0] for names in FAMILIES for short in names.split()[1:]}
"""The full name that a short one stands for."""

"""How large a file is, in words."""

STEP = 1000
UNITS = ("kB", "MB", "GB", "TB", "PB")


def size(number: int) -> str:
    """So many bytes as `340 kB` or `1.2 GB`; less than a thousand are `1 kB`, which any journal has."""
    amount = max(number, 1) / STEP
    for unit in UNITS[:-1]:
        if amount < STEP:
            return f"{amount:.1f} {unit}" if 1 < amount < 10 else f"{max(1, round(amount))} {unit}"
        amount /= STEP
    return f"{amount:.0f} {UNITS[-1]}"

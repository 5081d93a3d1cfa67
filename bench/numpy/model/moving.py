"""Section 9: what runs today, and moving."""

import numpy as np


_servers = ("onPremises", "hybrid")


def stands_with(a, c):
    """Whether a keeps the fleet that c has."""
    return a == c or (a in _servers and c in _servers)


def _resale(fleet, p, month):
    """What is got for the standing fleet at the end of a month, that of all four lines."""
    standing = [each for each in fleet.standing.values() if each is not None]
    return p.resaleShare * sum(each.book_value(month) for each in standing)


def add_moving(architectures, running, first, fleet, w):
    """Adds what moving costs, to month 0 in `first`. @returns by month, purchases apart"""
    p, c = w.p, w.p.currentArchitecture
    of_today = running[architectures.index(c)]
    months = np.arange(1, w.months + 1)[:, None]
    both = np.minimum(p.dualRunMonths, w.months)
    cash = []
    for a, each in enumerate(running):
        name = architectures[a]
        if name != c:
            first[a] = first[a] + p.of(name, "Migration")
        if not stands_with(name, c):
            each = each + of_today * (months <= both)
            if c in _servers:
                resale = _resale(fleet, p, both)
                each = each - resale * (months == both)
                first[a] = first[a] - resale * (both == 0)
        else:
            each = each.copy()
        cash.append(each)
    return cash

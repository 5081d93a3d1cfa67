"""Tails of the binomial (section 1)."""

import numpy as np

_log_factorials = np.zeros(1)


def _log_factorial(n):
    global _log_factorials
    most = int(n.max()) + 1
    if most > len(_log_factorials):
        _log_factorials = np.concatenate(([0.0], np.cumsum(np.log(np.arange(1.0, 2 * most)))))
    return _log_factorials[n]


def _sum_from(n, j, odds, log_odds, log_none, step):
    """The chances of j, j + step, j + 2*step, ... failures, summed until nothing is left of them."""
    ahead = _log_factorial(n) - _log_factorial(j) - _log_factorial(n - j) + j * log_odds + n * log_none
    term = np.exp(ahead)
    whole = term.copy()
    left = np.arange(len(whole))
    n, j, part = n.astype(float), j.astype(float), whole.copy()
    turn = 0
    while len(left) > 0:
        if step > 0:
            term *= (n - j) / (j + 1) * odds
        else:
            term *= j / ((n - j + 1) * odds)
        part += term
        j += step
        turn += 1
        if turn % 3 == 0:
            is_open = term > 1e-17 * part
            if not is_open.all():
                whole[left] = part
                n, j, term, part, odds, left = (each[is_open] for each in (n, j, term, part, odds, left))
    return whole


def chance_of_failures(n, least, p, q):
    """P[failures >= least] of n, each failing with chance q = 1 - p.

    @param n, least whole numbers as doubles, (cases,); p, q numbers or (cases,)
    """
    n, least, p, q = np.broadcast_arrays(np.atleast_1d(n), least, p, q)
    chances = np.where(least <= 0, 1.0, 0.0)
    chances[(least > 0) & (least <= n) & (p <= 0)] = 1.0
    for is_above in (True, False):
        some = np.flatnonzero((least > 0) & (least <= n) & (q > 0) & (p > 0) & ((least > n * q) == is_above))
        if len(some) == 0:
            continue
        ns, ks, ps, qs = n[some].astype(np.int64), least[some].astype(np.int64), p[some], q[some]
        odds = qs / ps
        logs = (np.log(odds), np.where(qs < 0.5, np.log1p(-qs), np.log(ps)))
        if is_above:
            chances[some] = _sum_from(ns, ks, odds, *logs, 1)
        else:
            chances[some] = 1 - _sum_from(ns, ks - 1, odds, *logs, -1)
    return chances


def _runs(a, b, is_worst_alone):
    """Where, month by month, a pair of whole numbers is another than the month before."""
    rows, columns = np.broadcast_shapes(a.shape, b.shape)
    a, b = np.broadcast_to(a, (rows, columns)), np.broadcast_to(b, (rows, columns))
    first = np.ones((rows, columns), bool)
    if is_worst_alone:
        # Of two months with as many in service that which needs more is the worse.
        first[:-1] = (a[1:] != a[:-1]) | (b[1:] < b[:-1])
    else:
        first[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
    return a, b, first


def _column(a, at):
    return a[at] if isinstance(a, np.ndarray) else a


def worst_shortfall(n, needed, p, q):
    """The greatest chance of all months that fewer than `needed` of n work, (trials,)."""
    n, needed, asked = _runs(n, needed, True)
    month, trial = np.nonzero(asked)
    ns, ks = n[month, trial], needed[month, trial]
    chances = chance_of_failures(ns, ns - ks + 1, _column(p, trial), _column(q, trial))
    worst = np.zeros(n.shape[1])
    np.maximum.at(worst, trial, chances)
    return worst


def shortfall(n, needed, p, q):
    """The same month by month, (months, trials)."""
    n, needed, asked = _runs(n, needed, False)
    month, trial = np.nonzero(asked)
    ns, ks = n[month, trial], needed[month, trial]
    chances = chance_of_failures(ns, ns - ks + 1, _column(p, trial), _column(q, trial))
    place = np.zeros(n.shape, np.int32)
    place[month, trial] = np.arange(len(month))
    for t in range(1, len(place)):
        np.maximum(place[t - 1], place[t], out=place[t])
    return chances.take(place)


def loss(pieces, of, p, q, periods):
    """A year's chance that fewer than `pieces` of so many are left in one of the periods; a piece is lost with chance q."""
    return -np.expm1(periods * np.log1p(-chance_of_failures(of, of - pieces + 1, p, q)))

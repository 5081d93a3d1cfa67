"""Tails of the binomial (section 1). Every p comes with its complement q, a number or one figure a case."""

import numpy as np

_log_factorials = np.zeros(1)


def _log_factorial(n):
    global _log_factorials
    most = int(n.max()) + 1
    if most > len(_log_factorials):
        _log_factorials = np.concatenate(([0.0], np.cumsum(np.log(np.arange(1.0, 2 * most)))))
    return _log_factorials.take(n)


def _of(a, some):
    return a[some] if isinstance(a, np.ndarray) and a.size > 1 else a


def _chance_of(n, j, p, q):
    """P[failures = j]."""
    whole_n, whole_j = n.astype(np.int32), j.astype(np.int32)
    chance = _log_factorial(whole_n) - _log_factorial(whole_j)
    chance -= _log_factorial(whole_n - whole_j)
    chance += j * np.log(q)
    chance += (n - j) * np.where(q < 0.5, np.log1p(-q), np.log(p))
    return np.exp(chance, out=chance)


def _sum_from(n, j, p, q, is_upwards):
    """The chances of j, j + 1, ... failures, or of j, j - 1, ..., until nothing is left of them."""
    term = _chance_of(n, j, p, q)
    whole = term.copy()
    odds = q / p if is_upwards else p / q
    left, part, j = None, whole, j.copy()
    turn = 0
    while True:
        if is_upwards:
            more = n - j
            j += 1
            more /= j
        else:
            more = j / (n - j + 1)
            j -= 1
        more *= odds
        term *= more
        part += term
        turn += 1
        if turn % 4 > 0:
            continue
        is_open = term > 1e-15 * part
        count = np.count_nonzero(is_open)
        if count == 0:
            break
        if count < 0.7 * len(part):
            if left is not None:
                whole[left] = part
            open_ones = np.flatnonzero(is_open)
            left = open_ones if left is None else left[open_ones]
            n, j, term, part = n[open_ones], j[open_ones], term[open_ones], part[open_ones]
            odds = _of(odds, open_ones)
    if left is not None:
        whole[left] = part
    return whole


def _plain(n, least, p, q):
    is_above = least > n * q
    if is_above.all():
        return _sum_from(n, least, p, q, True)
    chances = np.empty(len(n))
    above, below = np.flatnonzero(is_above), np.flatnonzero(~is_above)
    if len(above) > 0:
        chances[above] = _sum_from(n[above], least[above], _of(p, above), _of(q, above), True)
    chances[below] = 1 - _sum_from(n[below], least[below] - 1, _of(p, below), _of(q, below), False)
    return chances


def chance_of_failures(n, least, p, q):
    """P[failures >= least] of n, each failing with chance q = 1 - p. @param n, least whole numbers"""
    cases = max(np.size(each) for each in (n, least, p, q))
    n, least = (np.broadcast_to(np.asarray(each, float), (cases,)) for each in (n, least))
    is_plain = (least > 0) & (least <= n) & (q > 0) & (p > 0)
    if is_plain.all():
        return _plain(n, least, p, q)
    chances = np.where((least <= 0) | ((least <= n) & (p <= 0)), 1.0, 0.0)
    some = np.flatnonzero(is_plain)
    if len(some) > 0:
        chances[some] = _plain(n[some], least[some], _of(p, some), _of(q, some))
    return chances


def _cases(n, needed, p, is_asked):
    """The asked pairs, and which trial each is of."""
    flat = np.flatnonzero(is_asked)
    trial = flat % is_asked.shape[1]
    ns, ks = n.ravel().take(flat), needed.ravel().take(flat)
    chances = chance_of_failures(ns, ns - ks + 1, _of(p, trial), _of(1 - p, trial))
    return flat, trial, chances


def _alike(n, needed, *by_trial):
    """Both as wide as the widest of all."""
    width = max(n.shape[1], needed.shape[1], *(np.size(each) for each in by_trial))
    return (each if each.shape[1] == width else np.broadcast_to(each, (len(each), width)) for each in (n, needed))


def worst_shortfall(n, needed, p):
    """The greatest chance of all months that fewer than `needed` of n work, each with chance p, (trials,)."""
    n, needed = _alike(n, needed, p)
    is_asked = np.ones(n.shape, bool)
    # Of two months with as many in service that which needs more is the worse.
    np.not_equal(n[1:], n[:-1], out=is_asked[:-1])
    is_asked[:-1] |= needed[1:] < needed[:-1]
    _, trial, chances = _cases(n, needed, p, is_asked)
    worst = np.zeros(n.shape[1])
    np.maximum.at(worst, trial, chances)
    return worst


def shortfall(n, needed, p, scale, offset):
    """offset + scale * the same month by month, (months, trials)."""
    n, needed = _alike(n, needed, p, scale, offset)
    is_asked = np.ones(n.shape, bool)
    np.not_equal(n[1:], n[:-1], out=is_asked[1:])
    is_asked[1:] |= needed[1:] != needed[:-1]
    flat, trial, chances = _cases(n, needed, p, is_asked)
    chances *= _of(scale, trial)
    chances += _of(offset, trial)
    place = np.zeros(n.shape, np.int32)
    place.ravel()[flat] = np.arange(len(flat), dtype=np.int32)
    for t in range(1, len(place)):
        np.maximum(place[t - 1], place[t], out=place[t])
    return chances.take(place)


def loss(pieces, of, p, q, periods):
    """A year's chance that fewer than `pieces` are left in one of the periods; a piece is lost with chance q."""
    too_few = chance_of_failures(of, of - pieces + 1, p, q)
    return -np.expm1(periods * np.log1p(-too_few))

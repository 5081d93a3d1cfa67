"""By how much a swarm relieves the servers (section 7).

The sum over items of g is, but for q, f + sum (exp(-c) - exp(-(1-f)*c)) / C. It is taken by Gaussian rules (gauss.py),
of as many nodes as a trial needs; in time at Chebyshev points, as many as growth needs, from which a fixed matrix makes
months. Trials are worked in the order of what they need, so that neighbours need as much. Where neither catalogue nor
growth is drawn, the offload of a month is a function of one variable, where a trial begins: a series made once.
"""

import functools

import numpy as np

from .arrays import times
from .chebyshev import points, polynomials, to_coefficients
from .gauss import by_items, rules_up_to, sizes, small


def _relief(concurrent, exponent, share, logs, weights):
    """The sum but for q and relays, at C of shape (points, cases).

    @param logs, weights the rule of the catalogue, (nodes, cases)
    """
    popularity = np.exp(-exponent * logs)
    popularity /= np.einsum("kb,kb->b", popularity, weights)
    count = len(concurrent)
    both = np.concatenate((concurrent, (1 - share) * concurrent))
    np.negative(both, out=both)
    total = np.zeros_like(both)
    part = np.empty_like(both)
    # Where few fetch many items each term is near 1, and their difference is all digits.
    exponential = np.exp if concurrent.min() > 0.01 * weights.sum(axis=0).max() else np.expm1
    for popular, weight in zip(popularity, weights):
        np.multiply(both, popular, out=part)
        exponential(part, out=part)
        part *= weight
        total += part
    whole = total[:count]
    whole -= total[count:]
    whole /= concurrent
    whole += share
    return whole


def _nodes_needed(exponent, items, ratio, concurrent):
    """How many nodes bring the sum within 1e-10, found by trying; `small` stands for item by item."""
    logs = np.log(items)
    # What the most popular item has where all are asked for by their popularity: near enough to C by the sum of i^-s.
    rate = np.log(np.maximum(concurrent * ratio, 1e-9)) - np.log1p(np.maximum(1 - exponent, 0.3) * logs)
    needed = np.ceil((0.5 + 1.75 * exponent * logs + 0.58 * rate + 0.56 * logs) / 2) * 2
    needed = np.clip(needed, sizes[0], None)
    return np.where((items < small) | (needed > sizes[-1]), 10_000, needed).astype(np.int64)


def _times_needed(spread, months):
    """How many points in time serve where ln C goes up or down by `spread` from the middle month."""
    reach = 1.25
    rho = (reach + np.hypot(reach, spread)) / np.maximum(spread, 1e-3)
    return np.minimum(months, np.ceil(21 / np.log(rho)).astype(np.int64) + 1)


@functools.cache
def _spreading(count, months):
    """Points in time from month 1 to T, and the matrix that makes months of values at them."""
    if count >= months:
        return np.arange(1.0, months + 1), np.eye(months)
    middle, half = (months + 1) / 2, (months - 1) / 2
    return middle + half * points(count), polynomials(count, np.linspace(-1, 1, months)).T @ to_coefficients(count)


def order_of(p, trials):
    """In what order trials are best worked, or nothing where it is all the same."""
    if _is_fixed(p) or _is_measured(p):
        return None
    concurrent = np.broadcast_to(_start(p), (trials,))
    nodes = _nodes_needed(p.popularityExponent, p.catalogueItems, p.peakToMean, concurrent)
    spread = np.abs(np.log1p(p.egressGrowth)) * (int(p.horizonMonths) - 1) / 24
    return np.lexsort(np.broadcast_arrays(spread, nodes))


def _is_fixed(p):
    each = (p.catalogueItems, p.popularityExponent, p.hybridContributingShare, p.egressGrowth, p.peakToMean)
    return not any(isinstance(one, np.ndarray) for one in each)


def _is_measured(p):
    return not isinstance(p.useMeasuredOffload, np.ndarray) and p.useMeasuredOffload == 1


def _start(p):
    """C of month 0 at the mean rate, at the least what leaves the sum a number."""
    rate = p.demandScale * p.egressTB / (p.hoursPerMonth * 3600 / 8e6)
    return np.maximum(rate / p.bitrateMbps, 1e-12)


def _scale(p):
    return (1 - p.relayShare) * np.minimum(1, p.uplinkMbps * p.uplinkShare / p.bitrateMbps)


class ByStart:
    """Where only the start is drawn. Coefficients by month of both offloads, made once for a run."""

    def __init__(self, p):
        months = int(p.horizonMonths)
        start = np.log(np.atleast_1d(_start(p)))
        self.low, self.high = start.min() - 1e-6, start.max() + 1e-6
        later = np.log1p(p.egressGrowth) / 12 * np.arange(1, months + 1)
        shifts = np.concatenate((later + np.log(p.peakToMean), later))
        low, high = self.low + shifts.min(), self.high + shifts.max()
        wide = 24 + int(16 * (high - low))
        concurrent = np.exp(low + (points(wide) + 1) / 2 * (high - low))
        logs = np.log(np.arange(1.0, p.catalogueItems + 1))
        if len(logs) > 5000:
            rules, items = rules_up_to(20), np.array([p.catalogueItems])
            rule = rules.of(items, rules.at(items), sizes[-1])
        else:
            rule = logs[:, None], np.ones((len(logs), 1))
        relief = _relief(concurrent[:, None], p.popularityExponent, p.hybridContributingShare, *rule)[:, 0]
        whole = to_coefficients(wide) @ relief
        self.count = 16 + int(12 * (self.high - self.low))
        starts = self.low + (points(self.count) + 1) / 2 * (self.high - self.low)
        places = 2 * (starts + shifts[:, None] - low) / (high - low) - 1
        by_month = np.tensordot(whole, polynomials(wide, places), 1)
        self.table = by_month @ to_coefficients(self.count).T

    def block(self, p):
        start = np.log(np.atleast_1d(_start(p)))
        both = self.table @ polynomials(self.count, 2 * (start - self.low) / (self.high - self.low) - 1)
        return np.split(times(both, _scale(p)), 2)


class ByTrial:
    """Where more is drawn: each trial has a catalogue of its own."""

    def __init__(self, p, group):
        self.group = group
        self.rules = rules_up_to(max(16, int(np.ceil(np.log2(np.max(p.catalogueItems))))))

    def block(self, p):
        drawn = (p.catalogueItems, p.popularityExponent, p.hybridContributingShare, p.egressGrowth, p.peakToMean)
        concurrent, items, exponent, share, growth, ratio = np.broadcast_arrays(_start(p), *drawn)
        months = int(p.horizonMonths)
        nodes = _nodes_needed(exponent, items, ratio, concurrent)
        growth = np.log1p(growth) / 12
        moments = _times_needed(np.abs(growth) * (months - 1) / 2, months)
        both = np.empty((2 * months, len(nodes)))
        basis = self.rules.at(items)

        def put(some):
            at, spreading = _spreading(int(moments[some].max()), months)
            mean = np.exp(np.multiply.outer(at, growth[some]))
            mean *= concurrent[some]
            rule = self._rule(items[some], basis[:, some], nodes[some].max())
            found = _relief(np.concatenate((mean * ratio[some], mean)), exponent[some], share[some], *rule)
            both[:months, some] = spreading @ found[: len(at)]
            both[months:, some] = spreading @ found[len(at) :]

        for start in range(0, len(nodes), self.group):
            some = slice(start, min(start + self.group, len(nodes)))
            is_single = nodes[some] > sizes[-1]
            if not is_single.any():
                put(some)
                continue
            for few in (start + np.flatnonzero(~is_single), start + np.flatnonzero(is_single)):
                if len(few) > 0:
                    put(few)
        both *= _scale(p)
        return np.split(both, 2)

    def _rule(self, items, basis, nodes):
        return self.rules.of(items, basis, nodes) if nodes <= sizes[-1] else by_items(items)


class Measured:
    def block(self, p):
        both = np.full((int(p.horizonMonths), 1), 1.0) * p.measuredOffload
        return both, both


def offload_for(p, group=250):
    """What works out Gpeak and Gmean of a block of this run's trials, (months, trials) or (months, 1)."""
    if _is_measured(p):
        return Measured()
    return ByStart(p) if _is_fixed(p) else ByTrial(p, group)

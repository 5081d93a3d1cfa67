"""Gaussian rules for sums over the items 1..N of a catalogue, in ln i: nodes and weights, smooth in N, from a table."""

import functools

import numpy as np

from .chebyshev import points, polynomials

# Catalogues smaller than this are summed item by item.
small = 48
sizes = range(8, 42, 2)
_in_items = 64


def _recurrence(items, most):
    """Coefficients of the polynomials orthogonal over the items (Lanczos, orthogonalised twice)."""
    x = np.log(np.arange(1.0, items + 1))
    basis = np.empty((most, items))
    alpha, beta = np.empty(most), np.empty(most)
    row = np.full(items, 1 / np.sqrt(items))
    for k in range(most):
        basis[k] = row
        row = x * row
        alpha[k] = row @ basis[k]
        for _ in range(2):
            row -= (basis[: k + 1] @ row) @ basis[: k + 1]
        beta[k] = np.linalg.norm(row)
        row /= beta[k]
    return alpha, beta


def _rule(alpha, beta, nodes):
    off = np.diag(beta[: nodes - 1], 1)
    at, vectors = np.linalg.eigh(np.diag(alpha[:nodes]) + off + off.T)
    return at, vectors[0] ** 2


class Rules:
    """For catalogues of `small` items up to `most`."""

    def __init__(self, most):
        self.low, self.high = np.log(small), np.log(max(most, 2 * small))
        self.most = most
        near = np.exp(self.low + (points(_in_items) + 1) / 2 * (self.high - self.low))
        items = np.unique(np.round(near).astype(int))
        self.count = len(items)
        found = [_recurrence(each, max(sizes)) for each in items]
        logs = np.log(items)
        at = polynomials(self.count, self._scaled(logs)).T
        self.tables = {}
        for nodes in sizes:
            rules = [_rule(alpha, beta, nodes) for alpha, beta in found]
            x, share = (np.array(each) for each in zip(*rules))
            self.tables[nodes] = np.linalg.solve(at, np.concatenate((x / logs[:, None], np.log(share)), axis=1)).T

    def _scaled(self, logs):
        return 2 * (logs - self.low) / (self.high - self.low) - 1

    def at(self, items):
        """What the rules of these catalogues are made of, whatever the nodes."""
        return polynomials(self.count, self._scaled(np.log(items)))

    def of(self, items, at, nodes):
        """Nodes in ln i and weights, (nodes, cases)."""
        both = self.tables[nodes] @ at
        x, weights = both[:nodes], both[nodes:]
        x *= np.log(items)
        np.exp(weights, out=weights)
        weights *= items
        return x, weights


@functools.cache
def rules_up_to(power):
    """Made once: they know nothing of a model but how many items it may have at the most, 2^power."""
    return Rules(2**power)


def by_items(items):
    """The same item by item, for catalogues of which the rules know nothing."""
    each = np.arange(1.0, items.max() + 1)[:, None]
    return np.repeat(np.log(each), len(items), axis=1), (each <= items).astype(float)

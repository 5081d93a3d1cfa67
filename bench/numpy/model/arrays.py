"""Months by trials, and section 1's conventions.

Three shapes: a number, where nothing drawn reaches; one figure a trial, (trials,); one a month and trial,
(months, trials), or (months, 1) where nothing drawn reaches. Rows are months 1 to T. Broadcasting then does once for
all trials what no drawn input reaches.
"""

import numpy as np


def _room(a, b):
    """`a` where the outcome fits in it, else nothing."""
    width = b.shape[-1] if isinstance(b, np.ndarray) else 1
    return a if a.shape[-1] >= width else None


def plus(a, b):
    """a + b, in `a` where it fits: `a` is used up."""
    return np.add(a, b, out=_room(a, b))


def times(a, b):
    """a * b, in `a` where it fits: `a` is used up."""
    return np.multiply(a, b, out=_room(a, b))


def at_least(a, b):
    """The greater of both, in `a` where it fits: `a` is used up."""
    return np.maximum(a, b, out=_room(a, b))


def sum_of(*parts):
    """The sum of parts; the first is used up. Numbers that are 0 cost nothing."""
    whole = parts[0]
    for part in parts[1:]:
        if not is_zero(part):
            whole = plus(whole, part)
    return whole


def is_zero(a):
    return not isinstance(a, np.ndarray) and a == 0


def ceiling(x):
    """Section 1's ceil, in `x`. @raise OverflowError above 1e15"""
    dust = np.maximum(x, 1.0)
    dust *= 1e-9
    x -= dust
    np.ceil(x, out=x)
    return x


def monthly(rate):
    """By what a yearly rate multiplies a month."""
    return np.exp(np.log1p(rate) / 12)


def growth(step, months):
    """step^t in months 1 to T, by multiplication, in ever longer runs of months."""
    width = step.shape[-1] if isinstance(step, np.ndarray) else 1
    rows = np.empty((months, width))
    rows[0] = step
    done = 1
    while done < months:
        more = min(done, months - done)
        np.multiply(rows[:more], rows[done - 1], out=rows[done : done + more])
        done += more
    return rows

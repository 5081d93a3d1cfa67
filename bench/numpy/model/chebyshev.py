"""Chebyshev series."""

import numpy as np


def points(count):
    """Chebyshev points in -1..1."""
    return np.cos((np.arange(count) + 0.5) * np.pi / count)


def to_coefficients(count):
    """The matrix that makes coefficients of values at the points."""
    angles = (np.arange(count) + 0.5) * np.pi / count
    matrix = np.cos(np.outer(np.arange(count), angles)) * 2 / count
    matrix[0] /= 2
    return matrix


def polynomials(count, x):
    """T_0 to T_(count-1) at x, (count, points)."""
    rows = np.empty((count, *np.shape(x)))
    rows[0] = 1
    if count > 1:
        rows[1] = x
    twice = 2 * x
    for m in range(2, count):
        np.multiply(twice, rows[m - 1], out=rows[m])
        rows[m] -= rows[m - 2]
    return rows

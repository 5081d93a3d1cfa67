"""Holds these figures against those of the other program, trial by trial."""

import numpy as np

from model.model import architectures, conditions, pairs

tolerance = 1e-9
names = ("net present cost", "total", "participants' cost", "cumulative cash")


def _parts(outcomes, trials):
    """In the shape in which the other program's are read."""
    rows = np.empty((4, 3 + outcomes[0][1].cumulative.shape[1], trials))
    for places, of in outcomes:
        rows[:, 0, places] = of.net_present_cost
        rows[:, 1, places] = of.total
        rows[:, 2, places] = of.participant_cost
        for a in range(4):
            rows[a, 3:, places] = of.cumulative[a].T
    return rows


def differences(run, outcomes):
    """@returns what is apart, in words, and the greatest difference of money"""
    about, ours, theirs = run.about, _parts(outcomes, run.trials), run.outcomes()
    apart, greatest = [], 0.0
    for a, name in enumerate(architectures):
        for what, rows in zip(names, (slice(0, 1), slice(1, 2), slice(2, 3), slice(3, None))):
            x, y = ours[a, rows], theirs[a, rows]
            size = np.maximum(np.maximum(np.abs(x), np.abs(y)), 1e-300)
            by = np.abs(x - y) / size
            greatest = max(greatest, by.max())
            if not by.max() <= tolerance:
                row, trial = np.unravel_index(by.argmax(), by.shape)
                count = (by > tolerance).any(axis=0).sum()
                apart.append(
                    f"{run.name}: {name}, {what}: {count} trials apart, trial {trial} by {by.max():.2e}: "
                    f"{x[row, trial]!r} here, {y[row, trial]!r} there"
                )
    for a, name in enumerate(architectures):
        for condition in conditions:
            here = sum(int(of.holds[condition][a].sum()) for _, of in outcomes)
            there = about["holds"][a][condition]
            if here != there:
                apart.append(f"{run.name}: {name} {condition} in {here} trials here, in {there} there")
    cheapest = np.empty(run.trials, int)
    for places, of in outcomes:
        cheapest[places] = of.cheapest
    others = np.flatnonzero(cheapest != np.array(about["cheapest"]))
    if len(others) > 0:
        apart.append(f"{run.name}: another is cheapest in {len(others)} trials, the first {others[0]}")
    months = ours.shape[1] - 3
    counts = np.array(about["breakEvens"]).reshape(len(pairs), months + 1)
    for i, (a, b) in enumerate(pairs):
        here = sum(np.bincount(of.break_even[i], minlength=months + 1) for _, of in outcomes)
        if (here != counts[i]).any():
            apart.append(f"{run.name}: break-even of {architectures[a]} against {architectures[b]} is another")
    return apart, greatest

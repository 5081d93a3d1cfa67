"""Section 10: own lines."""

import numpy as np


def _basis(line, costs, w):
    kind = line["kind"]
    if kind == "perUser":
        return w.users
    if kind == "perServer":
        return costs.machines() if costs.machines else 0.0
    if kind == "perPeer":
        return costs.peers() if costs.peers else 0.0
    return 1.0


def add_lines(lines, architectures, costs, w, running, first):
    """Adds them to running cost, and to month 0 in `first`."""
    months = np.arange(1, w.months + 1)[:, None]
    for line in lines:
        start = line.get("fromMonth", 1)
        amount, escalation = line["amount"], 1 + line.get("escalation", 0)
        for name in line["architectures"]:
            a = architectures.index(name)
            if line["kind"] == "once":
                if start == 0:
                    first[a] = first[a] + amount
                running[a] = running[a] + amount * escalation ** (start / 12) * (months == start)
                continue
            falls = (months >= start) & (months <= line.get("toMonth", w.months))
            running[a] = running[a] + falls * amount * _basis(line, costs[a], w) * escalation ** (months / 12)

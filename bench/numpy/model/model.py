"""The whole model for a block of trials: what of it statistics are made of (sections 9 to 11)."""

from dataclasses import dataclass
from itertools import permutations

import numpy as np

from .arrays import is_zero, plus, times
from .cloud import Cloud
from .hybrid import Hybrid
from .lines import add_lines
from .moving import add_moving
from .on_premises import OnPremises
from .peer_to_peer import PeerToPeer
from .servers import Fleet
from .world import World

architectures = ("onPremises", "cloud", "hybrid", "peerToPeer")
pairs = tuple(permutations(range(len(architectures)), 2))
conditions = ("eligible", "feasible", "meetsAvailability", "meetsAnnualLoss")


@dataclass
class Outcomes:
    """Architectures first, trials last."""

    cumulative: np.ndarray
    total: np.ndarray
    net_present_cost: np.ndarray
    participant_cost: np.ndarray
    holds: dict
    # Place in the list, -1 where none is eligible.
    cheapest: np.ndarray
    # By pair, the first month from which the one never again costs more: T + 1 where it ends above.
    break_even: np.ndarray | None


def _costs(w, p):
    """Of the four, in the order of the list, and the fleet's lines."""
    fleet = Fleet(w)
    on, hybrid = OnPremises(w, fleet), Hybrid(w, fleet)
    if p.currentArchitecture in ("onPremises", "hybrid"):
        fleet.stand((on if p.currentArchitecture == "onPremises" else hybrid).need)
    fleet.buy()
    return [on.costs(), Cloud(w).costs(), hybrid.costs(), PeerToPeer(w).costs()], fleet


def _opening(name, costs, p):
    """What is paid in month 0 but for purchases and moving."""
    runs = name == p.currentArchitecture
    return 0.0 if runs else p.of(name, "Development") + costs.opening


def evaluate(p, catalogue, trials, lines=(), with_break_even=True):
    """@raise OverflowError where a count grows too large to mean anything"""
    w = World(p, catalogue)
    months = w.months
    costs, fleet = _costs(w, p)
    running = [each.running for each in costs]
    first = [np.broadcast_to(_opening(name, each, p), (trials,)) * 1.0 for name, each in zip(architectures, costs)]
    if lines:
        add_lines(lines, architectures, costs, w, running, first)
    if p.currentArchitecture != "none":
        cash = add_moving(architectures, running, first, fleet, w)
    else:
        cash = running
    cumulative = np.empty((len(architectures), months + 1, trials))
    net_present_cost = np.empty((len(architectures), trials))
    discount = np.power(1 + p.discountRate, -np.arange(months + 1)[:, None] / 12)
    for a, each in enumerate(costs):
        spent = cash[a]
        if np.ndim(each.purchases) > 0:
            first[a] += each.purchases[0]
            later = each.purchases
            later[0] = 0
            spent = plus(spent, later)
        contingency = p.contingencyShare
        if not is_zero(contingency):
            spent, first[a] = times(spent, 1 + contingency), first[a] * (1 + contingency)
        path = cumulative[a]
        path[0] = first[a]
        for t in range(months):
            np.add(path[t], spent[t], out=path[t + 1])
        present = discount[1:, 0] @ spent if discount.shape[1] == 1 else (spent * discount[1:]).sum(axis=0)
        net_present_cost[a] = first[a] + present - each.residual * discount[-1]
    holds = _holds(costs, p, w, trials)
    if not np.isfinite(cumulative[:, -1]).all():
        raise OverflowError("a cost is no number")
    eligible = np.where(holds["eligible"], net_present_cost, np.inf)
    cheapest = np.where(np.isfinite(eligible).any(axis=0), eligible.argmin(axis=0), -1)
    return Outcomes(
        cumulative=cumulative,
        total=cumulative[:, -1],
        net_present_cost=net_present_cost,
        participant_cost=np.stack([np.broadcast_to(each.borne, (trials,)) for each in costs]),
        holds=holds,
        cheapest=cheapest,
        break_even=_break_even(cumulative) if with_break_even else None,
    )


def _holds(costs, p, w, trials):
    forgiven = 1 + 1e-9
    rows = lambda of: np.stack([np.broadcast_to(of(name, each), (trials,)) for name, each in zip(architectures, costs)])
    is_stored = w.stored[0] > 0
    holds = {
        "feasible": rows(lambda _, each: each.is_feasible),
        "meetsAvailability": rows(lambda _, each: each.worst <= (1 - p.targetAvailability) * forgiven),
        "meetsAnnualLoss": rows(lambda _, each: (each.annual_loss <= p.targetAnnualLoss * forgiven) | ~is_stored),
    }
    permitted = rows(lambda name, _: np.asarray(p.of(name, "Permitted")) == 1)
    holds["eligible"] = permitted & holds["feasible"] & holds["meetsAvailability"] & holds["meetsAnnualLoss"]
    return holds


def _break_even(cumulative):
    """Section 11, of all pairs."""
    count, months, trials = cumulative.shape
    found = np.empty((len(pairs), trials), np.uint8)
    after = np.arange(1, months + 1, dtype=np.uint8)[:, None]
    size = np.abs(cumulative)
    for a in range(count):
        for b in range(a + 1, count):
            ahead = cumulative[a] - cumulative[b]
            near = np.maximum(size[a], size[b])
            np.maximum(near, 1, out=near)
            near *= 1e-9
            found[pairs.index((a, b))] = np.max((ahead > near) * after, axis=0)
            np.negative(near, out=near)
            found[pairs.index((b, a))] = np.max((ahead < near) * after, axis=0)
    return found

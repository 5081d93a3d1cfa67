"""Holds one evaluation against a known answer."""

from model.catalogue import offload_for
from model.model import architectures, conditions, evaluate, pairs
from model.world import Figures

tolerance = 1e-9


def _is_near(x, y):
    return abs(x - y) <= tolerance * max(abs(x), abs(y))


def apart(inputs, lines, expected):
    """What is apart, in words. @param inputs all of them"""
    p = Figures({key: one if isinstance(one, str) else float(one) for key, one in inputs.items()})
    found = evaluate(p, offload_for(p), 1, lines)
    words = []
    for a, name in enumerate(architectures):
        known = expected["architectures"][name]
        for what, here, there in (
            ("total", found.total[a, 0], known["total"]),
            ("net present cost", found.net_present_cost[a, 0], known["netPresentCost"]),
            ("participants' cost", found.participant_cost[a, 0], known["participantCost"]["sum"]),
        ):
            if not _is_near(here, there):
                words.append(f"{name}, {what}: {here} here, {there} known")
        for condition in conditions:
            if bool(found.holds[condition][a, 0]) != known[condition]:
                words.append(f"{name}, {condition}: not as known")
    for i, (a, b) in enumerate(pairs):
        month = int(found.break_even[i, 0])
        here = None if month > p.horizonMonths else month
        there = expected["breakEven"][architectures[a]][architectures[b]]
        if here != there:
            words.append(f"{architectures[a]} breaks even against {architectures[b]} in {here} here, {there} known")
    return words

"""A run of trials, block by block."""

import numpy as np

from model.catalogue import offload_for, order_of
from model.model import evaluate

# Of so many trials the arrays of a month lie near the processor, and what Python takes a call is little beside them.
usual_block = 1000


def work(figures, trials, block=usual_block, with_break_even=True, done=lambda: None):
    """@param done is called after each block. @returns the outcomes of each block, with which trials they are of"""
    order = order_of(figures, trials)
    ordered = figures if order is None else figures.taken(order)
    catalogue = offload_for(ordered)
    places = np.arange(trials) if order is None else order
    found = []
    for start in range(0, trials, block):
        some = slice(start, min(start + block, trials))
        outcomes = evaluate(ordered.taken(some), catalogue, some.stop - start, with_break_even=with_break_even)
        found.append((places[some], outcomes))
        done()
    return found

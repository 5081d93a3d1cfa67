"""Answers the bench (bench/numpy.ts), a line of JSON a question: {"do", "run", ...}, one a line on standard input.

`check` holds a run of trials against the other program's outcomes, `oracle` one evaluation against a known answer, and
`time` works all trials of a run and says how long it took, by processor time and by the clock, and each thousand of
them by processor time.
"""

import json
import sys
import time

import oracle
from check import differences
from exchange import Run
from trials import usual_block, work

_runs = {}


def _run(folder, name):
    if name not in _runs:
        _runs[name] = Run(folder, name)
    return _runs[name]


def _check(asked, folder):
    run = _run(folder, asked["run"])
    apart, greatest = differences(run, work(run.figures, run.trials))
    return {"apart": apart, "greatest": greatest}


def _time(asked, folder):
    run = _run(folder, asked["run"])
    by_clock = time.perf_counter()
    moments = [time.process_time()]
    work(run.figures, run.trials, usual_block, asked["withBreakEven"], lambda: moments.append(time.process_time()))
    thousands = [after - before for before, after in zip(moments, moments[1:])]
    return {"processor": sum(thousands), "thousands": thousands, "clock": time.perf_counter() - by_clock}


def _oracle(asked, folder):
    return {"apart": oracle.apart(asked["inputs"], asked["lines"], asked["expected"])}


def main():
    folder = sys.argv[1]
    doings = {"check": _check, "time": _time, "oracle": _oracle}
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(doings[asked["do"]](asked, folder)), flush=True)


main()

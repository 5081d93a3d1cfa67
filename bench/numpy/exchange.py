"""What the other program wrote: what a run draws, and what it says becomes of it (exchange.ts)."""

import json
from pathlib import Path

import numpy as np

from model.world import Figures


class Run:
    def __init__(self, folder, name):
        self.about = json.loads((Path(folder) / f"{name}.json").read_text())
        self.name, self.trials = name, self.about["trials"]
        drawn = np.fromfile(Path(folder) / f"{name}.drawn").reshape(-1, self.trials)
        given = {key: float(one) if not isinstance(one, str) else one for key, one in self.about["inputs"].items()}
        self.figures = Figures(given | dict(zip(self.about["drawn"], drawn)))
        self._outcomes = Path(folder) / f"{name}.outcomes"

    def outcomes(self):
        """By architecture, (4, figures, trials): net present cost, total, participants' cost, cumulative cash."""
        return np.fromfile(self._outcomes).reshape(4, -1, self.trials)

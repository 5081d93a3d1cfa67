"""Section 5: cloud."""

import numpy as np

from .arrays import is_zero, sum_of, times
from .result import Costs


def _tiers(p, world):
    """What leaves the provider by month, at today's prices."""
    e = world.egress * world.own_share
    cost = e * p.cloudEgressTier4Price
    for upto, above, below in (
        (p.cloudEgressTier3TB, p.cloudEgressTier3Price, p.cloudEgressTier4Price),
        (p.cloudEgressTier2TB, p.cloudEgressTier2Price, p.cloudEgressTier3Price),
        (p.cloudEgressTier1TB, p.cloudEgressTier1Price, p.cloudEgressTier2Price),
    ):
        part = np.minimum(e, upto)
        cost = sum_of(cost, times(part, above - below))
    return cost


class Cloud:
    name = "cloud"

    def __init__(self, world):
        self.world = world

    def costs(self):
        w, p = self.world, self.world.p
        per_hour = p.cloudPerCoreHour * (1 - p.cloudCommitShare * p.cloudCommitDiscount) / p.cloudUtilisation
        supported = 1 + p.cloudSupportShare
        compute = w.core_hours * (per_hour * (1 + p.cloudOperationsShare) * supported)
        bill = sum_of(
            times(_tiers(p, w), supported),
            compute,
            # Support is paid on storage as on the rest.
            w.stored * (p.cloudStoragePerTBMonth * supported),
        )
        at_inflation = w.infl * (p.cloudComplianceAnnual / 12) if is_zero(w.backup) else times(
            sum_of(w.stored * w.backup, p.cloudComplianceAnnual / 12), w.infl
        )
        operations = w.core_hours * (1 / (p.cloudUtilisation * p.hoursPerMonth * p.coresPerCloudEngineer))
        running = sum_of(
            times(bill, w.cl),
            w.delivered * (p.cdnShare * p.cdnPricePerTB),
            at_inflation,
            w.staff.cost(self.name, operations),
        )
        return Costs(
            running,
            worst=1 - p.cloudAvailability,
            annual_loss=p.cloudAnnualLoss * p.siteLossPerYear**p.backupCopies,
        )

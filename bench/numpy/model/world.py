"""What all four architectures share in a block of trials: demand (section 2) and prices (section 1)."""

import numpy as np

from .arrays import growth, monthly
from .capital import Life
from .staff import Staff


class Figures:
    """Inputs by key: a number, or one figure a trial where it is drawn."""

    def __init__(self, values):
        self.values = values
        self.__dict__.update(values)

    def of(self, name, key):
        return self.values[name + key]

    def taken(self, which):
        """The same of some trials, a slice or their places."""
        return Figures({key: one[which] if isinstance(one, np.ndarray) else one for key, one in self.values.items()})


class World:
    def __init__(self, p, catalogue):
        self.p = p
        self.months = months = int(p.horizonMonths)
        self.offload = catalogue
        self.steps = {}

        def grown(rate):
            self.steps[rate] = monthly(p.values[rate])
            return growth(self.steps[rate], months)

        self.infl = grown("generalInflation")
        self.elec = grown("electricityInflation")
        self.fac = grown("facilityInflation")
        self.hw = grown("hardwarePriceChange")
        self.cl = grown("cloudPriceChange")
        self.rw = grown("rewardPriceChange")
        self.users = grown("usersGrowth") * (p.demandScale * p.users)
        self.stored = grown("storedGrowth") * (p.demandScale * p.storedTB)
        self.egress_today = p.demandScale * p.egressTB
        self.egress = grown("egressGrowth") * self.egress_today
        self.core_hours = grown("coreHoursGrowth") * (p.demandScale * p.coreHours)
        self.staff = Staff(p, self.users, grown("wageInflation"))
        self.TB_per_Mbps = p.hoursPerMonth * 3600 / 8e6
        # Mbit/s at the peak for each TB of a month.
        self.peak_per_TB = p.peakToMean / self.TB_per_Mbps
        self.own_share = 1 - p.cdnShare
        # egressTB * bw * vol(egressTB): growth of one rate.
        self.discount = np.log10(1 - p.bandwidthDiscountPerTenfold)
        step = monthly(p.bandwidthPriceChange) * np.power(self.steps["egressGrowth"], 1 + self.discount)
        scale = np.power(np.where(p.demandScale > 0, p.demandScale, 1.0), self.discount)
        scale = scale if scale.ndim else float(scale)
        self.delivered = growth(step, months) * (self.egress_today * scale)
        self.backup = p.backupCopies * p.backupPerTBMonth
        self.server_life = Life(p.serverLifeMonths, months)
        self.storage_life = Life(p.storageServerLifeMonths, months)
        self.network_life = Life(p.networkLifeMonths, months)
        self.facility_life = Life(p.ownFacilityLifeMonths, months)

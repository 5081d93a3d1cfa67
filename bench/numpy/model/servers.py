"""Section 4: the server side, of onPremises and of hybrid."""

import numpy as np

from .arrays import at_least, ceiling, is_zero, plus, sum_of, times
from .binomial import chance_of_failures, loss
from .capital import Standing, capital

too_many = 1e15


def either(a, b):
    """The chance of one or the other of two independent failures."""
    return a + b - a * b


def counted(need):
    if not need.max() <= too_many:
        raise OverflowError("more than can be counted")
    return need


class Fleet:
    """What both have in common: storage, and what a unit costs."""

    def __init__(self, world):
        self.world = world
        p = self.p = world.p
        H = p.hoursPerMonth
        self.busy = ceiling(world.core_hours * (1 / (p.coresPerServer * H * p.serverUtilisation)))
        self.is_stored = world.stored[:1] > 0
        raw = p.storageTotalPieces / p.storageDataPieces / p.storageFill / p.storageServerTB
        storage = ceiling(world.stored * raw)
        storage = at_least(storage, np.maximum(p.minStorageServers, p.storageTotalPieces))
        if not self.is_stored.all():
            storage = storage * self.is_stored
        self.storage_need = counted(times(storage, p.sites))
        self.server_prices = world.hw * p.serverPrice
        self.storage_prices = world.hw * p.storageServerPrice
        self.facility_prices = world.infl * p.ownFacilityCostPerKW
        # Of a kW over what the own facility takes, and of a kW's energy.
        self.energy = world.elec * (p.serverLoadFactor * p.pue * H * p.electricityPrice)
        self.rent = world.fac * p.coloPerKWMonth
        if is_zero(p.ownFacilityKW):
            self.per_kW = plus(self.rent, self.energy)
        self.standing = dict.fromkeys(("servers", "storage", "network", "facility"))

    def server_need(self, delivery):
        """@param delivery ceil(Z/deliveryMbpsPerServer)"""
        p = self.p
        work = delivery + self.busy
        is_none = None if work.min() > 0 else work == 0
        need = ceiling(times(work, 1 + p.serverHeadroom))
        need = plus(need, p.spareServers)
        if is_none is not None:
            need = np.where(is_none, 0, need)
        return counted(times(need, p.sites))

    def stand(self, server_need):
        """What stands is what is needed in month 1 (section 9)."""
        w, p = self.world, self.p
        servers, storage = server_need[0], self.storage_need[0]
        network = p.networkShare * (servers * p.serverPrice + storage * p.storageServerPrice)
        hw, infl = w.steps["hardwarePriceChange"], w.steps["generalInflation"]
        of_age = lambda units, life, price, step: Standing.of_age(units, life, p.currentAgeMonths, price, step)
        self.standing = {
            "servers": of_age(servers, w.server_life, p.serverPrice, hw),
            "storage": of_age(storage, w.storage_life, p.storageServerPrice, hw),
            "network": of_age(network, w.network_life, 1.0, hw),
            "facility": of_age(p.ownFacilityKW, w.facility_life, p.ownFacilityCostPerKW, infl),
        }

    def buy(self):
        """Storage and the own facility, which are the same in both."""
        w, p = self.world, self.p
        standing = self.standing
        self.storage = capital(
            self.storage_need, w.storage_life, self.storage_prices, p.storageServerPrice, standing["storage"]
        )
        self.facility = None
        if not is_zero(p.ownFacilityKW):
            need = np.full((w.months, 1), 1.0) * p.ownFacilityKW
            self.facility = capital(
                need, w.facility_life, self.facility_prices, p.ownFacilityCostPerKW, standing["facility"]
            )
        in_service = self.storage.in_service
        self.storage_value = in_service * p.storageServerPrice
        self.storage_kW = in_service * (p.storageServerPeakWatts / 1000)
        self.storage_work = in_service * (p.storageServerTB / p.storedTBPerEngineer)
        managed = in_service * (p.managementPerServerYear / 12)
        self.managed = managed if is_zero(w.backup) else plus(managed, w.stored * w.backup)

    def lost_pieces(self):
        """The chance that too few storage servers work, a trial."""
        p = self.p
        failed = chance_of_failures(
            p.storageTotalPieces,
            p.storageTotalPieces - p.storageDataPieces + 1,
            p.serverAvailability,
            1 - p.serverAvailability,
        )
        return np.where(self.is_stored[0], failed, 0)

    def annual_loss(self):
        p = self.p
        exposure = p.driveAnnualFailureRate * p.rebuildDays / 365
        independent = loss(
            p.storageDataPieces, p.storageTotalPieces, np.exp(-exposure), -np.expm1(-exposure), 365 / p.rebuildDays
        )
        site = independent + p.siteLossPerYear * (1 - independent)
        return site**p.sites * p.siteLossPerYear**p.backupCopies


class ServerSide:
    """The fleet of one of them, and what it costs."""

    def __init__(self, fleet, need):
        self.fleet = fleet
        w, p = fleet.world, fleet.p
        self.servers = capital(need, w.server_life, fleet.server_prices, p.serverPrice, fleet.standing["servers"])
        network = times(plus(self.servers.in_service * p.serverPrice, fleet.storage_value), p.networkShare)
        self.network = capital(network, w.network_life, w.hw, 1.0, fleet.standing["network"])
        self.lines = [self.servers, fleet.storage, self.network]
        self.hardware = self.lines.copy()
        if fleet.facility is not None:
            self.lines.append(fleet.facility)

    def running(self, yearly):
        """Upkeep, space, energy, management and backup by month, and what else is a sum a year at general inflation."""
        fleet = self.fleet
        w, p = fleet.world, fleet.p
        n = self.servers.in_service
        kW = plus(n * (p.serverPeakWatts / 1000), fleet.storage_kW)
        if fleet.facility is None:
            cost = times(kW, fleet.per_kW)
        else:
            rented = np.maximum(kW - p.ownFacilityKW, 0)
            cost = times(kW, fleet.energy) + rented * fleet.rent
            yearly = yearly + 12 * p.ownFacilityKW * p.ownFacilityOpexPerKWMonth
        at_inflation = sum_of(n * (p.managementPerServerYear / 12), fleet.managed, yearly / 12)
        cost = plus(cost, times(at_inflation, w.infl))
        return self._with_upkeep(cost)

    def _with_upkeep(self, cost):
        p, months = self.fleet.p, self.fleet.world.months
        if is_zero(p.maintenanceRate):
            return cost
        for line in self.hardware:
            if line.standing is not None:
                cost = plus(cost, line.standing.under_contract(p.warrantyMonths) * (p.maintenanceRate / 12))
        # One warranty in all trials, or as many as there are.
        for warranty in np.unique(p.warrantyMonths).astype(int):
            if warranty >= months:
                continue
            servers, storage, network = (line.under_contract(int(warranty)) for line in self.hardware)
            value = times(plus(servers + network, storage), p.maintenanceRate / 12)
            if np.ndim(p.warrantyMonths) > 0:
                value = value * (p.warrantyMonths == warranty)
            if cost.shape[1] < value.shape[1]:
                cost = np.repeat(cost, value.shape[1], axis=1)
            cost[warranty:] += value
        return cost

    def purchases(self):
        """By month of entering service, and what is left of them at T."""
        paid = self.servers.paid + self.network.paid
        for line in self.lines:
            if line is not self.servers and line is not self.network:
                paid = plus(paid, line.paid)
        return paid, sum(line.residual() for line in self.lines) * self.fleet.p.residualShare

    def other_failures(self):
        """The chance that a site fails of anything but its servers, a trial."""
        return either(1 - self.fleet.p.siteAvailability, self.fleet.lost_pieces())

    def of_sites(self, u):
        """Unavailability of all sites together, where that of one is u."""
        p = self.fleet.p
        if is_zero(p.sites - 1):
            return u
        return p.commonCauseShare * u + ((1 - p.commonCauseShare) * u) ** p.sites

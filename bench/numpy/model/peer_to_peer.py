"""Section 6: peer to peer."""

import numpy as np

from .arrays import at_least, ceiling, is_zero, plus, sum_of, times
from .binomial import chance_of_failures, loss, worst_shortfall
from .result import Costs
from .servers import counted, either


def coordinators_for(needed, least, p):
    coordinators = ceiling(needed * (1 + p.serverHeadroom))
    return at_least(plus(coordinators, p.spareServers), least)


def control(shortfall, p):
    """Control is out of order. @param shortfall the chance that fewer servers work than are needed"""
    return p.commonCauseShare * (1 - p.coordinatorAvailability) + (1 - p.commonCauseShare) * shortfall


class PeerToPeer:
    name = "peerToPeer"

    def __init__(self, world):
        self.world = world
        p = world.p
        self.alpha = 1 / p.peerLifetimeMonths
        self.lg = np.log(p.totalPieces / p.repairThreshold)
        self.per_stored = self.alpha / self.lg
        self.is_stored = world.stored[:1] > 0

    def peers(self):
        w, p = self.world, self.world.p
        uplink = p.uplinkMbps * p.uplinkShare * p.peerAvailability * w.TB_per_Mbps
        sent = 1 + p.transferOverhead
        k, n = p.dataPieces, p.totalPieces
        peers = plus(w.egress * (p.peakToMean * sent / uplink), w.stored * (self.per_stored / uplink))
        moved = plus(w.egress * (sent / p.peerMonthlyCapTB), w.stored * (self.per_stored / p.peerMonthlyCapTB))
        core = p.computeQuorum / (p.hoursPerMonth * p.peerAvailability * p.peerCores * p.peerCpuShare * p.cpuEfficiency)
        # The greatest of several ceilings is the ceiling of the greatest.
        peers = at_least(peers, moved)
        peers = at_least(peers, w.stored * (n / k / (p.peerStorageTB * p.peerFill)))
        peers = at_least(peers, w.core_hours * core)
        peers = ceiling(peers)
        least = np.maximum(p.minimumPeers, np.where(self.is_stored[0], n, 0))
        return counted(at_least(peers, least))

    def costs(self):
        w, p = self.world, self.world.p
        k, m, n = p.dataPieces, p.repairThreshold, p.totalPieces
        peers = self.peers()
        installs = counted(ceiling(peers * (1 / p.contributingShare)))
        needed = ceiling(installs * (1 / p.installsPerCoordinator))
        coordinators = coordinators_for(needed, p.minimumCoordinators, p)
        sent = 1 + p.transferOverhead
        expansion = (n - m) / (k * self.lg)
        rewards = w.stored * (p.storageReward * expansion + p.repairReward * self.per_stored)
        rewards = sum_of(rewards, w.egress * (p.egressReward * sent))
        rewards = sum_of(rewards, w.core_hours * (p.computeReward * p.computeQuorum / p.cpuEfficiency))
        rewards = times(rewards, w.rw)
        # fees + joins*acquisitionCost + installs*supportPerInstallYear/12, coordination, backup and compliance.
        at_inflation = installs * (self.alpha * p.acquisitionCost + p.supportPerInstallYear / 12)
        won = installs[1:] - installs[:-1]
        won = times(np.maximum(won, 0, out=won), p.acquisitionCost)
        if at_inflation.shape[1] < won.shape[1]:
            at_inflation = np.repeat(at_inflation, won.shape[1], axis=1)
        at_inflation[1:] += won
        if rewards.min() > 0:
            at_inflation = plus(at_inflation, peers * p.paymentFee)
        else:
            at_inflation = plus(at_inflation, (rewards > 0) * (peers * p.paymentFee))
        at_inflation = sum_of(
            at_inflation,
            coordinators * (p.coordinatorPerMonth + p.managementPerServerYear / 12),
            w.stored * (self.per_stored * (1 + (n - m) / k) * p.repairWorkerPerTB + w.backup),
            p.peerToPeerComplianceAnnual / 12,
        )
        running = sum_of(
            times(at_inflation, w.infl),
            rewards * (1 + p.fraudShare),
            w.delivered * (sent * p.relayShare * p.relayPerTB),
            w.staff.cost(self.name, coordinators * (1 / p.serversPerEngineer)),
        )
        is_willing = installs <= w.users * (p.maximumParticipation * (1 + 1e-9))
        return Costs(
            running,
            opening=installs[0] * p.acquisitionCost,
            worst=self._unavailability(coordinators, needed),
            annual_loss=self._annual_loss(),
            is_feasible=is_willing.all(axis=0),
            borne=self._borne(peers),
            machines=lambda: coordinators,
            peers=lambda: peers,
        )

    def _borne(self, peers):
        """What participants bear in all months."""
        w, p = self.world, self.world.p
        kWh = p.peerWatts * p.attributedShare / 1000 * p.hoursPerMonth * p.peerAvailability
        energy = np.einsum("tb,tb->b", *np.broadcast_arrays(peers, w.elec)) * (kWh * p.homeElectricityPrice)
        borne = energy + peers.sum(axis=0) * (p.peerDeviceCost / p.peerDeviceLifeMonths)
        if not is_zero(p.homeBandwidthPerTB):
            moved = w.egress * (1 + p.transferOverhead) + w.stored * self.per_stored
            borne = borne + (moved * w.infl).sum(axis=0) * p.homeBandwidthPerTB
        return borne

    def _unavailability(self, coordinators, needed):
        p = self.world.p
        c = p.coordinatorAvailability
        out = control(worst_shortfall(coordinators, needed, c), p)
        gone = chance_of_failures(
            p.repairThreshold, p.repairThreshold - p.dataPieces + 1, p.peerAvailability, 1 - p.peerAvailability
        )
        return either(either(out, p.peerCommonFailure), np.where(self.is_stored[0], gone, 0))

    def _annual_loss(self):
        p = self.world.p
        exposure = p.repairHours / p.hoursPerMonth * self.alpha
        independent = loss(
            p.dataPieces,
            p.repairThreshold,
            np.exp(-exposure),
            -np.expm1(-exposure),
            12 * p.hoursPerMonth / p.repairHours,
        )
        whole = independent + p.peerCorrelatedLossPerYear * (1 - independent)
        return whole * p.siteLossPerYear**p.backupCopies

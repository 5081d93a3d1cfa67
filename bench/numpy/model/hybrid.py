"""Section 7: hybrid."""

import numpy as np

from .arrays import ceiling, is_zero, plus, sum_of, times
from .binomial import shortfall
from .peer_to_peer import coordinators_for
from .result import Costs
from .servers import ServerSide, either


class Hybrid:
    name = "hybrid"

    def __init__(self, world, fleet):
        self.world, self.fleet, p = world, fleet, world.p
        peak, self.mean = world.offload.block(p)
        self.per_TB = world.peak_per_TB * world.own_share
        self.left_at_peak = 1 - peak
        # P and Z in servers.
        self.all_of_it = world.egress * (self.per_TB / p.deliveryMbpsPerServer)
        self.kept = np.maximum(self.left_at_peak, p.fallbackReserve)
        self.delivery = ceiling(self.kept * self.all_of_it)
        self.need = fleet.server_need(self.delivery)

    def costs(self):
        w, p = self.world, self.world.p
        side = ServerSide(self.fleet, self.need)
        n = side.servers.in_service
        contributors = w.users * p.hybridContributingShare
        needed = ceiling(contributors * (1 / p.installsPerCoordinator))
        signalling = coordinators_for(needed, p.minimumSignallingServers, p)
        off = w.egress * self.mean
        sig = p.coordinatorPerMonth + p.managementPerServerYear / 12
        at_inflation = sum_of(
            off * p.sdkPerTB,
            signalling * sig,
            contributors * (p.supportPerInstallYear / 12),
        )
        operations = plus(times(n + signalling, 1 / p.serversPerEngineer), self.fleet.storage_work)
        running = sum_of(
            side.running(p.hybridComplianceAnnual),
            times(at_inflation, w.infl),
            self._bandwidth(),
            w.staff.cost(self.name, operations),
        )
        if not is_zero(p.hybridRewardPerTB):
            running = sum_of(running, off * w.rw * (p.hybridRewardPerTB * (1 + p.fraudShare)))
        purchases, residual = side.purchases()
        return Costs(
            running,
            purchases=purchases,
            residual=residual,
            worst=self._unavailability(side, n, signalling, needed),
            annual_loss=self.fleet.annual_loss(),
            borne=self._borne(off),
            machines=lambda: n + self.fleet.storage.in_service + signalling,
            peers=lambda: contributors,
        )

    def _bandwidth(self):
        """(E*price + P*o*transit) * bw * vol(E), where vol(E) = vol(egressTB) * (1 - Gmean)^discount."""
        w, p = self.world, self.world.p
        o = w.own_share
        price = o * p.egressPricePerTB + p.cdnShare * p.cdnPricePerTB
        left = np.log(np.maximum(1 - self.mean, 1e-300))
        if is_zero(p.transitPricePerMbps):
            cost = times(np.exp(times(left, 1 + w.discount)), price)
        else:
            volume = np.where(self.mean < 1, np.exp(left * w.discount), 1)
            by_peak = self.left_at_peak * (w.peak_per_TB * o * p.transitPricePerMbps)
            cost = ((1 - self.mean) * price + by_peak) * volume
        return times(cost, w.delivered)

    def _borne(self, off):
        """What participants bear in all months."""
        w, p = self.world, self.world.p
        kWh = p.peerWatts * p.attributedShare / 1000 / (p.uplinkMbps * p.uplinkShare * 3600 / 8e6)
        borne = np.einsum("tb,tb->b", *np.broadcast_arrays(off, w.elec)) * (kWh * p.homeElectricityPrice)
        if not is_zero(p.homeBandwidthPerTB):
            borne = borne + (off * w.infl).sum(axis=0) * p.homeBandwidthPerTB
        return borne

    def _unavailability(self, side, n, signalling, needed):
        p = self.world.p
        busy = plus(ceiling(self.left_at_peak * self.all_of_it), self.fleet.busy)
        other = side.other_failures()
        u = shortfall(n if is_zero(p.sites - 1) else n / p.sites, busy, p.serverAvailability, 1 - other, other)
        u = side.of_sites(u)
        # Peers are out as control is, or of a common failure: a + b*(the chance that too few signalling servers work).
        out, scale = p.commonCauseShare * (1 - p.coordinatorAvailability), 1 - p.commonCauseShare
        of_peers = shortfall(
            signalling,
            needed,
            p.coordinatorAvailability,
            scale * (1 - p.peerCommonFailure),
            either(p.peerCommonFailure, out),
        )
        uncovered = np.maximum(1 - self.kept, 0)
        if not (self.all_of_it[0] > 0).all():
            uncovered = uncovered * (self.all_of_it[0] > 0)
        of_peers = times(of_peers, uncovered)
        # u + v - u*v
        both = times(1 - of_peers, u)
        return plus(both, of_peers).max(axis=0)

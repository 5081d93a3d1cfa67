"""onPremises: all is delivered by own servers."""

from .arrays import ceiling, is_zero, plus, sum_of
from .binomial import worst_shortfall
from .result import Costs
from .servers import Fleet, ServerSide, either


class OnPremises:
    name = "onPremises"

    def __init__(self, world, fleet: Fleet):
        self.world, self.fleet, p = world, fleet, world.p
        per_TB = world.peak_per_TB * world.own_share
        self.delivery = ceiling(world.egress * (per_TB / p.deliveryMbpsPerServer))
        self.need = fleet.server_need(self.delivery)

    def costs(self):
        w, p = self.world, self.world.p
        side = ServerSide(self.fleet, self.need)
        n = side.servers.in_service
        o = w.own_share
        price = o * p.egressPricePerTB + p.cdnShare * p.cdnPricePerTB + w.peak_per_TB * o * p.transitPricePerMbps
        operations = plus(n * (1 / p.serversPerEngineer), self.fleet.storage_work)
        running = sum_of(
            side.running(p.onPremisesComplianceAnnual),
            w.delivered * price,
            w.staff.cost(self.name, operations),
        )
        of_a_site = n if is_zero(p.sites - 1) else n / p.sites
        short = worst_shortfall(of_a_site, self.fleet.busy + self.delivery, p.serverAvailability)
        purchases, residual = side.purchases()
        return Costs(
            running,
            purchases=purchases,
            residual=residual,
            worst=side.of_sites(either(side.other_failures(), short)),
            annual_loss=self.fleet.annual_loss(),
            machines=lambda: n + self.fleet.storage.in_service,
        )

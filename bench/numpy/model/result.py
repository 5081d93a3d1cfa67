"""What an architecture comes to, before section 9 to 11."""

from dataclasses import dataclass
from typing import Any


@dataclass
class Costs:
    # Running cost by month 1..T, capital apart.
    running: Any
    # Of capital lines, by the month in which it enters service: what enters in month 1 is paid in month 0.
    purchases: Any = 0.0
    residual: Any = 0.0
    # Winning the opening installs, in month 0.
    opening: Any = 0.0
    # The worst month's unavailability, and a year's chance to lose an object.
    worst: Any = 0.0
    annual_loss: Any = 0.0
    is_feasible: Any = True
    # What participants bear over the horizon.
    borne: Any = 0.0
    # By month, for lines that are paid by them.
    machines: Any = None
    peers: Any = None

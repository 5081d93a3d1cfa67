"""Section 8: people."""

import numpy as np

from .arrays import at_least, plus, sum_of, times


class Staff:
    """What is common to all four architectures. `wage`: its growth a month."""

    def __init__(self, p, users, wage):
        cover = p.coveredPosts * 168 / p.hoursPerWeek / (1 - p.absenceShare)
        self.least = np.maximum(p.minimumOperationsFTE, cover)
        self.p = p
        self.support = users * (p.supportSalary / p.usersPerSupportAgent)
        self.monthly = wage / 12

    def cost(self, name, operations):
        """By month. @param operations FTE that work asks for, (months, ...), used up"""
        p = self.p
        fixed = p.of(name, "EngineeringFTE") * p.engineeringSalary + p.of(name, "SecurityFTE") * p.securitySalary
        cost = times(at_least(operations, self.least), p.operationsSalary)
        cost = sum_of(cost, fixed)
        return times(plus(cost, self.support), self.monthly)

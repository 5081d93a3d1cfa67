"""Section 3: what is bought of a capital line, and what is paid for it. Cash only: trials ask for no other view."""

from dataclasses import dataclass, field

import numpy as np

from .arrays import times


class Life:
    """A life in whole months, and what follows from it alone."""

    def __init__(self, months, horizon):
        self.months = months
        self.horizon = horizon
        self.least = int(np.min(months))
        self._places = None
        self._left = None

    def ago(self, running, since, to):
        """running(t - life) in months since..to, all of them after the shortest life; row 0 of `running` is month 0.

        Of `running` only the months up to to - least need be there.
        """
        if not isinstance(self.months, np.ndarray):
            life = int(self.months)
            return running[since - life : to - life + 1]
        rows = slice(since - self.least - 1, to - self.least)
        width = running.shape[1]
        if width == 1:
            return running[:, 0].take(self._rows_before()[rows])
        if self._places is None:
            self._places = self._rows_before() * np.int32(width)
            self._places += np.arange(width, dtype=np.int32)
        return running.ravel().take(self._places[rows])

    def _rows_before(self):
        rows = np.arange(self.least + 1, self.horizon + 1, dtype=np.int32)[:, None]
        return np.maximum(rows - self.months.astype(np.int32), 0)

    def left(self):
        """The share of a cohort's purchase that is left at T, by the month in which it enters service, 1..T."""
        if self._left is None:
            months = np.arange(self.horizon, 0, -1)[:, None]
            self._left = 1 - months * (1 / self.months)
            if self.least < self.horizon:
                np.maximum(self._left, 0, out=self._left)
        return self._left

    def residual(self, paid):
        left = self.left()
        if left.shape[1] == 1:
            return left[:, 0] @ paid
        if paid.shape[1] == 1:
            return paid[:, 0] @ left
        return np.einsum("tb,tb->b", paid, left)


@dataclass
class Standing:
    """A fleet that stands already: so many units, in service since month `since`, bought at the price of that month."""

    units: object
    since: object
    price: object
    life: Life

    @classmethod
    def of_age(cls, units, life, age, price, step):
        """@param price today's. @param step by what it changes a month"""
        since = 1 - np.minimum(age, life.months - 1)
        return cls(units, since, price * np.power(step, since), life)

    def in_service(self):
        """Units in months 1..T."""
        months = np.arange(1, self.life.horizon + 1)[:, None]
        return self.units * (months < self.since + self.life.months)

    def under_contract(self, warranty):
        """Purchase value in months 1..T."""
        months = np.arange(1, self.life.horizon + 1)[:, None]
        return self.in_service() * self.price * (months - self.since >= warranty)

    def book_value(self, month):
        """At the end of a month."""
        life = self.life.months
        return self.units * self.price * np.maximum((life - (month - self.since + 1)) / life, 0)


@dataclass
class Line:
    """A capital line: units in service in months 1..T, and what is paid for what enters service in each."""

    in_service: np.ndarray
    paid: np.ndarray
    life: Life
    standing: Standing | None
    _under_contract: object = field(default=None, init=False)

    def residual(self):
        return self.life.residual(self.paid)

    def under_contract(self, warranty):
        """Purchase value of the cohorts bought that entered service `warranty` or more months ago, warranty+1..T.

        @param warranty months, at least 0 and less than T, the same in all trials
        """
        if self._under_contract is None:
            life, horizon = self.life, self.life.horizon
            so_far = np.empty((horizon - min(warranty, life.least) + 1, self.paid.shape[1]))
            so_far[0] = 0
            for t in range(1, len(so_far)):
                np.add(so_far[t - 1], self.paid[t - 1], out=so_far[t])
            value = so_far[1 : horizon - warranty + 1]
            first = max(warranty, life.least)
            if first < horizon:
                gone = life.ago(so_far, first + 1, horizon)
                if gone.shape[1] > value.shape[1]:
                    value = np.repeat(value, gone.shape[1], axis=1)
                else:
                    value = value.copy()
                value[first - warranty :] -= gone
                # A life may be over before the warranty is.
                if warranty > life.least:
                    np.maximum(value, 0, out=value)
            self._under_contract = value
        return self._under_contract


def capital(need, life, prices, price, standing=None):
    """A line with this need in months 1..T.

    @param prices of a unit in months 1..T
    @param price the same in month 0, when what enters service in month 1 is paid
    """
    horizon = life.horizon
    if standing is not None:
        stands = standing.in_service()
        need = need - stands
    is_replaced = life.least < horizon
    width = max(need.shape[1], np.size(life.months) if is_replaced else 1)
    # bought(t), so far: the greater of bought(t - 1) and need(t) + bought(t - life), for that is what is retired.
    bought = np.empty((horizon + 1, width))
    bought[0] = 0
    in_service = np.empty((horizon, width)) if is_replaced else bought[1:]
    done = 0
    while done < horizon:
        to = min(done + life.least, horizon)
        short = need[done:to]
        if done > 0:
            gone = life.ago(bought, done + 1, to)
            short = short + gone
        for t in range(done, to):
            np.maximum(bought[t], short[t - done], out=bought[t + 1])
        if is_replaced:
            if done > 0:
                np.subtract(bought[done + 1 : to + 1], gone, out=in_service[done:to])
            else:
                in_service[:to] = bought[1 : to + 1]
        done = to
    if standing is not None:
        in_service = in_service + stands
    entered = bought[1:] - bought[:-1]
    first = entered[0] * price
    paid = times(entered, prices)
    paid[0] = first
    return Line(in_service, paid, life, standing)

"""Goldens of unit 04 that draw or split data, or decide by a validation set: earlyStop, kFold, bootstrap and bagging.

Plain Python: there is nothing to differentiate.

Usage: python3 scripts/goldens/resampling.py
"""

import math

import torch

from golden import case, write
from mulberry32 import mulberry32


def numbers_of(values):
    return torch.tensor(values, dtype=torch.float64)


def early_stop(losses, o):
    """Every epoch's best by looking back over all of the epochs before it."""
    patience, delta = o["patience"], o.get("minDelta", 0.0)
    improving = []
    for epoch, loss in enumerate(losses):
        best = losses[improving[-1]] if improving else float("inf")
        if loss < best - delta:
            improving.append(epoch)
    for epoch in range(len(losses)):
        last = max([i for i in improving if i <= epoch], default=-1)
        if epoch - last == patience:
            return {"bestEpoch": numbers_of(last), "stopEpoch": numbers_of(epoch)}
    return {"bestEpoch": numbers_of(improving[-1] if improving else -1), "stopEpoch": numbers_of(len(losses) - 1)}


write(
    "04-optimization/early-stopping",
    [
        case(title, "earlyStop", early_stop, [losses, o], [("bestEpoch",), ("stopEpoch",)], numbers=True)
        for title, losses, o in [
            ("falls all the time", [3.0, 2.0, 1.0], {"patience": 1}),
            ("bumps, then a better one too late", [3.0, 2.0, 2.5, 2.4, 1.0], {"patience": 2}),
            ("the same with more patience", [3.0, 2.0, 2.5, 2.4, 1.0], {"patience": 3}),
            ("small gains add up", [4.0, 3.75, 3.5, 3.25, 3.0, 2.75], {"patience": 3, "minDelta": 0.5}),
            ("never improves enough", [4.0, 3.75, 3.5, 3.25, 1.0], {"patience": 3, "minDelta": 2.0}),
        ]
    ],
)


def k_fold(n, k, rng=None):
    """Positions are dealt to the folds one by one: q + 1 each to the first n mod k, q to the rest."""
    order = list(range(n))
    if rng is not None:
        draws = mulberry32(rng["$rng"])
        for i in reversed(range(1, n)):
            j = int(next(draws) * (i + 1))
            order[i], order[j] = order[j], order[i]
    quotient, remainder = divmod(n, k)
    owners = [fold for fold in range(k) for _ in range(quotient + (fold < remainder))]
    val = [[index for index, owner in zip(order, owners) if owner == fold] for fold in range(k)]
    train = [[index for index in order if index not in fold] for fold in val]
    return {
        "val": numbers_of(sum(val, [])),
        "train": numbers_of(sum(train, [])),
        "valSizes": numbers_of([len(fold) for fold in val]),
        "trainSizes": numbers_of([len(fold) for fold in train]),
    }


write(
    "04-optimization/kfold-split",
    [
        case(
            f"{n} in {k}, {'shuffled' if rng else 'in order'}",
            None,
            k_fold,
            [n, k, *rng],
            [("val",), ("train",), ("valSizes",), ("trainSizes",)],
            driver="flat",
            numbers=True,
        )
        for n, k, rng in [
            (10, 3, []),
            (6, 6, []),
            (10, 3, [{"$rng": 7}]),
            (23, 5, [{"$rng": 123456789}]),
            (4, 4, [{"$rng": 0}]),
        ]
    ],
)


def target(i):
    return (3 * i) % 5 + i / 4


def average(values):
    return sum(values) / len(values)


# The same models as the exercise's driver knows by name.
MODELS = {
    "mean": lambda bag: lambda x: average([target(i) for i in bag]),
    "nearest": lambda bag: lambda x: target(min(bag, key=lambda i: abs(i - x))),
    "order": lambda bag: lambda x: sum(i * math.cos(position + x) for position, i in enumerate(bag)),
}


def bag_of(n, draws):
    return [int(next(draws) * n) for _ in range(n)]


def ensemble(n, rng, model, B, bag_rng, xs):
    sample = bag_of(n, mulberry32(rng["$rng"]))
    draws = mulberry32(bag_rng["$rng"])
    bags = [bag_of(n, draws) for _ in range(B)]
    models = [MODELS[model](bag) for bag in bags]
    return {
        "sample": numbers_of(sample),
        "oob": numbers_of(sorted(set(range(n)) - set(sample))),
        "oobCounts": numbers_of([sum(i not in bag for bag in bags) for i in range(n)]),
        "predictions": numbers_of([average([predict(x) for predict in models]) for x in xs]),
    }


write(
    "04-optimization/bagging",
    [
        case(
            f"{B} bags of {n}, {model}",
            None,
            ensemble,
            [n, {"$rng": seed}, model, B, {"$rng": seed + 1}, xs],
            [("sample",), ("oob",), ("oobCounts",), ("predictions",)],
            driver="ensemble",
            numbers=True,
        )
        for n, model, B, seed, xs in [
            (3, "mean", 1, 5, [0.0]),
            (8, "nearest", 4, 77, [0.25, 3.75, 6.125]),
            (10, "order", 7, 2024, [-1.0, 0.0, 2.5]),
            (30, "mean", 20, 123456789, [1.0, 2.0]),
        ]
    ],
)

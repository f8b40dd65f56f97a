"""Goldens of gaussianMle: PyTorch's mean and population variance, and Python's, which are exact fractions until rounded.

Usage: python3 scripts/goldens/gaussian_mle.py
"""

import statistics

import torch

from golden import case, draw, write


def by_torch(xs):
    x = torch.tensor(xs, dtype=torch.float64)
    return {"mu": x.mean(), "variance": x.var(unbiased=False)}


def by_fractions(xs):
    return {
        "mu": torch.tensor(statistics.mean(xs), dtype=torch.float64),
        "variance": torch.tensor(statistics.pvariance(xs), dtype=torch.float64),
    }


write(
    "03-likelihood/gaussian-mle",
    [
        case(title, "gaussianMle", truth, [xs], [("mu",), ("variance",)], numbers=True)
        for title, truth, xs in [
            ("four by hand", by_torch, [1.0, 2.0, 4.0, 5.0]),
            ("one", by_fractions, [-0.75]),
            ("nine around 0", by_torch, draw(9).tolist()),
            ("thirty with a spread of 40", by_fractions, draw(30, scale=40.0).tolist()),
            ("near a billion", by_fractions, [1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 5]),
        ]
    ],
)

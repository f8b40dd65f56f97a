"""Goldens of 00-orientation/standardize.

Usage: python3 scripts/goldens/orientation.py
"""

import torch

from golden import case, draw, write


def standardize(x, eps):
    return torch.nn.functional.batch_norm(x, None, None, training=True, eps=eps) if len(x) > 1 else x - x


write(
    "00-orientation/standardize",
    [
        *[
            case(f"{n} rows, {d} columns, eps {eps}", "standardize", standardize, [draw(n, d), eps], wrt=[(0,)])
            for n, d, eps in [(2, 3, 1e-5), (5, 2, 0.1), (7, 6, 1e-3), (3, 4, 2.0)]
        ],
        case("far from 0", "standardize", standardize, [draw(6, 2) + 100, 1e-2]),
    ],
)

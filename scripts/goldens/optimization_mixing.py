"""Goldens of 04-optimization/mixup-cutmix.

Usage: python3 scripts/goldens/optimization_mixing.py
"""

import math

import torch

from golden import case, draw, write


def mixup(x, t, perm, lam):
    return {"x": torch.lerp(x[perm], x, lam), "t": torch.lerp(t[perm], t, lam)}


def cutmix(x, t, perm, lam, cy, cx):
    """Slices are assigned, as in the paper's own code; what was pasted is counted pixel by pixel."""
    _, height, width, _ = x.shape
    rows, columns = math.floor(height * math.sqrt(1 - lam)), math.floor(width * math.sqrt(1 - lam))
    top, left = cy - rows // 2, cx - columns // 2
    y, x_ = slice(max(top, 0), max(top + rows, 0)), slice(max(left, 0), max(left + columns, 0))
    mixed = x.clone()
    mixed[:, y, x_] = x[perm][:, y, x_]
    pasted = torch.zeros(height, width, dtype=torch.float64)
    pasted[y, x_] = 1
    share = 1 - pasted.mean()
    return {"x": mixed, "t": share * t + (1 - share) * t[perm], "lam": share}


def batch(n, height, width, channels, classes):
    return [draw(n, height, width, channels), torch.softmax(draw(n, classes), 1).float().double()]


MIXUP = [
    ((3, 2, 3, 1, 2), [1, 2, 0], 0.75),
    ((4, 3, 2, 2, 3), [2, 0, 3, 1], 0.3),
    ((2, 1, 1, 3, 4), [1, 0], 0.0),
    ((1, 2, 2, 1, 2), [0], 0.6),
]
CUTMIX = [
    ((3, 4, 6, 1, 3), [1, 2, 0], 0.75, 0, 0),
    ((4, 5, 3, 2, 2), [2, 0, 3, 1], 0.5, 4, 1),
    ((3, 6, 4, 1, 3), [2, 0, 1], 0.37, 3, 2),
    ((2, 3, 7, 1, 2), [1, 0], 0.0, 1, 6),
    ((2, 3, 3, 1, 2), [1, 0], 1.0, 1, 1),
]

write(
    "04-optimization/mixup-cutmix",
    [
        *[
            case(
                f"mixup {sizes}, {rest}",
                "mixup",
                mixup,
                [*batch(*sizes), *rest],
                outputs=[("x",), ("t",)],
                wrt=[(0,)],
            )
            for sizes, *rest in MIXUP
        ],
        *[
            case(
                f"cutmix {sizes}, {rest}",
                "cutmix",
                cutmix,
                [*batch(*sizes), *rest],
                outputs=[("x",), ("t",)],
                wrt=[(0,)],
            )
            for sizes, *rest in CUTMIX
        ],
        *[
            case(
                f"share that is left of {sizes}, {rest}",
                "cutmix",
                cutmix,
                [*batch(*sizes), *rest],
                outputs=[("lam",)],
                numbers=True,
            )
            for sizes, *rest in CUTMIX
        ],
    ],
)

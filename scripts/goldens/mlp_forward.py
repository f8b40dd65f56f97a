"""Goldens of 02-mlp/mlp-forward.

Usage: python3 scripts/goldens/mlp_forward.py
"""

import torch

from golden import case, draw, write

ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "identity": lambda h: h}


def mlp(x, layers, act):
    h = x
    for layer in layers[:-1]:
        h = ACTIVATIONS[act](torch.nn.functional.linear(h, layer["w"].T, layer["b"]))
    return torch.nn.functional.linear(h, layers[-1]["w"].T, layers[-1]["b"])


def net(n, widths, act):
    layers = [{"w": draw(i, o), "b": draw(o)} for i, o in zip(widths, widths[1:])]
    return [draw(n, widths[0]), layers, act]


write(
    "02-mlp/mlp-forward",
    [
        case(
            f"{act}, batch {n}, widths {'-'.join(map(str, widths))}",
            "mlp",
            mlp,
            net(n, widths, act),
            wrt=[(0,), (1, 0, "w"), (1, 0, "b"), (1, len(widths) - 2, "w")],
        )
        for n, widths, act in [(2, [3, 4, 2], "relu"), (5, [2, 6, 3, 4], "tanh"), (3, [4, 4, 4], "identity"), (1, [1, 5, 1], "tanh")]
    ],
)

"""Goldens of 02-mlp/relu-backward.

Usage: python3 scripts/goldens/relu.py
"""

import torch

from golden import case, draw, write


def backward(dy, x):
    leaf = x.detach().requires_grad_()
    return torch.autograd.grad(torch.relu(leaf), leaf, dy)[0]


write(
    "02-mlp/relu-backward",
    [
        *[case(f"shape {list(shape)}", "relu", torch.relu, [draw(*shape)], wrt=[(0,)]) for shape in [(7,), (2, 3), (2, 3, 4)]],
        *[case(f"backward, shape {list(shape)}", "reluBackward", backward, [draw(*shape), draw(*shape)]) for shape in [(7,), (3, 2)]],
        case("backward at 0", "reluBackward", backward, [draw(3), torch.zeros(3).double()]),
    ],
)

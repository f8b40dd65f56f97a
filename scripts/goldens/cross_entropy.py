"""Goldens of 02-mlp/softmax-ce-backward.

Usage: python3 scripts/goldens/cross_entropy.py
"""

import torch

from golden import case, draw, write


def cross_entropy(z, t):
    leaf = z.detach().requires_grad_()
    loss = torch.nn.functional.cross_entropy(leaf, t)
    return {"loss": loss, "dz": torch.autograd.grad(loss, leaf)[0]}


def targets(n, k):
    return torch.softmax(draw(n, k), dim=1).float().double()


PATHS = [("loss",), ("dz",)]
write(
    "02-mlp/softmax-ce-backward",
    [
        *[
            case(f"{n} examples, {k} classes", "softmaxCrossEntropy", cross_entropy, [draw(n, k, scale=2.0), targets(n, k)], PATHS)
            for n, k in [(1, 2), (2, 3), (5, 4), (3, 9)]
        ],
        case("one-hot targets", "softmaxCrossEntropy", cross_entropy, [draw(3, 3), torch.eye(3).double()], PATHS),
        case(
            "logits of 1000",
            "softmaxCrossEntropy",
            cross_entropy,
            [torch.tensor([[1000.0, -1000.0], [0.0, 1000.0]]).double(), torch.tensor([[0.5, 0.5], [0.0, 1.0]]).double()],
            PATHS,
        ),
    ],
)

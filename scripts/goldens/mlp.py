"""Goldens of 02-mlp/dense-forward, softmax and dense-backward.

Usage: python3 scripts/goldens/mlp.py
"""

import torch

from golden import case, draw, write

SIZES = [(1, 1, 1), (2, 3, 4), (5, 2, 3), (7, 6, 5)]


def dense(x, w, b):
    return torch.nn.functional.linear(x, w.T, b)


def softmax(z):
    return torch.softmax(z, dim=1)


def dense_backward(dy, x, w):
    leaves = [x.detach().requires_grad_(), w.detach().requires_grad_(), torch.zeros(w.shape[1]).double().requires_grad_()]
    dx, dw, db = torch.autograd.grad(dense(*leaves), leaves, dy)
    return {"dx": dx, "dw": dw, "db": db}


write(
    "02-mlp/dense-forward",
    [
        case(
            f"batch {n}, {i} inputs, {o} outputs",
            "dense",
            dense,
            [draw(n, i), draw(i, o), draw(o)],
            wrt=[(0,), (1,), (2,)],
        )
        for n, i, o in SIZES
    ],
)
write(
    "02-mlp/dense-backward",
    [
        case(
            f"batch {n}, {i} inputs, {o} outputs",
            "denseBackward",
            dense_backward,
            [draw(n, o), draw(n, i), draw(i, o)],
            outputs=[("dx",), ("dw",), ("db",)],
        )
        for n, i, o in SIZES
    ],
)
write(
    "02-mlp/softmax",
    [
        *[
            case(f"batch {n}, {k} classes", "softmax", softmax, [draw(n, k, scale=2.0)], wrt=[(0,)])
            for n, k in [(1, 1), (2, 3), (5, 4), (3, 9)]
        ],
        case("ties", "softmax", softmax, [torch.tensor([[0.0, 0.0, 0.0], [2.0, 2.0, -1.0]]).double()], wrt=[(0,)]),
        case(
            "logits around 1000 and -1000",
            "softmax",
            softmax,
            [torch.tensor([[1000.0, 999.0, 998.5], [-1000.0, -999.0, -1001.0]]).double()],
            wrt=[(0,)],
        ),
    ],
)

"""Goldens of unit 04 that change a loss, its targets or its activations: l2Loss and l2Grads.

Usage: python3 scripts/goldens/optimization_regularizers.py
"""

import torch

from golden import case, draw, write


def l2_loss(data_loss, weights, strength):
    norms = torch.stack([torch.linalg.vector_norm(w) for w in weights])
    return data_loss + strength / 2 * (norms**2).sum()


def l2_grads(grads, weights, strength):
    """What PyTorch's SGD calls weight decay, read off a step of rate 1: p - lr * (g + weight_decay * p)."""
    params = [torch.nn.Parameter(w.detach().clone()) for w in weights]
    for p, g in zip(params, grads):
        p.grad = g.detach().clone()
    torch.optim.SGD(params, lr=1.0, weight_decay=strength).step()
    return [w - p.detach() for w, p in zip(weights, params)]


SHAPES = [([(2, 3)], 0.5), ([(4, 4), (7,)], 0.01), ([(5,), (2, 1, 3), (3, 2)], 2.0), ([(3, 3, 2, 4), (24, 5)], 1e-4)]

write(
    "04-optimization/l2-penalty",
    [
        *[
            case(
                f"loss, shapes {shapes}, lambda {strength}",
                "l2Loss",
                l2_loss,
                [draw().abs(), [draw(*shape) for shape in shapes], strength],
                wrt=[(0,), *[(1, i) for i in range(len(shapes))]],
            )
            for shapes, strength in SHAPES
        ],
        *[
            case(
                f"gradients, shapes {shapes}, lambda {strength}",
                "l2Grads",
                l2_grads,
                [[draw(*shape) for shape in shapes], [draw(*shape) for shape in shapes], strength],
                [(i,) for i in range(len(shapes))],
            )
            for shapes, strength in SHAPES
        ],
    ],
)

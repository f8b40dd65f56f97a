"""Goldens of unit 04 that change a loss, its targets or its activations: l2Loss and l2Grads, dropout, smoothLabels.

Usage: python3 scripts/goldens/optimization_regularizers.py
"""

import torch

from golden import case, draw, write
from mulberry32 import mulberry32


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


def dropout(x, rate, training, rng):
    """In evaluation, and for a rate of 0, PyTorch's own; in training its factor, with the exercise's draws."""
    if not training or rate == 0:
        return {"y": torch.nn.functional.dropout(x, rate, training), "mask": torch.ones_like(x)}
    draws = mulberry32(rng["$rng"])
    dropped = torch.tensor([[next(draws) < rate for _ in row] for row in x])
    return {"y": (x / (1 - rate)).masked_fill(dropped, 0), "mask": torch.where(dropped, 0.0, 1 / (1 - rate))}


def dropout_backward(dy, mask):
    x = torch.ones_like(dy).requires_grad_()
    return torch.autograd.grad(x * mask, x, dy)[0]


write(
    "04-optimization/dropout",
    [
        *[
            case(
                f"{'training' if training else 'evaluation'}, shape {list(shape)}, rate {rate}",
                "dropout",
                dropout,
                [draw(*shape), rate, training, {"$rng": seed}],
                [("y",), ("mask",)],
                wrt=[(0,)],
            )
            for shape, rate, training, seed in [
                ((2, 3), 0.5, True, 1),
                ((4, 7), 0.2, True, 20261124),
                ((6, 1), 0.75, True, 3),
                ((3, 5), 0.4, False, 4),
                ((3, 2), 0.0, True, 5),
            ]
        ],
        *[
            case(
                f"backward, shape {list(shape)}, rate {rate}",
                "dropoutBackward",
                dropout_backward,
                [draw(*shape), (torch.rand(shape) >= rate).double().div(1 - rate).float().double()],
            )
            for shape, rate in [((2, 3), 0.5), ((5, 4), 0.2)]
        ],
    ],
)


def smoothed(z, labels, eps, reduction):
    """PyTorch's loss with its own label smoothing, and the gradient in the logits."""
    leaf = z.detach().requires_grad_()
    loss = torch.nn.functional.cross_entropy(leaf, labels.long(), label_smoothing=eps, reduction=reduction)
    return {"loss": loss.detach(), "dz": torch.autograd.grad(loss, leaf)[0]}


def smooth_labels(labels, K, eps):
    """PyTorch does not show its targets: they are what is left of p - q, the gradient of the summed loss."""
    z = torch.zeros(len(labels), K).double()
    return torch.softmax(z, dim=1) - smoothed(z, labels, eps, "sum")["dz"]


def smoothed_loss(labels, K, eps, z):
    return smoothed(z, labels, eps, "mean")


def classes(n, K):
    return torch.randint(0, K, (n,), dtype=torch.int32)


write(
    "04-optimization/label-smoothing",
    [
        *[
            case(f"{n} of {K} classes, eps {eps}", "smoothLabels", smooth_labels, [classes(n, K), K, eps])
            for n, K, eps in [(1, 2, 0.5), (4, 10, 0.1), (7, 3, 0.0), (5, 6, 0.9)]
        ],
        *[
            case(
                f"the loss, {n} of {K} classes, eps {eps}",
                None,
                smoothed_loss,
                [classes(n, K), K, eps, draw(n, K, scale=2.0)],
                [("loss",), ("dz",)],
                driver="cross-entropy",
            )
            for n, K, eps in [(3, 4, 0.1), (2, 10, 0.2), (6, 5, 0.0)]
        ],
    ],
)

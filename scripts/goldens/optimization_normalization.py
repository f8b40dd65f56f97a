"""Goldens of 04-optimization/batchnorm-forward and batchnorm-backward.

Usage: python3 scripts/goldens/optimization_normalization.py
"""

import torch

from golden import case, draw, write


def batch_norm(x, gamma, beta, running, options):
    """PyTorch's own layer, which changes its running statistics in place; it refuses to train on one example."""
    mean, variance = running["mean"].detach().clone(), running["variance"].detach().clone()
    m, eps = options.get("momentum", 0.1), options.get("eps", 1e-5)
    if options["training"] and len(x) == 1:
        moved = {"mean": (1 - m) * mean + m * x[0], "variance": (1 - m) * variance}
        return {"y": gamma * (x - x) + beta, "running": moved}
    y = torch.nn.functional.batch_norm(x, mean, variance, gamma, beta, options["training"], m, eps)
    return {"y": y, "running": {"mean": mean, "variance": variance}}


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    leaves = [x.detach().requires_grad_(), gamma.detach().requires_grad_(), torch.zeros(len(gamma)).double().requires_grad_()]
    y = torch.nn.functional.batch_norm(leaves[0], None, None, leaves[1], leaves[2], True, 0.1, eps)
    dx, dgamma, dbeta = torch.autograd.grad(y, leaves, dy)
    return {"dx": dx, "dgamma": dgamma, "dbeta": dbeta}


def arguments(n, d, options):
    running = {"mean": draw(d), "variance": draw(d).abs() + 0.5}
    return [2 * draw(n, d) + 1, draw(d), draw(d), running, options]


write(
    "04-optimization/batchnorm-forward",
    [
        case(
            f"{n} examples, {d} features, {options}",
            "batchNorm",
            batch_norm,
            arguments(n, d, options),
            outputs=[("y",), ("running", "mean"), ("running", "variance")],
            wrt=[(0,), (1,), (2,)],
        )
        for n, d, options in [
            (2, 3, {"training": True}),
            (5, 2, {"training": True, "momentum": 0.3, "eps": 0.1}),
            (7, 6, {"training": True, "momentum": 1.0, "eps": 1e-3}),
            (4, 3, {"training": False, "momentum": 0.3}),
            (1, 4, {"training": False, "eps": 0.5}),
            (1, 2, {"training": True, "momentum": 0.25}),
        ]
    ],
)
write(
    "04-optimization/batchnorm-backward",
    [
        case(
            f"{n} examples, {d} features, {', '.join(f'eps {eps}' for eps in rest) or 'eps left out'}",
            "batchNormBackward",
            batch_norm_backward,
            [draw(n, d), 2 * draw(n, d) + 1, draw(d), *rest],
            outputs=[("dx",), ("dgamma",), ("dbeta",)],
        )
        for n, d, rest in [(3, 1, []), (5, 2, [0.1]), (7, 6, [1e-3]), (4, 3, [2.0]), (2, 4, [0.5])]
    ],
)

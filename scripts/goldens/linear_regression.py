"""Goldens of unit 01: numericDerivative, linearMse, linearGrads, fitLine.

Usage: python3 scripts/goldens/linear_regression.py
"""

import math

import torch

from golden import case, draw, write

FUNCTIONS = {
    "square": lambda x: x * x,
    "parabola": lambda x: 3 * x * x - 5 * x + 1,
    "exp": torch.exp,
    "sin": torch.sin,
    "tanh": torch.tanh,
}


def derivative(name, x, h):
    """The central difference by its closed form, from the function's own series where it has one."""
    del h
    point = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    return {"derivative": torch.autograd.grad(FUNCTIONS[name](point), point)[0]}


def numeric(name, x, h):
    at = lambda value: FUNCTIONS[name](torch.tensor(value, dtype=torch.float64))
    return {"derivative": (at(x + h) - at(x - h)) / (2 * h)}


write(
    "01-linear-regression/numeric-derivative",
    [
        *[
            case(f"{name} at {x}, h = {h}", None, numeric, [name, x, h], [("derivative",)], driver="of-function", numbers=True)
            for name, x, h in [("exp", 1.0, 0.1), ("sin", 0.5, 0.25), ("tanh", -1.0, 0.5), ("parabola", 2.0, 0.125)]
        ],
        # On quadratics the central difference is the derivative itself.
        case("the slope of a parabola", None, derivative, ["parabola", -1.5, 0.5], [("derivative",)], driver="of-function", numbers=True),
    ],
)


def mse(x, y, w, b):
    return torch.nn.functional.mse_loss(x @ w + b, y)


SIZES = [(1, 1), (2, 3), (5, 2), (7, 6)]
write(
    "01-linear-regression/linear-mse",
    [
        case(
            f"{n} examples, {d} features",
            "linearMse",
            mse,
            [draw(n, d), draw(n), draw(d), draw()],
            wrt=[(0,), (2,), (3,)],
        )
        for n, d in SIZES
    ],
)


def grads(x, y, w, b):
    leaves = [w.detach().requires_grad_(), b.detach().requires_grad_()]
    dw, db = torch.autograd.grad(mse(x, y, *leaves), leaves)
    return {"dw": dw, "db": db}


write(
    "01-linear-regression/linear-grads",
    [
        case(
            f"{n} examples, {d} features",
            "linearGrads",
            grads,
            [draw(n, d), draw(n), draw(d), draw()],
            outputs=[("dw",), ("db",)],
        )
        for n, d in SIZES
    ],
)


def fit(xs, ys, o):
    """torch.optim.SGD on the loss that torch differentiates, in float64."""
    x, y = (torch.tensor(values, dtype=torch.float64) for values in (xs, ys))
    w, b = (torch.tensor(o.get(name, 0.0), dtype=torch.float64, requires_grad=True) for name in ("w0", "b0"))
    optimizer = torch.optim.SGD([w, b], lr=o["lr"])
    losses = []
    steps = 0
    while True:
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(w * x + b, y)
        loss.backward()
        losses.append(loss.item())
        converged = max(abs(w.grad.item()), abs(b.grad.item())) < o["tol"]
        if converged or not math.isfinite(losses[-1]) or steps == o["maxSteps"]:
            return {"w": w, "b": b, "losses": torch.tensor(losses, dtype=torch.float64), "steps": torch.tensor(float(steps))}
        optimizer.step()
        steps += 1


PATHS = [("w",), ("b",), ("losses",), ("steps",)]
write(
    "01-linear-regression/fit-line",
    [
        case(title, "fitLine", fit, [xs, ys, o], PATHS, numbers=True)
        for title, xs, ys, o in [
            ("a line, until it converges", [0.0, 1.0, 2.0], [1.0, 3.0, 5.0], {"lr": 0.1, "maxSteps": 400, "tol": 1e-6}),
            ("a few steps", [0.5, -1.0, 2.0], [1.0, 0.0, -1.0], {"lr": 0.05, "maxSteps": 6, "tol": 0.0}),
            ("from elsewhere", [1.0, 2.0], [2.0, 4.0], {"lr": 0.1, "maxSteps": 3, "tol": 1e-9, "w0": -1.0, "b0": 2.0}),
            ("no step", [1.0, 2.0], [2.0, 4.0], {"lr": 0.1, "maxSteps": 0, "tol": 1e-9}),
        ]
    ],
)

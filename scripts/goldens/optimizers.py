"""Goldens of 04-optimization's optimizers: single steps of torch.optim in float64, from a given state.

Usage: python3 scripts/goldens/optimizers.py
"""

import torch

from golden import case, draw, write

SHAPES = [(2,), (3, 2), (), (2, 1, 3, 2)]


def positive(*shape):
    return draw(*shape).abs() + 0.1


def arguments(options, slots, fresh, t=None, shapes=SHAPES, still=False):
    """params, grads, state and options; `still`: the gradients are 0."""
    tensors = lambda make: [make(*shape) for shape in shapes]
    zeros = lambda *shape: torch.zeros(shape).double()
    state = {slot: tensors(zeros if fresh else positive) for slot in slots}
    if t is not None:
        state["t"] = 0 if fresh else t
    return [tensors(draw), tensors(zeros if still else draw), state, options]


def step(make, names):
    """One step of the torch.optim optimizer that make(parameters, options) gives; names: our slots → torch's."""

    def run(params, grads, state, options):
        moving = [w.detach().clone().requires_grad_() for w in params]
        optimizer = make(moving, options)
        for i, w in enumerate(moving):
            w.grad = grads[i].detach().clone()
            kept = {torch_name: state[name][i].detach().clone() for name, torch_name in names.items()}
            optimizer.state[w] = {**kept, "step": torch.tensor(float(state.get("t", 0)))}
        optimizer.step()
        slots = {name: [optimizer.state[w][torch_name] for w in moving] for name, torch_name in names.items()}
        return {"params": [w.detach() for w in moving], "state": slots}

    return run


def golden(slug, fn, make, names, settings, t=None):
    """From zeros and under way with each of the settings, and once with gradients of 0."""
    paths = [("params", i) for i in range(len(SHAPES))]
    paths += [("state", slot, i) for slot in names for i in range(len(SHAPES))]
    run = step(make, names)
    cases = []
    for options in settings:
        for fresh in (True, False):
            title = f"{options or 'default settings'}, {'first step' if fresh else 'under way'}"
            cases.append(case(title, fn, run, arguments(options, names, fresh, t), paths))
    cases.append(case("gradients of 0", fn, run, arguments(settings[0], names, False, t, still=True), paths))
    write(f"04-optimization/{slug}", cases)


golden(
    "adagrad",
    "adagradStep",
    lambda params, o: torch.optim.Adagrad(params, **o),
    {"G": "sum"},
    [{"lr": 0.1}, {"lr": 0.5, "eps": 0.05}],
)


def adam(params, o):
    return torch.optim.Adam(params, lr=o["lr"], betas=(o.get("beta1", 0.9), o.get("beta2", 0.999)), eps=o.get("eps", 1e-8))


golden(
    "adam",
    "adamStep",
    adam,
    {"m": "exp_avg", "v": "exp_avg_sq"},
    [{"lr": 0.1}, {"lr": 0.5, "beta1": 0.8, "beta2": 0.95, "eps": 0.05}],
    t=7,
)


def rmsprop(params, o):
    return torch.optim.RMSprop(params, lr=o["lr"], alpha=o.get("rho", 0.9), eps=o.get("eps", 1e-8))


golden(
    "rmsprop",
    "rmspropStep",
    rmsprop,
    {"E": "square_avg"},
    [{"lr": 0.1}, {"lr": 0.5, "rho": 0.8, "eps": 0.05}],
)


def sgd(params, o):
    return torch.optim.SGD(params, lr=o["lr"], momentum=o["momentum"], nesterov=o["nesterov"])


# Without momentum torch keeps no buffer, so there is no velocity to compare.
golden(
    "sgd-momentum-nesterov",
    "sgdStep",
    sgd,
    {"v": "momentum_buffer"},
    [{"lr": 0.1, "momentum": 0.9, "nesterov": False}, {"lr": 0.5, "momentum": 0.6, "nesterov": True}],
)


def adamw(params, o):
    decay = o.get("weightDecay", 1e-2)
    mask = o.get("decayMask", [True] * len(params))
    groups = [{"params": [w], "weight_decay": decay if decays else 0.0} for w, decays in zip(params, mask)]
    betas = (o.get("beta1", 0.9), o.get("beta2", 0.999))
    return torch.optim.AdamW(groups, lr=o["lr"], betas=betas, eps=o.get("eps", 1e-8))


golden(
    "adamw",
    "adamwStep",
    adamw,
    {"m": "exp_avg", "v": "exp_avg_sq"},
    [
        {"lr": 0.1},
        {"lr": 0.5, "beta1": 0.8, "beta2": 0.95, "eps": 0.05, "weightDecay": 0.5},
        {"lr": 0.5, "weightDecay": 0.3, "decayMask": [True, False, False, True]},
    ],
    t=7,
)


def adadelta(params, o):
    return torch.optim.Adadelta(params, lr=1.0, rho=o.get("rho", 0.95), eps=o.get("eps", 1e-6))


golden(
    "adadelta",
    "adadeltaStep",
    adadelta,
    {"E": "square_avg", "X": "acc_delta"},
    [{}, {"rho": 0.8, "eps": 0.05}],
)

"""Goldens of 02-mlp/train-xor: torch's own loss, automatic gradients and SGD.

Usage: python3 scripts/goldens/train_xor.py
"""

import torch

from golden import case, draw, write

X = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]]).double()
LABELS = torch.tensor([0, 1, 1, 0])


def train(init, o):
    net = {name: value.detach().clone().requires_grad_() for name, value in init.items()}
    optimizer = torch.optim.SGD(net.values(), lr=o["lr"])
    for _ in range(o["steps"]):
        optimizer.zero_grad()
        hidden = torch.relu(X @ net["w1"] + net["b1"])
        torch.nn.functional.cross_entropy(hidden @ net["w2"] + net["b2"], LABELS).backward()
        optimizer.step()
    return net


def start():
    return {"w1": draw(2, 16), "b1": draw(16, scale=0.3), "w2": draw(16, 2, scale=0.35), "b2": draw(2, scale=0.3)}


PATHS = [("w1",), ("b1",), ("w2",), ("b2",)]
write(
    "02-mlp/train-xor",
    [
        case(f"{steps} steps at {lr}", "trainXor", train, [start(), {"lr": lr, "steps": steps}], PATHS)
        for steps, lr in [(0, 1.0), (1, 0.5), (2, 0.1), (5, 0.2)]
    ],
)

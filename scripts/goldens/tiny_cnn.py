"""Goldens of 06-cnn-architectures/tiny-cnn: images in plain Python, torch's convolutions, automatic gradients and Adam.

Usage: python3 scripts/goldens/tiny_cnn.py
"""

import math

import torch
from torch.nn.functional import conv2d, cross_entropy, max_pool2d, relu

from golden import case, draw, write
from mulberry32 import mulberry32

SIDE = 16


def make_shapes(n, rng):
    draws = mulberry32(rng["$rng"])
    pixels, labels = [], []
    for _ in range(n):
        label = math.floor(4 * next(draws))
        r, cx, cy, intensity = 3 + 3 * next(draws), 6 + 4 * next(draws), 6 + 4 * next(draws), 0.6 + 0.4 * next(draws)
        labels.append(label)
        for i in range(SIDE * SIDE):
            dx, dy = i % SIDE - cx, i // SIDE - cy
            inside = [
                dx * dx + dy * dy <= r * r,
                abs(dx) <= 0.85 * r and abs(dy) <= 0.85 * r,
                -r <= dy <= 0.8 * r and abs(dx) <= (dy + r) / 1.8,
                (abs(dx) <= 0.35 * r and abs(dy) <= r) or (abs(dy) <= 0.35 * r and abs(dx) <= r),
            ][label]
            noise = math.sqrt(-2 * math.log(1 - next(draws))) * math.cos(2 * math.pi * next(draws))
            pixels.append(intensity * inside + 0.1 * noise)
    x = torch.tensor(pixels, dtype=torch.float64).view(n, SIDE, SIDE, 1)
    return {"x": x.float().double(), "y": torch.tensor(labels, dtype=torch.int32)}


def logits_of(x, net):
    """x: [B, 16, 16, 1], kernels [kh, kw, Cin, Cout]."""
    kernels = {name: net[name].permute(3, 2, 0, 1) for name in ("w1", "w2")}
    pooled = max_pool2d(relu(conv2d(x.permute(0, 3, 1, 2), kernels["w1"], net["b1"], padding=1)), 2)
    return relu(conv2d(pooled, kernels["w2"], net["b2"], padding=1)).mean((2, 3)) @ net["w3"] + net["b3"]


def train(data, init, o, rng):
    draws = mulberry32(rng["$rng"])
    net = {name: value.detach().clone().requires_grad_() for name, value in init.items()}
    optimizer = torch.optim.Adam(net.values(), lr=o["lr"], betas=(0.9, 0.999), eps=1e-8)
    for _ in range(o["steps"]):
        batch = torch.tensor([math.floor(next(draws) * len(data["x"])) for _ in range(o["batch"])])
        optimizer.zero_grad()
        cross_entropy(logits_of(data["x"][batch], net), data["y"][batch].long()).backward()
        optimizer.step()
    return {"params": net}


def start():
    scales = {name: math.sqrt(2 / fan_in) for name, fan_in in (("w1", 9), ("w2", 72), ("w3", 16))}
    shapes = {"w1": (3, 3, 1, 8), "b1": (8,), "w2": (3, 3, 8, 16), "b2": (16,), "w3": (16, 4), "b3": (4,)}
    return {name: draw(*shape, scale=scales.get(name, 0.1)) for name, shape in shapes.items()}


PATHS = [("params", name) for name in ("w1", "b1", "w2", "b2", "w3", "b3")]
write(
    "06-cnn-architectures/tiny-cnn",
    [
        *(
            case(f"{n} images of seed {seed}", "makeShapes", make_shapes, [n, {"$rng": seed}], [("x",), ("y",)])
            for n, seed in [(1, 7), (3, 54)]
        ),
        *(
            case(
                f"{steps} steps at {lr}, batch {batch} of {n}",
                "trainTinyCnn",
                train,
                [make_shapes(n, {"$rng": n}), start(), {"lr": lr, "steps": steps, "batch": batch}, {"$rng": steps}],
                PATHS,
            )
            for n, batch, lr, steps in [(2, 1, 0.1, 0), (2, 1, 0.01, 1), (3, 2, 0.02, 2), (3, 2, 0.01, 3)]
        ),
    ],
)

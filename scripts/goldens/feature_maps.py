"""Trains the small net of the figure feature-maps, and writes what its layers give for two images.

The net and its images are those of exercise 06/tiny-cnn. Pixels and weights are rounded to two decimals, so that a reader
can check a sum with a calculator; the accuracy is that of the rounded net on fresh images. Takes about 20 seconds.

Usage: python3 scripts/goldens/feature_maps.py
"""

import itertools
import json
import math
import pathlib
import platform
import textwrap

import torch
from torch.nn.functional import conv2d, cross_entropy, max_pool2d, relu

from mulberry32 import mulberry32

FOLDER = pathlib.Path(__file__).resolve().parent.parent.parent / "components" / "figures" / "feature-maps"
SHAPES = ["disc", "square", "triangle", "cross"]
SIDE = 16
SEEDS = {"train": 2054, "test": 4054, "torch": 13}
TRAIN, TEST = 1024, 2048
STEPS, BATCH, RATE, DECAY = 1000, 32, 0.01, 0.002


def shapes(seed):
    """Images without end, as makeShapes draws them: class and pixels in row-major order, rounded to two decimals."""
    rng = mulberry32(seed)
    while True:
        label = math.floor(4 * next(rng))
        r, cx, cy, intensity = 3 + 3 * next(rng), 6 + 4 * next(rng), 6 + 4 * next(rng), 0.6 + 0.4 * next(rng)
        pixels = []
        for i in range(SIDE * SIDE):
            dx, dy = i % SIDE - cx, i // SIDE - cy
            inside = [
                dx * dx + dy * dy <= r * r,
                abs(dx) <= 0.85 * r and abs(dy) <= 0.85 * r,
                -r <= dy <= 0.8 * r and abs(dx) <= (dy + r) / 1.8,
                (abs(dx) <= 0.35 * r and abs(dy) <= r) or (abs(dy) <= 0.35 * r and abs(dx) <= r),
            ][label]
            noise = math.sqrt(-2 * math.log(1 - next(rng))) * math.cos(2 * math.pi * next(rng))
            pixels.append(round(intensity * inside + 0.1 * noise, 2))
        yield label, pixels


def data(count, seed):
    drawn = list(itertools.islice(shapes(seed), count))
    x = torch.tensor([pixels for _, pixels in drawn]).view(-1, 1, SIDE, SIDE)
    return x, torch.tensor([label for label, _ in drawn])


def layers(x, params):
    """x: [N, 1, 16, 16]. The layers that do more than cut off at zero, by name."""
    w1, b1, w2, b2, w3, b3 = params
    conv1 = conv2d(x, w1, b1, padding=1)
    pool = max_pool2d(relu(conv1), 2)
    conv2 = conv2d(pool, w2, b2, padding=1)
    gap = relu(conv2).mean((2, 3))
    return {"conv1": conv1, "pool": pool, "conv2": conv2, "gap": gap, "logits": gap @ w3 + b3}


def he(fan_in, *shape):
    return (torch.randn(shape) * math.sqrt(2 / fan_in)).requires_grad_()


def trained():
    torch.manual_seed(SEEDS["torch"])
    zeros = lambda count: torch.zeros(count, requires_grad=True)
    params = [he(9, 8, 1, 3, 3), zeros(8), he(72, 16, 8, 3, 3), zeros(16), he(16, 16, 4), zeros(4)]
    x, labels = data(TRAIN, SEEDS["train"])
    optimizer = torch.optim.Adam(params, lr=RATE, weight_decay=DECAY)
    cosine = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: (1 + math.cos(math.pi * step / STEPS)) / 2)
    for _ in range(STEPS):
        batch = torch.randint(0, TRAIN, (BATCH,))
        optimizer.zero_grad()
        cross_entropy(layers(x[batch], params)["logits"], labels[batch]).backward()
        optimizer.step()
        cosine.step()
    return [torch.tensor([round(v, 2) for v in p.flatten().tolist()], dtype=torch.float64).view(p.shape) for p in params]


def text(value):
    """A number in at most six decimals: 0.5, -1, 0."""
    return f"{round(value, 6) + 0.0:.6f}".rstrip("0").rstrip(".")


def field(name, values, indent):
    """An entry of a JSON object as Biome lays it out, numbers filled into lines of 120 characters."""
    head, numbers = " " * indent + f'"{name}": [', ", ".join(map(text, values))
    # One for the bracket, one for a comma.
    if len(head) + len(numbers) + 2 <= 120:
        return f"{head}{numbers}]"
    inner = " " * (indent + 2)
    lines = textwrap.wrap(numbers, 120, initial_indent=inner, subsequent_indent=inner)
    return "\n".join([head, *lines, " " * indent + "]"])


def write(name, provenance, entries):
    head = f'  "provenance": {json.dumps(provenance, indent=2)}'.replace("\n", "\n  ")
    (FOLDER / name).write_text("{\n" + ",\n".join([head, *entries]) + "\n}\n")


torch.set_num_threads(1)
params = trained()
x, labels = data(TEST, SEEDS["test"])
right = (layers(x.double(), params)["logits"].argmax(1) == labels).sum().item()

provenance = {
    "by": "scripts/goldens/feature_maps.py",
    "torch": torch.__version__,
    "python": platform.python_version(),
    "training": f"{STEPS} steps of Adam on {TRAIN} images, batches of {BATCH}, "
    f"rate {RATE} with cosine decay, weight decay {DECAY}",
    "seeds": SEEDS,
}
kernels = {
    "w1": params[0].permute(2, 3, 1, 0),
    "b1": params[1],
    "w2": params[2].permute(2, 3, 1, 0),
    "b2": params[3],
    "w3": params[4],
    "b3": params[5],
}
assert sum(tensor.numel() for tensor in kernels.values()) == 1316
write(
    "weights.json",
    provenance,
    [
        f'  "test": {{ "right": {right}, "images": {TEST} }}',
        *(field(name, tensor.flatten().tolist(), 2) for name, tensor in kernels.items()),
    ],
)


def example(shape, seed):
    """The first image of this shape that makeShapes draws from the seed."""
    return next(pixels for label, pixels in shapes(seed) if SHAPES[label] == shape)


def golden(shape, seed):
    pixels = example(shape, seed)
    given = layers(torch.tensor(pixels, dtype=torch.float64).view(1, 1, SIDE, SIDE), params)
    given["probabilities"] = torch.softmax(given["logits"], 1)
    values = {"image": pixels, **{name: tensor.flatten().tolist() for name, tensor in given.items()}}
    fields = ",\n".join(field(name, entries, 6) for name, entries in values.items())
    return f'    {{\n      "shape": "{shape}",\n      "seed": {seed},\n{fields}\n    }}'


write(
    "activations.golden.json",
    {
        **{key: provenance[key] for key in ("by", "torch", "python")},
        "precision": "float64, written to six decimals",
        "layout": "CHW",
    },
    ['  "images": [\n' + ",\n".join([golden("triangle", 1), golden("cross", 7)]) + "\n  ]"],
)
print(f"{right} of {TEST} test images right")

"""Writes tests/golden/02-mlp/*.json: values and gradients of the exercises' functions as PyTorch computes them.

An independent truth: neither tfjs nor our own code takes part. Inputs are rounded to float32, everything is computed in
float64. Needs PyTorch; run it again only when a case is added, and commit what it wrote.

Usage: python3 scripts/make-goldens.py
"""

import json
import pathlib
import platform

import torch

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "tests" / "golden" / "02-mlp"
PROVENANCE = {
    "by": "scripts/make-goldens.py",
    "torch": torch.__version__,
    "python": platform.python_version(),
    "precision": "float64, inputs rounded to float32",
    "seed": 20261123,
}


def draw(*shape, scale=1.0):
    return (scale * torch.randn(*shape)).float().double()


def plain(tensor):
    return {"shape": list(tensor.shape), "values": tensor.detach().reshape(-1).tolist()}


def case(title, function, inputs):
    leaves = {name: value.clone().requires_grad_() for name, value in inputs.items()}
    output = function(**leaves)
    upstream = draw(*output.shape)
    gradients = torch.autograd.grad((output * upstream).sum(), list(leaves.values()))
    return {
        "title": title,
        "inputs": {name: plain(value) for name, value in inputs.items()},
        "output": plain(output),
        "upstream": plain(upstream),
        "gradients": {name: plain(value) for name, value in zip(leaves, gradients)},
    }


def write(name, cases):
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.json").write_text(json.dumps({"provenance": PROVENANCE, "cases": cases}, indent=1) + "\n")


def dense(x, w, b):
    return torch.nn.functional.linear(x, w.T, b)


def softmax(z):
    return torch.softmax(z, dim=1)


torch.manual_seed(PROVENANCE["seed"])
SIZES = [(1, 1, 1), (2, 3, 4), (5, 2, 3), (7, 6, 5)]
write(
    "dense",
    [
        case(f"batch {n}, {i} inputs, {o} outputs", dense, {"x": draw(n, i), "w": draw(i, o), "b": draw(o)})
        for n, i, o in SIZES
    ],
)
write(
    "softmax",
    [
        *[case(f"batch {n}, {k} classes", softmax, {"z": draw(n, k, scale=2.0)}) for n, k in [(1, 1), (2, 3), (5, 4), (3, 9)]],
        case("ties", softmax, {"z": torch.tensor([[0.0, 0.0, 0.0], [2.0, 2.0, -1.0]]).double()}),
        case("logits around 1000 and -1000", softmax, {"z": torch.tensor([[1000.0, 999.0, 998.5], [-1000.0, -999.0, -1001.0]]).double()}),
    ],
)

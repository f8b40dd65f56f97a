"""Goldens of the small DenseNet: torch's convolutions, batch norms, pooling and automatic gradients.

Usage: python3 scripts/goldens/small_densenet.py
"""

import math

import torch
from torch.nn.functional import avg_pool2d, batch_norm, conv2d, relu

from golden import case, draw, write
from mulberry32 import mulberry32

KERNELS = {
    "stem": (5, 1, 16),
    "block1.layer1": (3, 16, 8),
    "block1.layer2": (3, 24, 8),
    "block1.layer3": (3, 32, 8),
    "transition": (1, 40, 20),
    "block2.layer1": (3, 20, 8),
    "block2.layer2": (3, 28, 8),
    "block2.layer3": (3, 36, 8),
}
NORMS = {name: inputs for name, (_, inputs, _) in KERNELS.items() if name != "stem"} | {"head": 44}


def densenet(x, net, options):
    parameters, moved = net["parameters"], {}

    def conv(h, name, stride=1):
        w = parameters[f"{name}.w"]
        return conv2d(h, w.permute(3, 2, 0, 1), stride=stride, padding=w.shape[0] // 2)

    def norm_relu(h, name):
        gamma, beta = (parameters[f"{name}.{part}"] for part in ("gamma", "beta"))
        mean, variance = (net["statistics"][f"{name}.{part}"].detach().clone() for part in ("mean", "variance"))
        if options["batchNorm"]:
            h = batch_norm(h, mean, variance, gamma, beta, options["training"], 0.1, 1e-5)
        else:
            h = h * gamma[:, None, None] + beta[:, None, None]
        moved[f"{name}.mean"], moved[f"{name}.variance"] = mean, variance
        return relu(h)

    def block(h, name):
        for layer in (1, 2, 3):
            added = conv(norm_relu(h, f"{name}.layer{layer}"), f"{name}.layer{layer}")
            h = torch.cat([h if options["concat"] else torch.zeros_like(h), added], 1)
        return h

    h = block(conv(x.permute(0, 3, 1, 2), "stem", 4), "block1")
    h = avg_pool2d(conv(norm_relu(h, "transition"), "transition"), 2)
    h = norm_relu(block(h, "block2"), "head")
    return {"logits": h.mean((2, 3)) @ parameters["head.w"] + parameters["head.b"], "statistics": moved}


def start(rng):
    draws = mulberry32(rng["$rng"])

    def normal(shape, fan_in):
        def one():
            radius = math.sqrt(-2 * math.log(1 - next(draws)))
            return math.sqrt(2 / fan_in) * radius * math.cos(2 * math.pi * next(draws))

        return torch.tensor([one() for _ in range(math.prod(shape))], dtype=torch.float64).view(shape)

    parameters = {f"{name}.w": normal((k, k, i, o), k * k * i) for name, (k, i, o) in KERNELS.items()}
    parameters["head.w"] = normal((44, 10), 44)
    return {"parameters": parameters}


def some_net():
    parameters, statistics = {}, {}
    for name, (k, i, o) in KERNELS.items():
        parameters[f"{name}.w"] = draw(k, k, i, o, scale=math.sqrt(2 / (k * k * i)))
    for name, channels in NORMS.items():
        parameters[f"{name}.gamma"] = 1 + draw(channels, scale=0.2)
        parameters[f"{name}.beta"] = draw(channels, scale=0.3)
        statistics[f"{name}.mean"] = draw(channels, scale=0.3)
        statistics[f"{name}.variance"] = 0.5 + draw(channels).abs()
    parameters["head.w"], parameters["head.b"] = draw(44, 10, scale=0.25), draw(10, scale=0.3)
    rounded = {name: value.float().double() for name, value in parameters.items()}
    return {"parameters": rounded, "statistics": {name: value.float().double() for name, value in statistics.items()}}


SEEN = [("logits",), ("statistics", "block1.layer1.mean"), ("statistics", "head.variance")]
WRT = [
    (1, "parameters", name)
    for name in ("stem.w", "block1.layer2.w", "block1.layer3.gamma", "transition.w", "block2.layer3.beta", "head.gamma", "head.b")
]
write(
    "06-cnn-architectures/small-densenet",
    [
        case(
            "a start of seed 9",
            "createNet",
            start,
            [{"$rng": 9}],
            [("parameters", "stem.w"), ("parameters", "transition.w"), ("parameters", "head.w")],
        ),
        *(
            case(
                f"{n} images of {h}×{w}, training {training}, concatenation {concat}, batch norm {norm}",
                "forward",
                densenet,
                [draw(n, h, w, 1), some_net(), {"training": training, "concat": concat, "batchNorm": norm}],
                SEEN,
                WRT,
            )
            for n, h, w, training, concat, norm in [
                (3, 16, 16, True, True, True),
                (3, 6, 9, False, True, True),
                (3, 14, 18, True, False, True),
                (2, 6, 8, False, True, False),
            ]
        ),
    ],
)

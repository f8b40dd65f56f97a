"""Goldens of the nets that are made of layers: torch's convolutions, batch norms and automatic gradients.

Usage: python3 scripts/goldens/small_nets.py
"""

import math
from functools import partial

import torch
from torch.nn.functional import batch_norm, conv2d, local_response_norm, max_pool2d, relu

from golden import case, draw, write
from mulberry32 import mulberry32

RESNET = {
    "stem": (3, 1, 8),
    "block1.conv1": (3, 8, 8),
    "block1.conv2": (3, 8, 8),
    "block2.conv1": (3, 8, 16),
    "block2.conv2": (3, 16, 16),
    "block2.proj": (1, 8, 16),
    "block3.conv1": (3, 16, 32),
    "block3.conv2": (3, 32, 32),
    "block3.proj": (1, 16, 32),
}
VGG = {
    f"block{block}.conv{conv}": (3, inputs, outputs)
    for block, before, outputs in [(1, 1, 4), (2, 4, 8), (3, 8, 16), (4, 16, 32)]
    for conv, inputs in [(1, before), (2, outputs)]
}
VGG_LARGE = {f"block{block}.conv": (5, *VGG[f"block{block}.conv1"][1:]) for block in (1, 2, 3, 4)}


def conv_norms(net, options, moved):
    """Convolution that keeps the size at stride 1, then batch norm or only its scale and shift; notes the statistics."""

    def conv_norm(h, name, stride=1):
        w, gamma, beta = (net["parameters"][f"{name}.{part}"] for part in ("w", "gamma", "beta"))
        maps = conv2d(h, w.permute(3, 2, 0, 1), stride=stride, padding=w.shape[0] // 2)
        mean, variance = (net["statistics"][f"{name}.{part}"].detach().clone() for part in ("mean", "variance"))
        if options["batchNorm"]:
            maps = batch_norm(maps, mean, variance, gamma, beta, options["training"], 0.1, 1e-5)
        else:
            maps = maps * gamma[:, None, None] + beta[:, None, None]
        moved[f"{name}.mean"], moved[f"{name}.variance"] = mean, variance
        return maps

    return conv_norm


def head(h, parameters):
    return h.mean((2, 3)) @ parameters["head.w"] + parameters["head.b"]


def resnet(x, net, options):
    parameters, moved = net["parameters"], {}
    conv_norm = conv_norms(net, options, moved)

    def block(h, name, stride):
        inner = conv_norm(relu(conv_norm(h, f"{name}.conv1", stride)), f"{name}.conv2", 1)
        if not options["skip"]:
            return relu(inner)
        return relu(inner + (conv_norm(h, f"{name}.proj", stride) if f"{name}.proj.w" in parameters else h))

    h = relu(conv_norm(x.permute(0, 3, 1, 2), "stem", 2))
    for name, stride in (("block1", 1), ("block2", 2), ("block3", 2)):
        h = block(h, name, stride)
    return {"logits": head(h, parameters), "statistics": moved}


def vgg(x, net, options):
    moved = {}
    conv_norm = conv_norms(net, options, moved)
    h = x.permute(0, 3, 1, 2)
    for block in (1, 2, 3, 4):
        for conv in ("conv1", "conv2") if options["stacked"] else ("conv",):
            h = relu(conv_norm(h, f"block{block}.{conv}"))
        h = max_pool2d(h, 2)
    return {"logits": head(h, net["parameters"]), "statistics": moved}


ALEXNET = {"conv1": (5, 5, 1, 16), "conv2": (3, 3, 16, 32), "conv3": (3, 3, 32, 32), "fc": (128, 64), "head": (64, 10)}


def alexnet(x, net, options):
    parameters = net["parameters"]

    def conv(h, name, stride):
        w = parameters[f"{name}.w"]
        return relu(conv2d(h, w.permute(3, 2, 0, 1), parameters[f"{name}.b"], stride, w.shape[0] // 2))

    def settle(h):
        if options["lrn"]:
            # torch divides alpha by the size of the window.
            h = local_response_norm(h, 5, alpha=5e-4, beta=0.75, k=2)
        return max_pool2d(h, 3, 2, 1) if options["overlap"] else max_pool2d(h, 2)

    h = settle(conv(x.permute(0, 3, 1, 2), "conv1", 2))
    h = conv(settle(conv(h, "conv2", 1)), "conv3", 1)
    rows = h.permute(0, 2, 3, 1).reshape(len(x), -1)
    hidden = relu(rows @ parameters["fc.w"] + parameters["fc.b"])
    return {"logits": hidden @ parameters["head.w"] + parameters["head.b"], "statistics": {}}


def normals(rng):
    draws = mulberry32(rng["$rng"])

    def normal(shape, fan_in):
        def one():
            radius = math.sqrt(-2 * math.log(1 - next(draws)))
            return math.sqrt(2 / fan_in) * radius * math.cos(2 * math.pi * next(draws))

        return torch.tensor([one() for _ in range(math.prod(shape))], dtype=torch.float64).view(shape)

    return normal


def start(kernels, rng):
    normal = normals(rng)
    parameters = {f"{name}.w": normal((k, k, i, o), k * k * i) for name, (k, i, o) in kernels.items()}
    parameters["head.w"] = normal((32, 10), 32)
    return {"parameters": parameters}


def some_net(kernels):
    parameters, statistics = {}, {}
    for name, (k, i, o) in kernels.items():
        parameters[f"{name}.w"] = draw(k, k, i, o, scale=math.sqrt(2 / (k * k * i)))
        parameters[f"{name}.gamma"] = 1 + draw(o, scale=0.2)
        parameters[f"{name}.beta"] = draw(o, scale=0.3)
        statistics[f"{name}.mean"] = draw(o, scale=0.3)
        statistics[f"{name}.variance"] = 0.5 + draw(o).abs()
    parameters["head.w"], parameters["head.b"] = draw(32, 10, scale=0.25), draw(10, scale=0.3)
    rounded = {name: value.float().double() for name, value in parameters.items()}
    return {"parameters": rounded, "statistics": {name: value.float().double() for name, value in statistics.items()}}


SEEN = [("logits",), ("statistics", "stem.mean"), ("statistics", "block3.conv2.variance")]
WRT = [
    (1, "parameters", name)
    for name in ("stem.w", "stem.gamma", "block1.conv2.w", "block2.proj.w", "block3.conv2.beta", "head.w", "head.b")
]
write(
    "06-cnn-architectures/small-resnet",
    [
        case(
            "a start of seed 9",
            "createNet",
            partial(start, RESNET),
            [{"$rng": 9}],
            [("parameters", "stem.w"), ("parameters", "block2.proj.w"), ("parameters", "head.w")],
        ),
        *(
            case(
                f"{n} images of {h}×{w}, training {training}, skip {skip}, batch norm {norm}",
                "forward",
                resnet,
                [draw(n, h, w, 1), some_net(RESNET), {"training": training, "skip": skip, "batchNorm": norm}],
                SEEN,
                [path for path in WRT if skip or "proj" not in path[2]],
            )
            for n, h, w, training, skip, norm in [
                (2, 8, 8, True, True, True),
                (3, 6, 9, False, True, True),
                (2, 8, 6, True, False, True),
                (2, 6, 8, False, True, False),
            ]
        ),
    ],
)

VGG_SEEN = [("logits",), ("statistics", "block1.conv1.mean"), ("statistics", "block4.conv2.variance")]
VGG_WRT = ["block1.conv1.w", "block1.conv2.gamma", "block2.conv2.w", "block3.conv1.beta", "block4.conv2.w", "head.w", "head.b"]
LARGE_SEEN = [("logits",), ("statistics", "block1.conv.mean"), ("statistics", "block4.conv.variance")]
LARGE_WRT = ["block1.conv.w", "block2.conv.gamma", "block4.conv.beta", "head.w"]
write(
    "06-cnn-architectures/small-vgg",
    [
        *(
            case(
                f"a start of seed 9, {'two 3×3' if stacked else 'one 5×5'}",
                "createNet",
                lambda rng, switches, kernels=kernels: start(kernels, rng),
                [{"$rng": 9}, {"stacked": stacked, "batchNorm": True}],
                [("parameters", name) for name in names],
            )
            for stacked, kernels, names in [
                (True, VGG, ("block1.conv1.w", "block4.conv2.w", "head.w")),
                (False, VGG_LARGE, ("block1.conv.w", "head.w")),
            ]
        ),
        *(
            case(
                f"{n} images of {h}×{w}, training {training}, stacked {stacked}, batch norm {norm}",
                "forward",
                vgg,
                [
                    draw(n, h, w, 1),
                    some_net(VGG if stacked else VGG_LARGE),
                    {"training": training, "stacked": stacked, "batchNorm": norm},
                ],
                VGG_SEEN if stacked else LARGE_SEEN,
                [(1, "parameters", name) for name in (VGG_WRT if stacked else LARGE_WRT)],
            )
            for n, h, w, training, stacked, norm in [
                (2, 16, 16, True, True, True),
                (1, 17, 18, False, True, True),
                (2, 16, 18, True, False, True),
                (1, 16, 16, False, True, False),
            ]
        ),
    ],
)


def alexnet_start(rng):
    normal = normals(rng)
    return {"parameters": {f"{name}.w": normal(shape, math.prod(shape[:-1])) for name, shape in ALEXNET.items()}}


def some_alexnet():
    parameters = {}
    for name, shape in ALEXNET.items():
        parameters[f"{name}.w"] = draw(*shape, scale=math.sqrt(2 / math.prod(shape[:-1])))
        parameters[f"{name}.b"] = draw(shape[-1], scale=3)
    return {"parameters": {name: value.float().double() for name, value in parameters.items()}, "statistics": {}}


write(
    "06-cnn-architectures/small-alexnet",
    [
        case(
            "a start of seed 9",
            "createNet",
            alexnet_start,
            [{"$rng": 9}],
            [("parameters", "conv1.w"), ("parameters", "head.w")],
        ),
        *(
            case(
                f"{n} images, training {training}, LRN {lrn}, overlap {overlap}",
                "forward",
                alexnet,
                [draw(n, 16, 16, 1, scale=20), some_alexnet(), {"training": training, "lrn": lrn, "overlap": overlap}],
                [("logits",)],
                [(1, "parameters", name) for name in ("conv1.w", "conv2.b", "conv3.b", "fc.b", "head.w")],
            )
            for n, training, lrn, overlap in [
                (2, True, True, True),
                (3, False, False, True),
                (2, True, True, False),
                (1, False, False, False),
            ]
        ),
    ],
)

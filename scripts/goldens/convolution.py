"""Goldens of unit 05, its first half: sizes and counts, receptive fields, and convolutions forward.

Usage: python3 scripts/goldens/convolution.py
"""

import torch

from golden import case, draw, write


def conv_out(n, k, o={}):
    """PyTorch's own layer, on zeros."""
    layer = torch.nn.Conv1d(1, 1, k, o.get("stride", 1), o.get("pad", 0), o.get("dilation", 1))
    return torch.tensor(layer(torch.zeros(1, 1, n)).shape[-1])


def conv_params(k, cin, cout, o={}):
    layer = torch.nn.Conv2d(cin, cout, tuple(k), groups=o.get("groups", 1), bias=o.get("bias", True))
    return torch.tensor(sum(parameter.numel() for parameter in layer.parameters()))


write(
    "05-convolution/conv-arithmetic",
    [
        case(f"convOut{args}", "convOut", conv_out, list(args), numbers=True)
        for args in [
            (32, 5),
            (227, 11, {"stride": 4}),
            (224, 7, {"stride": 2, "pad": 3}),
            (30, 3, {"dilation": 4}),
            (3, 5, {"pad": 2, "stride": 3}),
            (100, 4, {"stride": 5, "pad": 7, "dilation": 6}),
        ]
    ]
    + [
        case(f"convParams{args}", "convParams", conv_params, list(args), numbers=True)
        for args in [
            ([5, 5], 3, 4),
            ([5, 5], 4, 10, {"bias": False}),
            ([5, 5], 96, 256, {"groups": 2}),
            ([3, 1], 12, 12, {"groups": 12, "bias": False}),
        ]
    ],
)


def seen(layers, output, length):
    """Pixels whose gradient of one output is not zero, in a row of `length` pixels: convolutions of ones alone."""
    x = torch.zeros(1, 1, length, dtype=torch.float64, requires_grad=True)
    y = x
    for o in layers:
        ones = torch.ones(1, 1, o["k"], dtype=torch.float64)
        y = torch.nn.functional.conv1d(y, ones, None, o.get("stride", 1), o.get("pad", 0), o.get("dilation", 1))
    (gradient,) = torch.autograd.grad(y[0, 0, output], x)
    return gradient[0, 0].nonzero().flatten()


def receptive_field(layers):
    """Found by looking: at two neighbouring outputs so far inside that no padding is near."""
    inside = 40
    first, second = seen(layers, inside, 4000), seen(layers, inside + 1, 4000)
    centre, following = [(pixels[0] + pixels[-1]).double() / 2 for pixels in (first, second)]
    jump = following - centre
    return {"size": first[-1] - first[0] + 1, "jump": jump, "start": centre - inside * jump}


def stack_weights(k, depth, c):
    layers = torch.nn.Sequential(*[torch.nn.Conv2d(c, c, k, bias=False) for _ in range(depth)])
    return torch.tensor(sum(parameter.numel() for parameter in layers.parameters()))


CONV, HALVING, OVERLAPPING = {"k": 3, "pad": 1}, {"k": 2, "stride": 2}, {"k": 3, "stride": 2}
write(
    "05-convolution/receptive-field",
    [
        case(title, "receptiveField", receptive_field, [layers], [("size",), ("jump",), ("start",)], numbers=True)
        for title, layers in [
            ("two 3×3", [{"k": 3}, {"k": 3}]),
            ("a stride in front", [{"k": 3, "stride": 2}, {"k": 4}]),
            ("dilations 1, 2, 4", [{"k": 3, "dilation": 2**i} for i in range(3)]),
            ("everything at once", [{"k": 5, "stride": 2, "pad": 4}, {"k": 2, "pad": 1, "dilation": 3}, {"k": 3, "stride": 3}]),
            ("VGG16", ([CONV] * 2 + [HALVING]) * 2 + ([CONV] * 3 + [HALVING]) * 3),
            (
                "AlexNet",
                [{"k": 11, "stride": 4}, OVERLAPPING, {"k": 5, "pad": 2}, OVERLAPPING, CONV, CONV, CONV, OVERLAPPING],
            ),
        ]
    ]
    + [
        case(f"{depth} layers of {k}×{k}, {c} channels", "stackWeights", stack_weights, [k, depth, c], numbers=True)
        for k, depth, c in [(3, 2, 64), (5, 1, 64), (7, 3, 5)]
    ],
)


def conv2d(x, w, b=None, stride=1, pad=0, dilation=1):
    """PyTorch's, which has channels in front of the pixels, and filters in front of everything."""
    channels_first, filters_first = x.permute(0, 3, 1, 2), w.permute(3, 2, 0, 1)
    y = torch.nn.functional.conv2d(channels_first, filters_first, b, stride, pad, dilation)
    return y.permute(0, 2, 3, 1).contiguous()


write(
    "05-convolution/conv2d-naive",
    [
        case(
            f"images {shape}, {o} filters of {kh}×{kw}",
            "conv2d",
            conv2d,
            [draw(*shape), draw(kh, kw, shape[-1], o), draw(o)],
            wrt=[(0,), (1,), (2,)],
        )
        for shape, (kh, kw), o in [
            ((1, 1, 1, 1), (1, 1), 1),
            ((2, 4, 5, 3), (2, 3), 2),
            ((1, 6, 3, 2), (5, 1), 4),
            ((3, 5, 5, 1), (3, 3), 3),
            ((1, 4, 3, 5), (4, 3), 2),
        ]
    ],
)


def conv2d_general(x, w, options):
    return conv2d(x, w, None, options["stride"], options["pad"], options["dilation"])


write(
    "05-convolution/conv2d-general",
    [
        case(
            f"images {shape}, {o} filters of {kh}×{kw}, stride {stride}, pad {pad}, dilation {dilation}",
            "conv2dGeneral",
            conv2d_general,
            [draw(*shape), draw(kh, kw, shape[-1], o), {"stride": stride, "pad": pad, "dilation": dilation}],
            wrt=[(0,), (1,)],
        )
        for shape, (kh, kw), o, stride, pad, dilation in [
            ((1, 4, 5, 2), (2, 3), 3, [1, 1], [0, 0], [1, 1]),
            ((2, 5, 5, 1), (3, 3), 2, [2, 2], [1, 1], [1, 1]),
            ((1, 7, 6, 2), (3, 2), 2, [1, 1], [0, 0], [2, 3]),
            ((1, 6, 8, 3), (2, 3), 1, [3, 2], [2, 0], [1, 2]),
            ((1, 3, 2, 2), (2, 2), 2, [1, 2], [4, 3], [3, 1]),
            ((2, 9, 4, 1), (1, 4), 3, [4, 1], [0, 2], [5, 2]),
        ]
    ],
)


def conv1x1(x, w, b):
    return conv2d(x, w[None, None], b)


write(
    "05-convolution/conv1x1",
    [
        case(
            f"feature maps {shape} to {o} channels",
            "conv1x1",
            conv1x1,
            [draw(*shape), draw(shape[-1], o), draw(o)],
            wrt=[(0,), (1,), (2,)],
        )
        for shape, o in [((1, 1, 1, 1), 1), ((2, 3, 4, 5), 2), ((1, 5, 2, 3), 7), ((3, 4, 4, 4), 4)]
    ],
)

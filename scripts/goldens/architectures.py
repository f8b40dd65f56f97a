"""Goldens of unit 06: blocks of AlexNet, VGG, GoogLeNet, ResNet and DenseNet, the pooling head, and whole networks' counts.

Images come and go as NHWC and filters as HWIO; PyTorch computes in NCHW and OIHW.

Usage: python3 scripts/goldens/architectures.py
"""

import torch
import torch.nn.functional as F

from golden import case, draw, write

UNIT = "06-cnn-architectures"


def channels_first(x):
    return x.permute(0, 3, 1, 2)


def channels_last(x):
    return x.permute(0, 2, 3, 1)


def conv(x, w, b=None, stride=1, padding=0):
    """x: [N, C, H, W]; w: [kh, kw, C, O]."""
    return F.conv2d(x, w.permute(3, 2, 0, 1).contiguous(), b, stride=stride, padding=padding)


def gap_head(x, w, b):
    return F.linear(F.adaptive_avg_pool2d(channels_first(x), 1).flatten(1), w.T, b)


write(
    f"{UNIT}/gap-head",
    [
        case(
            f"maps {list(maps)}, {outputs} outputs",
            "gapHead",
            gap_head,
            [draw(*maps), draw(maps[3], outputs), draw(outputs)],
            wrt=[(0,), (1,), (2,)],
        )
        for *maps, outputs in [(2, 3, 4, 5, 3), (1, 1, 1, 2, 4), (3, 5, 2, 1, 2), (2, 7, 7, 4, 4)]
    ],
)


def vgg_block(x, convs):
    h = channels_first(x)
    for layer in convs:
        h = torch.relu(conv(h, layer["w"], layer["b"], padding=1))
    return channels_last(F.max_pool2d(h, 2))


def vgg_args(n, height, width, channels):
    convs = [{"w": draw(3, 3, i, o, scale=(2 / (9 * i)) ** 0.5), "b": draw(o, scale=0.5)} for i, o in zip(channels, channels[1:])]
    return [draw(n, height, width, channels[0]), convs]


write(
    f"{UNIT}/vgg-block",
    [
        case(
            f"{height} × {width}, channels {'-'.join(map(str, channels))}",
            "vggBlock",
            vgg_block,
            vgg_args(n, height, width, channels),
            wrt=[(0,), (1, 0, "w"), (1, 0, "b"), (1, len(channels) - 2, "w")],
        )
        for n, height, width, channels in [(2, 4, 6, [2, 3]), (1, 7, 5, [1, 2, 3]), (3, 2, 2, [3, 1]), (2, 6, 9, [2, 4, 3, 2])]
    ],
)


def folded(h, w, s, t, stride=1, padding=0):
    """A convolution and a batch norm of fixed statistics: mean 0, variance 1, γ = s, β = t."""
    h = conv(h, w, stride=stride, padding=padding)
    return F.batch_norm(h, torch.zeros_like(s), torch.ones_like(s), s, t, training=False, eps=0)


def residual(x, p, stride):
    x = channels_first(x)
    h = torch.relu(folded(x, p["w1"], p["s1"], p["t1"], stride, 1))
    h = folded(h, p["w2"], p["s2"], p["t2"], padding=1)
    shortcut = folded(x, p["proj"]["w"], p["proj"]["s"], p["proj"]["t"], stride) if "proj" in p else x
    return channels_last(torch.relu(h + shortcut))


def kernel(size, inputs, outputs):
    return draw(size, size, inputs, outputs, scale=(2 / (size * size * inputs)) ** 0.5)


def projection(inputs, outputs):
    return {"proj": {"w": kernel(1, inputs, outputs), "s": draw(outputs), "t": draw(outputs)}}


def residual_args(maps, middle, outputs, stride, project):
    inputs = maps[3]
    p = {
        **{"w1": kernel(3, inputs, middle), "s1": draw(middle), "t1": draw(middle)},
        **{"w2": kernel(3, middle, outputs), "s2": draw(outputs), "t2": draw(outputs)},
        **(projection(inputs, outputs) if project else {}),
    }
    return [draw(*maps), p, stride]


write(
    f"{UNIT}/residual-block",
    [
        case(
            f"{list(maps)} → {middle} → {outputs}, stride {stride}, {'projected' if project else 'identity'}",
            "residual",
            residual,
            residual_args(maps, middle, outputs, stride, project),
            wrt=[(0,), (1, "w1"), (1, "w2"), *([(1, "proj", "w")] if project else [])],
        )
        for *maps, middle, outputs, stride, project in [
            (2, 3, 4, 3, 2, 3, 1, False),
            (2, 4, 6, 2, 3, 4, 2, True),
            (1, 5, 7, 3, 2, 1, 2, True),
            (2, 7, 5, 1, 2, 2, 3, True),
            (1, 3, 3, 2, 4, 3, 1, True),
        ]
    ],
)


def bottleneck(x, p, stride):
    x = channels_first(x)
    h = torch.relu(folded(x, p["w1"], p["s"][0], p["t"][0]))
    h = torch.relu(folded(h, p["w2"], p["s"][1], p["t"][1], stride, 1))
    h = folded(h, p["w3"], p["s"][2], p["t"][2])
    shortcut = folded(x, p["proj"]["w"], p["proj"]["s"], p["proj"]["t"], stride) if "proj" in p else x
    return channels_last(torch.relu(h + shortcut))


def bottleneck_args(maps, width, outputs, stride, project):
    inputs = maps[3]
    p = {
        **{"w1": kernel(1, inputs, width), "w2": kernel(3, width, width), "w3": kernel(1, width, outputs)},
        "s": [draw(width), draw(width), draw(outputs)],
        "t": [draw(width), draw(width), draw(outputs)],
        **(projection(inputs, outputs) if project else {}),
    }
    return [draw(*maps), p, stride]


def bottleneck_modules(cin, width, cout, proj):
    layers = [torch.nn.Conv2d(cin, width, 1, bias=False), torch.nn.BatchNorm2d(width)]
    layers += [torch.nn.Conv2d(width, width, 3, bias=False), torch.nn.BatchNorm2d(width)]
    layers += [torch.nn.Conv2d(width, cout, 1, bias=False), torch.nn.BatchNorm2d(cout)]
    if proj:
        layers += [torch.nn.Conv2d(cin, cout, 1, bias=False), torch.nn.BatchNorm2d(cout)]
    return torch.tensor(sum(parameter.numel() for layer in layers for parameter in layer.parameters()))


write(
    f"{UNIT}/bottleneck-block",
    [
        *[
            case(
                f"{list(maps)} → {width} → {outputs}, stride {stride}, {'projected' if project else 'identity'}",
                "bottleneck",
                bottleneck,
                bottleneck_args(maps, width, outputs, stride, project),
                wrt=[(0,), (1, "w1"), (1, "w2"), (1, "w3"), *([(1, "proj", "w")] if project else [])],
            )
            for *maps, width, outputs, stride, project in [
                (2, 3, 4, 4, 2, 4, 1, False),
                (2, 4, 6, 2, 3, 4, 2, True),
                (1, 5, 7, 3, 2, 1, 2, True),
                (1, 7, 4, 2, 1, 3, 3, True),
            ]
        ],
        *[
            case(f"parameters of {counts}", "bottleneckParams", bottleneck_modules, list(counts), numbers=True)
            for counts in [(256, 64, 256, False), (64, 64, 256, True), (1024, 512, 2048, True), (1, 1, 1, False)]
        ],
    ],
)


def lrn(x, o=None):
    """PyTorch divides α by n, so that n·α goes in; n is odd."""
    o = {"n": 5, "k": 2.0, "alpha": 1e-4, "beta": 0.75, **(o or {})}
    y = F.local_response_norm(channels_first(x), o["n"], alpha=o["alpha"] * o["n"], beta=o["beta"], k=o["k"])
    return channels_last(y)


def alex_block(x, w, b, stride):
    h = torch.relu(conv(channels_first(x), w, b, stride))
    return channels_last(F.max_pool2d(channels_first(lrn(channels_last(h))), 3, 2))


write(
    f"{UNIT}/lrn-overlap",
    [
        *[
            case(f"lrn of {list(maps)}, {options}", "lrn", lrn, [draw(*maps, scale=scale), options], wrt=[(0,)])
            for maps, scale, options in [
                ((2, 3, 4, 7), 1.0, {"alpha": 0.3}),
                ((1, 2, 2, 4), 1.0, {"n": 3, "k": 1.0, "alpha": 0.5, "beta": 1.0}),
                ((2, 1, 3, 2), 1.0, {"n": 7, "k": 0.5, "alpha": 1.0, "beta": 0.5}),
                ((1, 2, 3, 9), 100.0, {}),
                ((1, 2, 2, 1), 1.0, {"n": 1, "alpha": 0.2}),
            ]
        ],
        *[
            case(
                f"{list(maps)}, {size[0]} × {size[1]} × {outputs}, stride {stride}",
                "alexBlock",
                alex_block,
                [draw(*maps, scale=10.0), draw(*size, maps[3], outputs), draw(outputs, scale=10.0), stride],
                wrt=[(0,), (1,), (2,)],
            )
            for maps, size, outputs, stride in [
                ((2, 7, 9, 2), (2, 3), 6, 1),
                ((1, 9, 8, 1), (3, 1), 4, 2),
                ((1, 23, 23, 3), (11, 11), 8, 4),
            ]
        ],
    ],
)


def inception(x, p):
    x = channels_first(x)

    def look(h, name):
        w = p[name]["w"]
        return torch.relu(conv(h, w, p[name]["b"], padding=w.shape[0] // 2))

    branches = [look(x, "b1"), look(look(x, "b3r"), "b3"), look(look(x, "b5r"), "b5"), look(F.max_pool2d(x, 3, 1, 1), "pp")]
    return channels_last(torch.cat(branches, 1))


def inception_shapes(cin, sizes):
    b1, b3r, b3, b5r, b5, pp = sizes
    return {"b1": (1, cin, b1), "b3r": (1, cin, b3r), "b3": (3, b3r, b3), "b5r": (1, cin, b5r), "b5": (5, b5r, b5), "pp": (1, cin, pp)}


def inception_args(maps, sizes):
    p = {name: {"w": kernel(*shape), "b": draw(shape[2], scale=0.5)} for name, shape in inception_shapes(maps[3], sizes).items()}
    return [draw(*maps), p]


def inception_weights(cin, sizes):
    shapes = inception_shapes(cin, sizes).values()
    return torch.tensor(sum(torch.nn.Conv2d(i, o, size).weight.numel() for size, i, o in shapes))


write(
    f"{UNIT}/inception-block",
    [
        *[
            case(
                f"{list(maps)}, {sizes}",
                "inception",
                inception,
                inception_args(maps, sizes),
                wrt=[(0,), (1, "b3r", "w"), (1, "b5", "w"), (1, "pp", "w"), (1, "b1", "b")],
            )
            for maps, sizes in [
                ((2, 3, 4, 2), [1, 2, 3, 2, 1, 2]),
                ((1, 6, 5, 3), [2, 3, 1, 1, 2, 4]),
                ((3, 1, 2, 1), [1, 1, 2, 2, 1, 1]),
                ((1, 7, 7, 2), [2, 2, 2, 2, 2, 2]),
            ]
        ],
        *[
            case(f"weights of {sizes} on {cin}", "inceptionWeights", inception_weights, [cin, sizes], numbers=True)
            for cin, sizes in [
                (192, [64, 96, 128, 16, 32, 32]),
                (256, [128, 128, 192, 32, 96, 64]),
                (832, [384, 192, 384, 48, 128, 128]),
                (1, [1, 1, 1, 1, 1, 1]),
            ]
        ],
    ],
)


def norm_relu_conv(h, s, t, w):
    h = F.batch_norm(h, torch.zeros_like(s), torch.ones_like(s), s, t, training=False, eps=0)
    return conv(torch.relu(h), w, padding=w.shape[0] // 2)


def dense_block(x, layers):
    maps = [channels_first(x)]
    for p in layers:
        h = norm_relu_conv(torch.cat(maps, 1), p["s1"], p["t1"], p["w1"])
        maps.append(norm_relu_conv(h, p["s2"], p["t2"], p["w2"]))
    return channels_last(torch.cat(maps, 1))


def dense_args(maps, sizes):
    channels, layers = maps[3], []
    for middle, growth in sizes:
        layers.append({
            **{"s1": draw(channels), "t1": draw(channels), "w1": kernel(1, channels, middle)},
            **{"s2": draw(middle), "t2": draw(middle), "w2": kernel(3, middle, growth)},
        })
        channels += growth
    return [draw(*maps), layers]


def transition(x, s, t, w):
    return channels_last(F.avg_pool2d(norm_relu_conv(channels_first(x), s, t, w), 2))


def dense_modules(c0, growth, layers):
    total = 0
    for channels in range(c0, c0 + layers * growth, growth):
        layer = [torch.nn.BatchNorm2d(channels), torch.nn.Conv2d(channels, 4 * growth, 1, bias=False)]
        layer += [torch.nn.BatchNorm2d(4 * growth), torch.nn.Conv2d(4 * growth, growth, 3, bias=False)]
        total += sum(parameter.numel() for module in layer for parameter in module.parameters())
    return torch.tensor(total)


write(
    f"{UNIT}/dense-block",
    [
        *[
            case(
                f"{list(maps)}, {sizes}",
                "denseBlock",
                dense_block,
                dense_args(maps, sizes),
                wrt=[(0,), (1, 0, "w1"), (1, len(sizes) - 1, "w2"), (1, 0, "s2")],
            )
            for maps, sizes in [
                ((2, 3, 4, 2), [(8, 2), (8, 2)]),
                ((1, 5, 3, 3), [(4, 1), (4, 1), (4, 1)]),
                ((3, 1, 2, 1), [(3, 2)]),
            ]
        ],
        *[
            case(
                f"transition of {list(maps)} to {outputs}",
                "transition",
                transition,
                [draw(*maps), draw(maps[3]), draw(maps[3]), kernel(1, maps[3], outputs)],
                wrt=[(0,), (1,), (3,)],
            )
            for maps, outputs in [((2, 4, 6, 4), 2), ((1, 5, 7, 3), 1), ((2, 2, 3, 1), 3)]
        ],
        *[
            case(f"parameters of {counts}", "denseParams", dense_modules, list(counts), numbers=True)
            for counts in [(64, 32, 1), (64, 32, 6), (512, 32, 16), (5, 3, 4)]
        ],
    ],
)


class Counted(torch.nn.Module):
    """Runs the layers on a real image: output shapes are torch's, MACs are products counted where they are made."""

    def __init__(self, channels, height, width, spec):
        super().__init__()
        self.steps, self.macs = torch.nn.ModuleList(), 0
        shape = (channels, height, width)
        for layer in spec:
            step = self.step(layer, shape)
            self.steps.append(step)
            with torch.no_grad():
                before, shape = shape, tuple(step(torch.zeros(1, *shape)).shape[1:])
            if layer["t"] == "conv":
                self.macs += sum(module.weight.numel() for module in step if isinstance(module, torch.nn.Conv2d)) * shape[1] * shape[2]
            if layer["t"] == "fc":
                self.macs += before[0] * before[1] * before[2] * layer["o"]
            if layer["t"] == "branch":
                self.macs += step.macs
        self.shape = shape

    def step(self, layer, shape):
        nn, kind = torch.nn, layer["t"]
        if kind == "conv":
            stride, padding, groups, norm = layer.get("s", 1), layer.get("p", 0), layer.get("g", 1), layer.get("bn", False)
            bias = layer.get("bias", not norm)
            parts = [nn.Conv2d(shape[0], layer["o"], layer["k"], stride, padding, groups=groups, bias=bias)]
            return nn.Sequential(*parts, *([nn.BatchNorm2d(layer["o"])] if norm else [])).eval()
        if kind == "pool":
            return nn.MaxPool2d(layer["k"], layer["s"], layer.get("p", 0), ceil_mode=layer.get("ceil", False))
        if kind == "gap":
            return nn.AdaptiveAvgPool2d(1)
        if kind == "bn":
            return nn.BatchNorm2d(shape[0]).eval()
        if kind == "relu":
            return nn.ReLU()
        if kind == "fc":
            linear = nn.Linear(shape[0] * shape[1] * shape[2], layer["o"], bias=layer.get("bias", True))
            return nn.Sequential(nn.Flatten(), linear, nn.Unflatten(1, (layer["o"], 1, 1)))
        return Branches(shape, layer)

    def forward(self, x):
        for step in self.steps:
            x = step(x)
        return x


class Branches(torch.nn.Module):
    def __init__(self, shape, layer):
        super().__init__()
        self.nets, self.join = torch.nn.ModuleList(Counted(*shape, branch) for branch in layer["b"]), layer["join"]
        self.macs = sum(net.macs for net in self.nets)

    def forward(self, x):
        results = [net(x) for net in self.nets]
        return torch.cat(results, 1) if self.join == "concat" else sum(results)


def count_net(shape, spec):
    height, width, channels = shape
    net = Counted(channels, height, width, spec)
    depth, rows, columns = net.shape
    return {
        "params": torch.tensor(sum(parameter.numel() for parameter in net.parameters())),
        "macs": torch.tensor(net.macs),
        "out": torch.tensor([rows, columns, depth]),
    }


LENET = [
    *[{"t": "conv", "k": 5, "o": 6}, {"t": "pool", "k": 2, "s": 2}, {"t": "conv", "k": 5, "o": 16}, {"t": "pool", "k": 2, "s": 2}],
    *[{"t": "fc", "o": 120}, {"t": "relu"}, {"t": "fc", "o": 84}, {"t": "relu"}, {"t": "fc", "o": 10}],
]
INCEPTION = {
    "t": "branch",
    "b": [
        [{"t": "conv", "k": 1, "o": 4}],
        [{"t": "conv", "k": 1, "o": 3}, {"t": "relu"}, {"t": "conv", "k": 3, "o": 6, "p": 1, "g": 3}],
        [{"t": "pool", "k": 3, "s": 1, "p": 1}, {"t": "conv", "k": 1, "o": 2, "bias": False}],
    ],
    "join": "concat",
}
RESIDUAL = {
    "t": "branch",
    "b": [
        [
            *[{"t": "conv", "k": 1, "o": 2, "bn": True}, {"t": "conv", "k": 3, "o": 2, "p": 1, "s": 2, "bn": True}],
            {"t": "conv", "k": 1, "o": 8, "bn": True, "bias": True},
        ],
        [{"t": "conv", "k": 1, "o": 8, "s": 2, "bn": True}],
    ],
    "join": "add",
}
DENSE = {"t": "branch", "b": [[], [{"t": "bn"}, {"t": "relu"}, {"t": "conv", "k": 3, "o": 2, "p": 1, "bias": False}]], "join": "concat"}

write(
    f"{UNIT}/param-count",
    [
        case(title, "countNet", count_net, [shape, spec], [("params",), ("macs",), ("out",)], numbers=True)
        for title, shape, spec in [
            ("LeNet-5", [32, 32, 1], LENET),
            ("inception, pooling rounded up", [9, 8, 3], [INCEPTION, {"t": "pool", "k": 3, "s": 2, "ceil": True}, {"t": "bn"}, {"t": "gap"}]),
            ("residual at odd sides", [7, 5, 4], [RESIDUAL, {"t": "relu"}, {"t": "fc", "o": 3, "bias": False}]),
            ("dense layers", [6, 4, 3], [DENSE, DENSE, {"t": "pool", "k": 2, "s": 2}, {"t": "gap"}, {"t": "fc", "o": 5}]),
            ("depthwise", [5, 6, 4], [{"t": "conv", "k": 3, "o": 8, "g": 4, "p": 1, "s": 2}, {"t": "fc", "o": 2}]),
        ]
    ],
)

"""Goldens of 05-convolution/pool2d, conv2d-backward, maxpool-backward, im2col-conv, depthwise-separable, transposed-conv.

Usage: python3 scripts/goldens/convolution_backward.py
"""

import torch
from torch.nn import functional

from golden import case, draw, write


def nchw(x):
    """PyTorch keeps the channels of images first."""
    return x.permute(0, 3, 1, 2)


def nhwc(x):
    return x.permute(0, 2, 3, 1)


def pool2d(x, k, stride, pad, mode):
    if mode == "max":
        return nhwc(functional.max_pool2d(nchw(x), k, stride, pad))
    return nhwc(functional.avg_pool2d(nchw(x), k, stride, pad, count_include_pad=False))


def max_pool_backward(dy, x, k, stride):
    leaf = x.detach().requires_grad_()
    return torch.autograd.grad(nhwc(functional.max_pool2d(nchw(leaf), k, stride)), leaf, dy)[0]


def max_pool_arguments(x, k, stride):
    n, h, w, c = x.shape
    return [draw(n, (h - k) // stride + 1, (w - k) // stride + 1, c), x, k, stride]


def oihw(w):
    """Filters [kh, kw, C, O] as PyTorch keeps them."""
    return w.permute(3, 2, 0, 1)


def conv2d_backward(dy, x, w, options):
    leaves = [x.detach().requires_grad_(), w.detach().requires_grad_(), torch.zeros(w.shape[3]).double().requires_grad_()]
    y = nhwc(functional.conv2d(nchw(leaves[0]), oihw(leaves[1]), leaves[2], options["stride"], options["pad"]))
    dx, dw, db = torch.autograd.grad(y, leaves, dy)
    return {"dx": dx, "dw": dw, "db": db}


def windows(size, k, options):
    return (size + 2 * options["pad"] - k) // options["stride"] + 1


def conv2d_backward_arguments(image, kernel, options):
    (n, h, w, _), (kh, kw, _, o) = image, kernel
    return [draw(n, windows(h, kh, options), windows(w, kw, options), o), draw(*image), draw(*kernel), options]


def im2col(x, k, stride, pad):
    """`unfold` gives [N, C·kh·kw, H'·W'], with the channel as the slowest of a window's indices."""
    n, c = x.shape[0], x.shape[3]
    columns = functional.unfold(nchw(x), k, padding=pad, stride=stride)
    return columns.reshape(n, c, k[0] * k[1], -1).permute(0, 3, 2, 1).reshape(-1, k[0] * k[1] * c)


def conv_im2col(x, w, stride, pad):
    return nhwc(functional.conv2d(nchw(x), oihw(w), None, stride, pad))


def depthwise_separable(x, dw, pw, options):
    groups = x.shape[3]
    z = functional.conv2d(nchw(x), dw.permute(2, 3, 0, 1), None, options["stride"], options["pad"], groups=groups)
    return nhwc(z) @ pw


def conv_transpose(x, w, options):
    """Filters [kh, kw, Cout, Cin] are [Cin, Cout, kh, kw] in PyTorch."""
    return nhwc(functional.conv_transpose2d(nchw(x), w.permute(3, 2, 0, 1), None, options["stride"], options["pad"]))


CONVOLUTIONS = [
    ((1, 4, 5, 2), (3, 2, 2, 3), {"stride": 1, "pad": 0}),
    ((2, 5, 5, 3), (3, 3, 3, 3), {"stride": 1, "pad": 1}),
    ((2, 7, 6, 1), (2, 3, 1, 4), {"stride": 3, "pad": 0}),
    ((2, 6, 8, 3), (3, 3, 3, 2), {"stride": 2, "pad": 1}),
    ((1, 3, 4, 4), (1, 1, 4, 2), {"stride": 2, "pad": 0}),
]

write(
    "05-convolution/pool2d",
    [
        case(f"{shape}, {mode}, k {k}, stride {s}, pad {p}", "pool2d", pool2d, [draw(*shape), k, s, p, mode], wrt=[(0,)])
        for shape, k, s, p in [((1, 4, 5, 1), 2, 2, 0), ((2, 7, 5, 3), 3, 2, 1), ((2, 6, 8, 2), 4, 1, 2), ((1, 5, 7, 2), 2, 3, 1)]
        for mode in ["max", "avg"]
    ],
)
write(
    "05-convolution/conv2d-backward",
    [
        case(
            f"x {image}, w {kernel}, {options}",
            "conv2dBackward",
            conv2d_backward,
            conv2d_backward_arguments(image, kernel, options),
            outputs=[("dx",), ("dw",), ("db",)],
        )
        for image, kernel, options in CONVOLUTIONS
    ],
)
write(
    "05-convolution/maxpool-backward",
    [
        case(f"{title}, k {k}, stride {s}", "maxPoolBackward", max_pool_backward, max_pool_arguments(x, k, s))
        for title, x, k, s in [
            ("4 x 6", draw(1, 4, 6, 2), 2, 2),
            ("7 x 5, overlapping", draw(2, 7, 5, 3), 3, 2),
            ("7 x 8 with rows left over", draw(2, 7, 8, 1), 2, 3),
            ("whole numbers with ties", draw(2, 6, 5, 2).round(), 3, 1),
            ("zeros", torch.zeros(1, 4, 4, 1).double(), 2, 2),
        ]
    ],
)
write(
    "05-convolution/im2col-conv",
    [
        *[
            case(f"im2col of {image}, k {k}, stride {s}, pad {p}", "im2col", im2col, [draw(*image), k, s, p], wrt=[(0,)])
            for image, k, s, p in [((1, 3, 3, 1), [2, 2], 1, 0), ((2, 4, 5, 3), [3, 2], 1, 1), ((2, 7, 6, 2), [2, 3], 3, 0)]
        ],
        *[
            case(
                f"x {image}, w {kernel}, {options}",
                "convIm2col",
                conv_im2col,
                [draw(*image), draw(*kernel), options["stride"], options["pad"]],
                wrt=[(0,), (1,)],
            )
            for image, kernel, options in CONVOLUTIONS
        ],
    ],
)
write(
    "05-convolution/depthwise-separable",
    [
        case(
            f"x {image}, kernel {kernel[:2]}, {kernel[3]} outputs, {options}",
            "depthwiseSeparable",
            depthwise_separable,
            [draw(*image), draw(*kernel[:3], 1), draw(*kernel[2:]), options],
            wrt=[(0,), (1,), (2,)],
        )
        for image, kernel, options in CONVOLUTIONS
    ],
)
write(
    "05-convolution/transposed-conv",
    [
        case(
            f"x {image}, w {kernel}, {options}",
            "convTranspose",
            conv_transpose,
            [draw(*image), draw(*kernel), options],
            wrt=[(0,), (1,)],
        )
        for image, kernel, options in [
            ((1, 5, 5, 2), (4, 4, 3, 2), {"stride": 2, "pad": 1}),
            ((2, 3, 4, 3), (3, 2, 2, 3), {"stride": 1, "pad": 0}),
            ((2, 4, 2, 1), (2, 3, 4, 1), {"stride": 3, "pad": 0}),
            ((1, 2, 3, 4), (2, 2, 1, 4), {"stride": 2, "pad": 0}),
            ((1, 4, 5, 2), (5, 3, 2, 2), {"stride": 2, "pad": 2}),
        ]
    ],
)

"""Goldens of unit 07: iou, nms, meanIou, pck, pixelCrossEntropy, bilinear.

Usage: python3 scripts/goldens/vision_tasks.py
"""

import torch

from golden import case, draw, write


def iou(a, b):
    """Areas counted on the grid of all coordinates: each of its cells is inside a box or outside."""
    boxes = torch.tensor([a, b], dtype=torch.float64)
    xs, ys = boxes[:, [0, 2]].unique(), boxes[:, [1, 3]].unique()
    cells = (xs[1:] - xs[:-1])[:, None] * (ys[1:] - ys[:-1])

    def covers(box):
        return ((box[0] <= xs[:-1]) & (xs[1:] <= box[2]))[:, None] & ((box[1] <= ys[:-1]) & (ys[1:] <= box[3]))

    inside = [covers(box) for box in boxes]
    union = cells[inside[0] | inside[1]].sum()
    return cells[inside[0] & inside[1]].sum() / union if union > 0 else torch.tensor(0.0)


write(
    "07-vision-tasks/iou",
    [
        case(title, "iou", iou, [a, b], numbers=True)
        for title, a, b in [
            ("a corner each", [0.0, 0.0, 2.0, 2.0], [1.0, 1.0, 3.0, 3.0]),
            ("a cross", [-2.5, -0.5, 2.5, 0.75], [-1.0, -3.0, 0.5, 4.0]),
            ("one inside the other", [0.1, 0.2, 7.3, 5.4], [1.7, 2.9, 3.3, 3.1]),
            ("apart along both axes", [0.0, 0.0, 1.0, 1.0], [2.0, 3.0, 4.0, 4.0]),
            ("no area", [1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0]),
        ]
    ],
)


def nms(boxes, scores, o):
    """All IoUs at once; the kept set then grows box by box."""
    count = len(boxes)
    corners = torch.tensor(boxes, dtype=torch.float64).reshape(count, 4)
    size = (corners[:, 2:] - corners[:, :2]).prod(1)
    low = torch.maximum(corners[:, None, :2], corners[None, :, :2])
    high = torch.minimum(corners[:, None, 2:], corners[None, :, 2:])
    shared = (high - low).clamp(min=0).prod(2)
    overlaps = shared / (size[:, None] + size[None, :] - shared)
    values = torch.tensor(scores, dtype=torch.float64)
    order = torch.argsort(values, descending=True, stable=True)
    kept = []
    for index in order[values[order] >= o.get("scoreThreshold", -torch.inf)].tolist():
        if not (overlaps[index, kept] > o["iouThreshold"]).any():
            kept.append(index)
    return torch.tensor(kept[: o.get("maxOutput", count)], dtype=torch.float64)


def crowd(count):
    """Boxes around a few places, so that many overlap."""
    corner = torch.randint(0, 4, (count, 2)) * 6 + torch.rand(count, 2) * 3
    return torch.cat([corner, corner + 4 + 4 * torch.rand(count, 2)], 1).double().tolist()


write(
    "07-vision-tasks/nms",
    [
        case(
            f"{count} boxes, {o}",
            "nms",
            nms,
            [crowd(count), torch.rand(count).double().tolist(), o],
            numbers=True,
        )
        for count, o in [
            (2, {"iouThreshold": 0.5}),
            (12, {"iouThreshold": 0.3}),
            (30, {"iouThreshold": 0.5, "scoreThreshold": 0.4}),
            (30, {"iouThreshold": 0.2, "maxOutput": 6}),
            (60, {"iouThreshold": 0.45}),
        ]
    ],
)


def mean_iou(pred, truth, K, ignore=255):
    """Intersections and unions of the classes' masks."""
    p, t = torch.tensor(pred), torch.tensor(truth)
    p, t = p[t != ignore], t[t != ignore]
    predicted, true = (labels[None, :] == torch.arange(K)[:, None] for labels in (p, t))
    iou = (predicted & true).sum(1).double() / (predicted | true).sum(1)
    return {
        "confusion": true.double() @ predicted.double().T,
        "iou": iou,
        "miou": torch.nanmean(iou),
        "accuracy": (p == t).double().mean(),
    }


def segmentation(count, K, present, ignored):
    truth = torch.randint(present, (count,))
    pred = torch.where(torch.rand(count) < 0.6, truth, torch.randint(present, (count,)))
    return [pred.tolist(), torch.where(torch.rand(count) < ignored, 255, truth).tolist(), K]


write(
    "07-vision-tasks/mean-iou",
    [
        case(title, "meanIou", mean_iou, args, [("confusion",), ("iou",), ("miou",), ("accuracy",)], numbers=True)
        for title, args in [
            ("two classes", segmentation(10, 2, 2, 0.0)),
            ("two of five classes are absent", segmentation(20, 5, 3, 0.0)),
            ("a third of the pixels is ignored", segmentation(40, 4, 4, 0.33)),
            ("class 0 is ignored", [[0, 1, 2, 2, 1, 0], [0, 0, 2, 1, 1, 2], 3, 0]),
            ("no pixel counts", [[0, 1], [255, 255], 2]),
        ]
    ],
)


def pck(pred, truth, visible, ref, alpha):
    """Distances in units of the reference length, of all joints at once; those not visible are NaN."""
    positions = [torch.tensor(points, dtype=torch.float64) for points in (pred, truth)]
    distances = (positions[0] - positions[1]).norm(dim=2) / torch.tensor(ref, dtype=torch.float64)[:, None]
    correct = (distances <= alpha).double().masked_fill(~torch.tensor(visible), torch.nan)
    return {"perJoint": correct.nanmean(0), "mean": correct.nanmean()}


def pose(persons, joints, share, alpha):
    ref = 5 + 30 * torch.rand(persons).double()
    truth = 100 * torch.rand(persons, joints, 2).double()
    pred = truth + alpha * ref[:, None, None] * torch.randn(persons, joints, 2).double()
    visible = torch.rand(persons, joints) < share
    return [pred.tolist(), truth.tolist(), visible.tolist(), ref.tolist(), alpha]


write(
    "07-vision-tasks/pck",
    [
        case(title, "pck", pck, args, [("perJoint",), ("mean",)], numbers=True)
        for title, args in [
            ("one person", pose(1, 5, 1.0, 0.2)),
            ("some joints are hidden", pose(6, 3, 0.6, 0.3)),
            ("seventeen joints", pose(8, 17, 0.5, 0.1)),
            ("nothing is visible", pose(2, 3, 0.0, 0.5)),
            ("at the edge of the tolerance", [[[[3.0, 4.0]]], [[[0.0, 0.0]]], [[True]], [10.0], 0.5]),
        ]
    ],
)


def pixel_cross_entropy(z, labels, ignore=255):
    """PyTorch's own loss, with channels first; it gives NaN where no pixel counts."""
    if (labels == ignore).all():
        return 0 * z.sum()
    return torch.nn.functional.cross_entropy(z.permute(0, 3, 1, 2), labels.long(), ignore_index=ignore)


def pixels(shape, ignored, ignore):
    labels = torch.randint(shape[3], shape[:3])
    return torch.where(torch.rand(shape[:3]) < ignored, ignore, labels).int()


write(
    "07-vision-tasks/pixel-cross-entropy",
    [
        case(
            f"{list(shape)}, {ignored:.0%} ignored, label {ignore}",
            "pixelCrossEntropy",
            pixel_cross_entropy,
            [draw(*shape, scale=3), pixels(shape, ignored, ignore), *([] if ignore == 255 else [ignore])],
            wrt=[(0,)],
        )
        for shape, ignored, ignore in [
            ((1, 2, 3, 4), 0.0, 255),
            ((2, 3, 2, 5), 0.4, 255),
            ((2, 4, 3, 3), 0.5, -1),
            ((1, 5, 4, 2), 0.3, 0),
            ((1, 2, 2, 3), 1.0, 255),
        ]
    ],
)


def bilinear(x, out_h, out_w):
    channels_first = x.permute(0, 3, 1, 2)
    y = torch.nn.functional.interpolate(channels_first, size=(out_h, out_w), mode="bilinear", align_corners=False)
    return y.permute(0, 2, 3, 1)


write(
    "07-vision-tasks/bilinear-upsample",
    [
        case(
            f"{list(shape)} to {out_h} by {out_w}",
            "bilinear",
            bilinear,
            [draw(*shape), out_h, out_w],
            wrt=[(0,)],
        )
        for shape, out_h, out_w in [
            ((1, 3, 4, 1), 6, 8),
            ((2, 3, 5, 2), 7, 4),
            ((1, 7, 6, 3), 3, 2),
            ((2, 1, 4, 2), 5, 9),
            ((1, 4, 4, 2), 5, 5),
        ]
    ],
)

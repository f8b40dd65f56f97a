"""Goldens of 03-likelihood: log-sum-exp and the log-likelihoods.

Usage: python3 scripts/goldens/likelihood.py
"""

import torch

from golden import case, draw, write


def log_sum_exp(z):
    return torch.logsumexp(z, 1)


write(
    "03-likelihood/log-sum-exp",
    [
        *[
            case(f"{n} examples, {k} classes", "logSumExp", log_sum_exp, [draw(n, k, scale=2.0)], wrt=[(0,)])
            for n, k in [(1, 1), (2, 3), (5, 4), (3, 9)]
        ],
        case("logits of 1000", "logSumExp", log_sum_exp, [torch.tensor([[1000.0, 1000.0], [-1000.0, -1001.0]]).double()], wrt=[(0,)]),
        case("minus infinity", "logSumExp", log_sum_exp, [torch.tensor([[-torch.inf, 2.0], [-torch.inf, -torch.inf]]).double()]),
    ],
)


def gaussian(x, mu, log_sigma):
    return torch.distributions.Normal(mu, torch.exp(log_sigma)).log_prob(x).sum()


def scalar(value):
    return torch.tensor(value).float().double()


write(
    "03-likelihood/gaussian-loglik",
    [
        case(f"{n} observations, log sigma {s}", "gaussianLogLik", gaussian, [draw(n, scale=2.0), draw(), scalar(s)], wrt=[(0,), (1,), (2,)])
        for n, s in [(1, 0.0), (2, -1.5), (5, 0.7), (9, 2.0)]
    ]
    + [case("far away", "gaussianLogLik", gaussian, [torch.tensor([100.0, -50.0]).double(), scalar(0.0), scalar(0.5)], wrt=[(0,), (1,), (2,)])],
)


def categorical(labels, z):
    return -torch.nn.functional.cross_entropy(z, labels, reduction="sum")


write(
    "03-likelihood/categorical-loglik",
    [
        case(f"{n} examples, {k} classes", "categoricalLogLik", categorical, [torch.randint(k, (n,)), draw(n, k, scale=2.0)], wrt=[(1,)])
        for n, k in [(1, 1), (2, 3), (5, 4), (3, 9)]
    ]
    + [case("logits of 1000", "categoricalLogLik", categorical, [torch.tensor([1, 0]), torch.tensor([[1000.0, 0.0], [0.0, -1000.0]]).double()], wrt=[(1,)])],
)


def bernoulli(y, z):
    return -torch.nn.functional.binary_cross_entropy_with_logits(z, y, reduction="sum")


write(
    "03-likelihood/bernoulli-loglik",
    [
        case(f"{n} labels", "bernoulliLogLik", bernoulli, [torch.randint(2, (n,)).double(), draw(n, scale=2.0)], wrt=[(1,)])
        for n in [1, 2, 5, 9]
    ]
    + [
        case("logits of 1000 and 0", "bernoulliLogLik", bernoulli, [torch.tensor([1.0, 0.0, 1.0, 0.0]).double(), torch.tensor([1000.0, 1000.0, 0.0, 0.0]).double()], wrt=[(1,)])
    ],
)


def distributions(n, k, scale=1.0):
    return torch.softmax(draw(n, k, scale=scale), dim=1).float().double()


def kl(p, q):
    return torch.nn.functional.kl_div(torch.log(q), p, reduction="none").sum(1)


def kl_of_categoricals(p, q):
    """Right where probabilities are 0; it normalizes, so there is no gradient in q alone to compare."""
    return torch.distributions.kl_divergence(torch.distributions.Categorical(p), torch.distributions.Categorical(q))


write(
    "03-likelihood/kl-divergence",
    [
        case(f"{n} rows, {k} classes", "klDivergence", kl, [distributions(n, k), distributions(n, k, scale=2.0)], wrt=[(1,)])
        for n, k in [(1, 1), (2, 3), (5, 4), (3, 9)]
    ]
    + [
        case("zeros in p", "klDivergence", kl, [torch.tensor([[1.0, 0.0, 0.0], [0.0, 0.5, 0.5]]).double(), distributions(2, 3)], wrt=[(1,)]),
        case(
            "zeros in both",
            "klDivergence",
            kl_of_categoricals,
            [torch.tensor([[0.25, 0.75, 0.0], [0.0, 1.0, 0.0], [0.5, 0.5, 0.0]]).double(), torch.tensor([[0.5, 0.5, 0.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]).double()],
        ),
    ],
)


def report(t, z):
    return {
        "crossEntropy": torch.nn.functional.cross_entropy(z, t),
        "entropy": torch.special.entr(t).sum(1).mean(),
        "kl": torch.nn.functional.kl_div(torch.log_softmax(z, 1), t, reduction="batchmean"),
        "nll": torch.nn.functional.cross_entropy(z, t, reduction="sum"),
    }


PATHS = [("crossEntropy",), ("entropy",), ("kl",), ("nll",)]
write(
    "03-likelihood/nll-cross-entropy",
    [
        *[
            case(f"{n} examples, {k} classes", "nllReport", report, [distributions(n, k), draw(n, k, scale=2.0)], PATHS, wrt=[(1,)])
            for n, k in [(1, 1), (2, 3), (5, 4), (3, 9)]
        ],
        case("one-hot targets", "nllReport", report, [torch.eye(3).double(), draw(3, 3, scale=2.0)], PATHS, wrt=[(1,)]),
        case(
            "logits of 1000",
            "nllReport",
            report,
            [torch.tensor([[0.5, 0.5], [0.0, 1.0]]).double(), torch.tensor([[1000.0, -1000.0], [0.0, 1000.0]]).double()],
            PATHS,
            wrt=[(1,)],
        ),
    ],
)

"""What the scripts beside it share: cases of one exercise, as tests/golden/UNIT/SLUG.json keeps them.

Values and gradients are PyTorch's (or plain Python's, where there is nothing to differentiate): an independent truth, in
which neither tfjs nor our own code takes part. Inputs are rounded to float32, everything is computed in float64. Needs
PyTorch; run a script again only when a case is added, and commit what it wrote.
"""

import json
import math
import pathlib
import platform
import sys

import torch

GOLDEN = pathlib.Path(__file__).resolve().parent.parent.parent / "tests" / "golden"
SEED = 20261123
torch.manual_seed(SEED)


def draw(*shape, scale=1.0):
    """Standard normal times `scale`, rounded to float32, as float64."""
    return (scale * torch.randn(shape)).float().double()


def number(value):
    """JSON has no NaN and no infinity."""
    return str(value).replace("inf", "Infinity").replace("nan", "NaN") if not math.isfinite(value) else value


def plain(tensor):
    tensor = torch.as_tensor(tensor)
    return {"shape": list(tensor.shape), "values": [number(value) for value in tensor.detach().double().reshape(-1).tolist()]}


def argument(value):
    """A call's argument: tensors by their dtype (float → float32, integers → int32), the rest as it is."""
    if isinstance(value, torch.Tensor):
        dtype = "float32" if value.dtype.is_floating_point else "int32"
        return {"$tensor": {"dtype": dtype, **plain(value)}}
    if isinstance(value, (list, tuple)):
        return [argument(entry) for entry in value]
    if isinstance(value, dict):
        return {key: argument(entry) for key, entry in value.items()}
    return number(value) if isinstance(value, float) else value


def at(value, path):
    for key in path:
        value = value[key]
    return value


def leaves_of(value):
    """Copies of the arguments that can be differentiated."""
    if isinstance(value, torch.Tensor):
        return value.clone().requires_grad_() if value.dtype.is_floating_point else value
    if isinstance(value, (list, tuple)):
        return [leaves_of(entry) for entry in value]
    if isinstance(value, dict):
        return {key: leaves_of(entry) for key, entry in value.items()}
    return value


def case(title, fn, function, args, outputs=((),), wrt=(), driver=None, numbers=False):
    """One call and what is due.

    function: the truth, of the same arguments; tensors, numbers, or lists and dicts of them.
    outputs: paths into the result that are compared; numbers=True: they are plain numbers.
    wrt: argument paths whose gradients are compared, of the sum of upstream * the first output.
    driver: the exercise's driver that makes the call.
    """
    leaves = leaves_of(args)
    result = function(*leaves)
    golden = {
        "title": title,
        **({"driver": driver} if driver else {"fn": fn}),
        "args": [argument(value) for value in args],
        "outputs": [{"path": list(path), "numbers": numbers, **plain(at(result, path))} for path in outputs],
    }
    if wrt:
        output = at(result, outputs[0])
        upstream = draw(*output.shape)
        gradients = torch.autograd.grad((output * upstream).sum(), [at(leaves, path) for path in wrt], allow_unused=False)
        golden["gradients"] = {
            "output": list(outputs[0]),
            "upstream": plain(upstream),
            "wrt": [{"path": list(path), **plain(gradient)} for path, gradient in zip(wrt, gradients)],
        }
    return golden


def write(exercise, cases):
    """Writes tests/golden/UNIT/SLUG.json; at least four cases."""
    file = GOLDEN / f"{exercise}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    provenance = {
        "by": f"scripts/goldens/{pathlib.Path(sys.argv[0]).name}",
        "torch": torch.__version__,
        "python": platform.python_version(),
        "precision": "float64, inputs rounded to float32",
        "seed": SEED,
    }
    file.write_text(json.dumps({"provenance": provenance, "exercise": exercise, "cases": cases}) + "\n")

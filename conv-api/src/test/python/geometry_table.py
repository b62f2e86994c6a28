"""Writes the table of result shapes and windows that GeometryTest compares Geometry with.

Run in conv-api:

    python3 src/test/python/geometry_table.py

Nothing in it is computed from a formula: scipy.signal.convolve and numpy.convolve are run on
operands of random integers, and the place of what they return is looked up in the full result. The
integers are so large that it occurs there once.

A row is convention,mode,in1,in2,output,offset with extents joined by "x" and "scalar" for rank 0;
"error" and nothing stand for output and offset where the library raises a ValueError.
"""

import itertools
from pathlib import Path

import numpy as np
import scipy
from scipy import signal

OUTPUT = Path(__file__).parents[1] / "resources/org/conv4j/api/geometry.csv"
SEED = 20
MODES = ["full", "same", "valid"]
VECTORS = [(n,) for n in range(1, 9)]
IMAGES = list(itertools.product(range(1, 5), repeat=2))


def scipy_convolve(a, b, mode):
    return np.asarray(signal.convolve(a, b, mode=mode, method="direct"))


def window(result, full):
    """The one offset at which the result stands in the full result."""
    ranges = [range(f - r + 1) for f, r in zip(full.shape, result.shape)]
    found = [
        offset
        for offset in itertools.product(*ranges)
        if np.array_equal(full[tuple(slice(o, o + r) for o, r in zip(offset, result.shape))], result)
    ]
    if len(found) != 1:
        raise AssertionError(f"{result.shape} occurs {len(found)} times in {full.shape}")
    return found[0]


def text(extents):
    return "x".join(map(str, extents)) or "scalar"


def row(convention, convolve, mode, in1, in2, rng):
    a = rng.integers(1, 2**20, in1)
    b = rng.integers(1, 2**20, in2)
    try:
        result = convolve(a, b, mode)
    except ValueError:
        output, offset = "error", ""
    else:
        output, offset = text(result.shape), text(window(result, convolve(a, b, "full")))
    return ",".join([convention, mode, text(in1), text(in2), output, offset])


def main():
    rng = np.random.default_rng(SEED)
    scipy_pairs = [
        *itertools.product([()] + VECTORS, repeat=2),
        *itertools.product(IMAGES, repeat=2),
        *itertools.product(VECTORS[:2], IMAGES[:4]),
    ]
    numpy_pairs = [*itertools.product([()] + VECTORS, repeat=2), *itertools.product(IMAGES[:4], VECTORS[:2])]
    rows = []
    for convention, convolve, pairs in [
        ("SCIPY", scipy_convolve, scipy_pairs),
        ("NUMPY", np.convolve, numpy_pairs),
    ]:
        for (in1, in2), mode in itertools.product(pairs, MODES):
            rows.append(row(convention, convolve, mode, in1, in2, rng))
    header = [
        "# Shapes and windows of the results of scipy.signal.convolve (method direct) and numpy.convolve.",
        f"# scipy {scipy.__version__}, numpy {np.__version__}; seed {SEED}; {len(rows)} rows",
        "# Written by, in conv-api: python3 src/test/python/geometry_table.py",
        "convention,mode,in1,in2,output,offset",
    ]
    OUTPUT.write_text("\n".join(header + rows) + "\n", encoding="ascii", newline="\n")
    print(f"{len(rows)} rows in {OUTPUT.name}")


if __name__ == "__main__":
    main()

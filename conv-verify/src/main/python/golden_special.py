"""Vectors of special numbers, and of every defect that DEVIATIONS.md tells of a library."""

import math

import numpy as np
from golden_exact import one_larger
from golden_library import MODES, shape_name, vector
from golden_values import FLOATS, integers, positive, seed_of, typed

# ---- Special numbers, at every kind of place -----------------------------------------------------

# Signal, kernel; the last of each row has the second operand larger.
SHAPES = {
    1: [((6,), (3,)), ((5,), (4,)), ((3,), (5,))],
    2: [((3, 4), (2, 3)), ((3, 3), (3, 2)), ((2, 2), (3, 3))],
    3: [((2, 3, 2), (2, 2, 2)), ((1, 3, 2), (1, 2, 2)), ((2, 2, 1), (2, 3, 1))],
}
NUMPY_SHAPES = [((6,), (3,)), ((5,), (4,)), ((3,), (5,)), ((2,), (6,)), ((4,), (4,))]
PLACES = ("signal-middle", "signal-edge", "kernel-middle", "kernel-edge")
# Where a second number goes, if there is one: beside the first, or in the other operand.
PAIRS = ("beside", "across")


def numbers(dtype):
    """Names and numbers; the regime of all other elements keeps sums of great ones from cancelling."""
    finfo = np.finfo(dtype)
    double = finfo.precision > 10
    tiny, great = (1e-300, 1e200) if double else (1e-37, 1e25)
    return {
        "nan": (math.nan, integers),
        "inf": (math.inf, integers),
        "minus-inf": (-math.inf, integers),
        "minus-zero": (-0.0, integers),
        "smallest": (float(finfo.smallest_subnormal), integers),
        "subnormal": (float(finfo.smallest_normal) / 3, integers),
        "tiny": (tiny, integers),
        "great": (great, positive),
        "largest": (float(finfo.max), positive),
    }


TWO_NUMBERS = (
    ("inf", "minus-inf"), ("inf", "inf"), ("nan", "inf"), ("inf", "minus-zero"), ("tiny", "great"),
    ("great", "tiny"), ("smallest", "largest"),
)


def put(array, place, value, turn):
    """A copy with one element replaced: in complex arrays the real part, the imaginary, or both."""
    changed = array.copy()
    index = array.size // 2 if place == "middle" else (0, -1)[turn % 2]
    flat = changed.reshape(-1)
    if array.dtype.kind != "c":
        flat[index] = value
    if array.dtype.kind == "c" and turn % 3 != 1:
        flat.real[index] = value
    if array.dtype.kind == "c" and turn % 3 != 0:
        flat.imag[index] = value
    return changed


def with_numbers(pair, place, values, across, turn):
    """Both operands with the numbers put in; across: the second goes into the other operand."""
    operand, where = place.split("-")
    first = 0 if operand == "signal" else 1
    changed = list(pair)
    changed[first] = put(changed[first], where, values[0], turn)
    if len(values) == 2:
        second = 1 - first if across else first
        other = "edge" if where == "middle" and not across else "middle"
        changed[second] = put(changed[second], other, values[1], turn)
    return changed


def special_vectors(convention, operation, shapes, dtypes, turns):
    """Every number at every place; shapes and modes take turns, so many of each."""
    vectors = []
    turn = 0
    for dtype in dtypes:
        table = numbers(dtype)
        cases = [((name,), False) for name in table]
        cases += [(names, across) for names in TWO_NUMBERS for across in (False, True)]
        for names, across in cases:
            for place in PLACES:
                for _ in range(turns):
                    vectors.append(special(
                        convention, operation, shapes[turn % len(shapes)], dtype, names, across,
                        place, turn,
                    ))
                    turn += 1
    return vectors


def special(convention, operation, pair, dtype, names, across, place, turn):
    table = numbers(dtype)
    regime = positive if any(table[name][1] is positive for name in names) else integers
    mode = MODES[(turn // len(NUMPY_SHAPES)) % 3]
    if mode == "valid" and not one_larger(*pair):
        mode = "full"
    how = f".{'across' if across else 'beside'}" if len(names) == 2 else ""
    label = (
        f"r{len(pair[0])}.{shape_name(pair[0])}-{shape_name(pair[1])}.{dtype}"
        f".{'-and-'.join(names)}{how}.{place}.{turn}"
    )
    rng = np.random.Generator(np.random.PCG64(seed_of(label)))
    # Parts of great complex numbers cancel unless the other operand is real.
    operands = [np.asarray(typed(rng, shape, 1, regime, dtype)) for shape in pair]
    if regime is positive:
        operands = [np.asarray(array.real.astype(dtype)) for array in operands]
    in1, in2 = with_numbers(operands, place, [table[name][0] for name in names], across, turn)
    return vector(f"{convention}.{operation}.{mode}.{label}", operation, mode, convention, in1, in2)


def scipy_special():
    shapes = [pair for pairs in zip(*SHAPES.values()) for pair in pairs]
    return special_vectors("scipy", "convolve", shapes, FLOATS, 2)


def numpy_special():
    return special_vectors("numpy", "convolve", NUMPY_SHAPES, FLOATS, 1)


def scipy_correlate_special():
    shapes = [pair for pairs in zip(*SHAPES.values()) for pair in pairs]
    return special_vectors("scipy", "correlate", shapes, ("float64", "complex64"), 1)


def numpy_correlate_special():
    return special_vectors("numpy", "correlate", NUMPY_SHAPES, ("complex128",), 1)

"""Golden vectors: what SciPy and NumPy answer, checked against exact arithmetic, as JSON files.

    python3 conv-verify/src/main/python/golden_vectors.py            writes the files
    python3 conv-verify/src/main/python/golden_vectors.py --check    compares the committed files

Exit codes: 0 written or equal; 1 a file differs; 2 wrong usage; 3 this Python cannot make the
files (the message says what is missing); 4 a library's result is wrong (nothing is written).

Two runs give equal bytes, on every x86-64 processor: seeds are fixed, and so is the kernel that
OpenBLAS would otherwise choose by the processor, since each kernel rounds differently.

Schema "conv4j-golden-vectors/1", one file:

    schema, convention ("scipy" or "numpy"), count, provenance, vectors

one vector: id, mode ("full", "same", "valid"), in1, in2, expected; one array: dtype (NumPy's name),
shape, data (flat, row-major), and for complex dtypes imag. The strings "nan", "inf" and "-inf"
stand for the numbers that JSON does not have. index.json lists the files in their order.

The sign of a zero in "expected" is the library's own; the definition does not determine it.
"""

import json
import math
import os
import platform
import sys
import zlib
from fractions import Fraction
from itertools import product
from pathlib import Path

# Read by OpenBLAS when it is loaded, so it has to be set before NumPy is imported.
os.environ["OPENBLAS_CORETYPE"] = "Prescott"

EXIT_DIFFERENT, EXIT_USAGE, EXIT_UNABLE, EXIT_WRONG = 1, 2, 3, 4
NUMPY_VERSION, SCIPY_VERSION = "2.4.6", "1.17.1"

try:
    import numpy as np
    import scipy
    import scipy.signal
except ImportError as missing:
    print(f"needs numpy {NUMPY_VERSION} and scipy {SCIPY_VERSION}: {missing}")
    sys.exit(EXIT_UNABLE)

SCHEMA = "conv4j-golden-vectors/1"
INDEX_SCHEMA = "conv4j-golden-vectors-index/1"
SCRIPT = "conv-verify/src/main/python/golden_vectors.py"
OUTPUT = Path(__file__).resolve().parent.parent / "resources/org/conv4j/verify/vector"
MODES = ("full", "same", "valid")
UNIT_ROUNDOFF = Fraction(1, 2**53)


class WrongResult(Exception):
    """A library's result that the definition contradicts."""


# ---- The definition, in exact arithmetic ---------------------------------------------------------


def window(n, k, mode, convention):
    """The first index and the extent of the part of the full result, along one axis."""
    short, long = min(n, k), max(n, k)
    if mode == "full":
        return 0, n + k - 1
    if mode == "valid":
        return short - 1, long - short + 1
    if convention == "scipy":
        return (k - 1) // 2, n
    return (short - 1) // 2, long


def one_larger(shape1, shape2):
    """Whether one operand is at least as large as the other on every axis, as valid demands."""
    return all(n >= k for n, k in zip(shape1, shape2)) or all(
        n <= k for n, k in zip(shape1, shape2)
    )


def definition(in1, in2, mode, convention):
    """The output's shape, and for each output the exact sum, the sum of |a||b|, and how many."""
    windows = [window(n, k, mode, convention) for n, k in zip(in1.shape, in2.shape)]
    exact1 = {i: Fraction(float(in1[i])) for i in np.ndindex(in1.shape)}
    exact2 = {i: Fraction(float(in2[i])) for i in np.ndindex(in2.shape)}
    outputs = []
    for index in product(*(range(first, first + extent) for first, extent in windows)):
        taps = product(
            *(
                range(max(0, o - k + 1), min(n, o + 1))
                for o, n, k in zip(index, in1.shape, in2.shape)
            )
        )
        terms = [exact1[i] * exact2[tuple(o - j for o, j in zip(index, i))] for i in taps]
        outputs.append((sum(terms), sum(abs(term) for term in terms), len(terms)))
    return tuple(extent for _, extent in windows), outputs


def verify(name, in1, in2, mode, convention, result, exactly):
    """Refuses a result that the definition does not allow."""
    a, b = (in1, in2) if convention == "scipy" else (np.atleast_1d(in1), np.atleast_1d(in2))
    shape, outputs = definition(a, b, mode, convention)
    if result.dtype != np.float64 or result.shape != shape:
        raise WrongResult(f"{name}: {result.dtype} of {result.shape}, not float64 of {shape}")
    for index, (value, (exact, magnitude, terms)) in enumerate(zip(result.flat, outputs)):
        bound = 0 if exactly else terms * UNIT_ROUNDOFF * magnitude
        if not math.isfinite(value) or abs(Fraction(float(value)) - exact) > bound:
            raise WrongResult(
                f"{name}: output {index} is {value!r}, the definition gives {float(exact)!r},"
                f" more than {float(bound)!r} away"
            )


# ---- Values --------------------------------------------------------------------------------------


def integers(rng, shape, operand):
    """Small whole numbers."""
    return rng.integers(-9, 10, shape).astype(float)


def signed_zeros(rng, shape, operand):
    """Small whole numbers, of which about a third is 0.0 and a third -0.0."""
    values = rng.integers(1, 10, shape) * rng.choice([1.0, 0.0, -0.0], shape)
    flat = np.atleast_1d(values).reshape(-1)
    flat[0] = -0.0
    return flat.reshape(shape)


def uniform(rng, shape, operand):
    """Uniform in (-1, 1); six decimals keep the files small and still fill the significand."""
    return np.round(rng.uniform(-1, 1, shape), 6)


def normal(rng, shape, operand):
    """Normal with deviation 1."""
    return np.round(rng.standard_normal(shape), 6)


def alternating(rng, shape, operand):
    """Signs that alternate along the flat data, so that sums nearly cancel."""
    signs = (-1.0) ** np.arange(math.prod(shape)).reshape(shape)
    return signs * np.round(rng.uniform(0.5, 1, shape), 6)


def sparse(rng, shape, operand):
    """About one element in four is not zero, the last one never is."""
    values = np.where(rng.random(shape) < 0.25, np.round(rng.standard_normal(shape), 6), 0.0)
    flat = np.atleast_1d(values).reshape(-1)
    flat[-1] = np.round(rng.uniform(1, 2), 6)
    return flat.reshape(shape)


def decaying(rng, shape, operand):
    """A magnitude that is halved twice from each element to the next."""
    scales = 0.25 ** np.arange(math.prod(shape)).reshape(shape)
    return np.round(rng.uniform(-1, 1, shape), 6) * scales


def dyadic(rng, shape, operand):
    """Multiples of 2^-26 (in1) and 2^-20 (in2) in (-1, 1): up to 128 products add up exactly."""
    scale = 2.0**26 if operand == 1 else 2.0**20
    return rng.integers(1 - scale, scale, shape).astype(float) / scale


EXACT_REGIMES = (integers, signed_zeros, dyadic)
REGIMES = (integers, uniform, normal, alternating, sparse, decaying, signed_zeros)


def operand_pair(shape1, shape2, regime, seed):
    rng = np.random.Generator(np.random.PCG64(seed))
    return np.asarray(regime(rng, shape1, 1)), np.asarray(regime(rng, shape2, 2))


# ---- Vectors -------------------------------------------------------------------------------------


def encode(array):
    return {
        "dtype": array.dtype.name,
        "shape": list(array.shape),
        "data": [float(value) for value in array.flat],
    }


def vector(name, mode, convention, in1, in2, exactly=False):
    """One vector, its expected values from the library whose convention it is."""
    if convention == "scipy":
        result = scipy.signal.convolve(in1, in2, mode, method="direct")
    else:
        result = np.convolve(in1, in2, mode)
    result = np.asarray(result)
    verify(name, in1, in2, mode, convention, result, exactly)
    return {
        "id": name,
        "mode": mode,
        "in1": encode(in1),
        "in2": encode(in2),
        "expected": encode(result),
    }


def shape_name(shape):
    return "x".join(map(str, shape)) if shape else "scalar"


def random_vectors(convention, pairs, regimes_each):
    """Every pair of shapes in every mode that allows it; the regimes take turns."""
    vectors = []
    turn = 0
    for shape1, shape2 in pairs:
        shapes = f"r{max(len(shape1), len(shape2))}.{shape_name(shape1)}-{shape_name(shape2)}"
        for number in range(regimes_each):
            regime = REGIMES[turn % len(REGIMES)]
            turn += 1
            vectors += in_every_mode(convention, shapes, shape1, shape2, regime, number)
    return vectors


def in_every_mode(convention, shapes, shape1, shape2, regime, number):
    label = f"{shapes}.{regime.__name__.replace('_', '-')}.{number}"
    in1, in2 = operand_pair(shape1, shape2, regime, zlib.crc32(label.encode()))
    return [
        vector(
            f"{convention}.{mode}.{label}", mode, convention, in1, in2, regime in EXACT_REGIMES
        )
        for mode in MODES
        if mode != "valid" or one_larger(shape1, shape2)
    ]


SCIPY_PAIRS = {
    # In order: equal extents, in1 larger, in2 larger; odd and even; then those with extents of 1.
    1: [
        ((1,), (1,)), ((2,), (2,)), ((3,), (3,)), ((8,), (8,)),
        ((6,), (3,)), ((6,), (4,)), ((7,), (3,)), ((7,), (4,)), ((9,), (2,)), ((16,), (5,)),
        ((33,), (8,)),
        ((3,), (6,)), ((4,), (6,)), ((3,), (7,)), ((4,), (7,)), ((2,), (9,)), ((5,), (16,)),
        ((8,), (33,)),
        ((5,), (1,)), ((1,), (5,)), ((1,), (6,)),
    ],
    # The last rows of each rank are mixed: larger on some axes, smaller on others, without valid.
    2: [
        ((1, 1), (1, 1)), ((4, 4), (4, 4)), ((5, 5), (3, 3)), ((3, 4), (2, 3)), ((4, 3), (3, 2)),
        ((4, 4), (2, 2)), ((6, 5), (4, 3)), ((7, 8), (4, 3)), ((5, 6), (5, 2)), ((8, 5), (3, 5)),
        ((2, 3), (5, 6)), ((3, 3), (5, 5)), ((2, 2), (5, 4)), ((3, 2), (4, 7)),
        ((1, 6), (1, 3)), ((6, 1), (3, 1)), ((6, 5), (1, 1)), ((1, 1), (4, 5)), ((1, 4), (3, 5)),
        ((2, 6), (5, 3)), ((6, 2), (3, 5)), ((5, 1), (1, 4)), ((3, 4), (4, 3)),
    ],
    3: [
        ((1, 1, 1), (1, 1, 1)), ((3, 3, 3), (3, 3, 3)), ((3, 4, 5), (2, 3, 2)),
        ((4, 5, 3), (3, 2, 3)), ((4, 4, 4), (2, 2, 2)), ((5, 3, 4), (1, 3, 2)),
        ((2, 2, 2), (3, 4, 3)), ((2, 3, 1), (3, 4, 2)), ((1, 5, 1), (1, 2, 1)),
        ((2, 5, 3), (3, 2, 4)), ((4, 1, 3), (1, 4, 2)),
    ],
    4: [
        ((1, 1, 1, 1), (1, 1, 1, 1)), ((2, 2, 2, 2), (2, 2, 2, 2)), ((2, 3, 3, 2), (1, 2, 2, 2)),
        ((3, 2, 4, 3), (2, 2, 3, 1)), ((3, 3, 3, 3), (3, 1, 2, 2)), ((2, 1, 2, 2), (3, 2, 2, 3)),
        ((1, 4, 1, 3), (1, 2, 1, 3)), ((2, 3, 2, 3), (3, 2, 1, 4)), ((3, 1, 2, 2), (1, 3, 2, 1)),
    ],
}
SCIPY_LONG = [
    ((64,), (17,)), ((17,), (64,)), ((100,), (100,)), ((257,), (31,)), ((31,), (257,)),
    ((127,), (64,)), ((256,), (3,)),
]
NUMPY_PAIRS = [
    ((n,), (k,))
    for n, k in [
        (1, 1), (1, 2), (2, 1), (2, 2), (1, 9), (9, 1), (3, 2), (2, 3), (3, 3), (4, 2), (2, 4),
        (4, 3), (3, 4), (5, 4), (4, 5), (5, 5), (6, 3), (3, 6), (7, 4), (4, 7), (8, 5), (5, 8),
        (8, 8), (9, 2), (2, 9), (9, 6), (6, 9), (9, 9),
    ]
]
NUMPY_SCALARS = [((), ()), ((), (1,)), ((1,), ()), ((), (4,)), ((5,), ())]


def scipy_file(rank):
    if rank == 0:
        vectors = random_vectors("scipy", [((), ())], len(REGIMES))
    else:
        vectors = random_vectors("scipy", SCIPY_PAIRS[rank], 2 if rank < 4 else 1)
    if rank == 1:
        for shape1, shape2 in SCIPY_LONG:
            shapes = f"r1.{shape_name(shape1)}-{shape_name(shape2)}"
            vectors += in_every_mode("scipy", shapes, shape1, shape2, dyadic, 0)
    return vectors


def numpy_file():
    return random_vectors("numpy", NUMPY_PAIRS, 1) + random_vectors("numpy", NUMPY_SCALARS, 1)


# ---- Textbook examples ---------------------------------------------------------------------------

SIGNAL = [1, 2, 3, 4, 6, 8]
IMAGE = [[10, 10, 10, 80, 80], [10, 10, 10, 80, 80], [10, 10, 50, 80, 80], [10, 50, 80, 80, 80]]
FIRST_TEN = list(range(1, 11))
DIE = [1, 1, 1, 1, 1, 1]

# Name, in1, in2, modes, and the full result where a book prints it (None where none does).
TEXTBOOK = [
    ("lecture", SIGNAL, [0.1, 0.4, 0.5], MODES, [0.1, 0.6, 1.6, 2.6, 3.7, 5.2, 6.2, 4.0]),
    ("lecture-image", [[1, 2, 3], [4, 4, 7], [8, 9, 0]], [[0.1, 0.4], [0.3, 0.2]], MODES, None),
    ("reference", [1, 2, 3], [0, 1, 0.5], MODES, [0, 1, 2.5, 4, 1.5]),
    ("binomial-2", [1, 1], [1, 1], ("full",), [1, 2, 1]),
    ("binomial-3", [1, 2, 1], [1, 1], ("full",), [1, 3, 3, 1]),
    ("binomial-4", [1, 3, 3, 1], [1, 1], ("full",), [1, 4, 6, 4, 1]),
    ("binomial-8", [1, 4, 6, 4, 1], [1, 4, 6, 4, 1], ("full",), [1, 8, 28, 56, 70, 56, 28, 8, 1]),
    ("moving-average-4", FIRST_TEN, [0.25] * 4, MODES, None),
    ("moving-average-3", FIRST_TEN, [1 / 3] * 3, MODES, None),
    ("polynomials", [1, 2, 3], [4, 5], ("full",), [4, 13, 22, 15]),
    ("polynomial-roots", [1, -3, 2], [1, -3], ("full",), [1, -6, 11, -6]),
    ("digits", [1, 2, 3], [4, 5, 6], ("full",), [4, 13, 28, 27, 18]),
    ("two-dice", DIE, DIE, ("full",), [1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1]),
    ("unit-impulse", SIGNAL, [1], MODES, SIGNAL),
    ("unit-impulse-centred", SIGNAL, [0, 1, 0], MODES, [0] + SIGNAL + [0]),
    ("delay", SIGNAL, [0, 0, 1], ("full",), [0, 0] + SIGNAL),
    ("echo", [1, 0, 0, 2], [1, 0, 0.5], ("full",), [1, 0, 0.5, 2, 0, 1]),
    ("first-difference", [1, 4, 9, 16, 25], [1, -1], MODES, [1, 3, 5, 7, 9, -25]),
    ("running-sum", [1, 2, 3], [1, 1, 1], ("full",), [1, 3, 6, 5, 3]),
    ("unit-impulse-image", IMAGE, [[0, 0, 0], [0, 1, 0], [0, 0, 0]], MODES, None),
    ("sobel-x", IMAGE, [[1, 0, -1], [2, 0, -2], [1, 0, -1]], MODES, None),
    ("sobel-y", IMAGE, [[1, 2, 1], [0, 0, 0], [-1, -2, -1]], MODES, None),
    ("laplacian", IMAGE, [[0, 1, 0], [1, -4, 1], [0, 1, 0]], MODES, None),
    ("binomial-blur", IMAGE, [[0.0625, 0.125, 0.0625], [0.125, 0.25, 0.125],
                              [0.0625, 0.125, 0.0625]], MODES, None),
    ("separable", [[1], [2], [1]], [[1, 0, -1]], ("full",), [[1, 0, -1], [2, 0, -2], [1, 0, -1]]),
]


def textbook_file(convention):
    vectors = []
    for name, first, second, modes, printed in TEXTBOOK:
        in1, in2 = np.array(first, dtype=float), np.array(second, dtype=float)
        if convention == "numpy" and in1.ndim != 1:
            continue
        for mode in modes:
            made = vector(f"textbook.{convention}.{mode}.{name}", mode, convention, in1, in2)
            if mode == "full" and printed is not None:
                require_as_printed(made, in1, in2, np.array(printed, dtype=float))
            vectors.append(made)
    return vectors


def require_as_printed(made, in1, in2, printed):
    """The values written above are decimals: equal to the result up to a few roundings."""
    allowed = 2 * min(in1.size, in2.size) * float(UNIT_ROUNDOFF)
    result = np.array(made["expected"]["data"]).reshape(made["expected"]["shape"])
    if result.shape != printed.shape or np.any(abs(result - printed) > allowed * abs(printed)):
        raise WrongResult(f"{made['id']}: {result.tolist()}, in print {printed.tolist()}")


# ---- Files ---------------------------------------------------------------------------------------

NUMPY = ("NumPy", NUMPY_VERSION, "numpy.convolve(in1, in2, mode)")
SCIPY = ("SciPy", SCIPY_VERSION, "scipy.signal.convolve(in1, in2, mode, method='direct')")


def file_text(convention, vectors):
    """One vector on each line, so that a difference between two versions can be read."""
    library, version, function = SCIPY if convention == "scipy" else NUMPY
    head = {
        "schema": SCHEMA,
        "convention": convention,
        "count": len(vectors),
        "provenance": {
            "library": library,
            "version": version,
            "numpy": NUMPY_VERSION,
            "function": function,
            "generator": SCRIPT,
            "command": f"python3 {SCRIPT}",
        },
    }
    lines = [f"{to_json(key)}: {to_json(value)}," for key, value in head.items()]
    rows = ",\n".join(to_json(each) for each in vectors)
    return "{\n" + "\n".join(lines) + '\n"vectors": [\n' + rows + "\n]\n}\n"


def index_text(counts):
    rows = ",\n".join(to_json({"file": name, "count": count}) for name, count in counts.items())
    return f'{{\n"schema": {to_json(INDEX_SCHEMA)},\n"files": [\n{rows}\n]\n}}\n'


def to_json(value):
    return json.dumps(value, allow_nan=False)


def generate():
    """The text of every file, by name."""
    contents = {f"scipy-rank{rank}.json": ("scipy", scipy_file(rank)) for rank in range(5)}
    contents["numpy.json"] = ("numpy", numpy_file())
    contents["textbook-scipy.json"] = ("scipy", textbook_file("scipy"))
    contents["textbook-numpy.json"] = ("numpy", textbook_file("numpy"))
    seen = set()
    for name, (_, vectors) in contents.items():
        for each in vectors:
            if each["id"] in seen:
                raise AssertionError(f"{name}: identifier {each['id']} is used twice")
            seen.add(each["id"])
    texts = {name: file_text(convention, made) for name, (convention, made) in contents.items()}
    texts["index.json"] = index_text({name: len(made) for name, (_, made) in contents.items()})
    return texts


def write(texts):
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (OUTPUT / name).write_bytes(text.encode())
    return 0


def check(texts):
    complaints = []
    for name, text in texts.items():
        path = OUTPUT / name
        if not path.is_file():
            complaints.append(f"{name} is missing")
        elif path.read_bytes() != text.encode():
            complaints.append(f"{name} differs from what {SCRIPT} makes, first in line "
                              f"{first_difference(path.read_bytes(), text.encode())}")
    if OUTPUT.is_dir():
        strangers = {path.name for path in OUTPUT.glob("*.json")} - set(texts)
        complaints += [f"{name} is not made by {SCRIPT}" for name in sorted(strangers)]
    for complaint in complaints:
        print(complaint)
    return EXIT_DIFFERENT if complaints else 0


def first_difference(committed, made):
    ours, theirs = committed.split(b"\n"), made.split(b"\n")
    for number, (left, right) in enumerate(zip(ours, theirs), start=1):
        if left != right:
            return number
    return min(len(ours), len(theirs)) + 1


def unable():
    """Why this Python would make other bytes, or None."""
    if (np.__version__, scipy.__version__) != (NUMPY_VERSION, SCIPY_VERSION):
        return (f"needs numpy {NUMPY_VERSION} and scipy {SCIPY_VERSION},"
                f" found {np.__version__} and {scipy.__version__}")
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return f"rounds as x86-64 does, found {platform.machine()}"
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]["name"]
    if blas != "scipy-openblas":
        return f"needs the NumPy of the package index, with scipy-openblas, found {blas}"
    return None


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(f"usage: python3 {SCRIPT} [--check]")
        return EXIT_USAGE
    reason = unable()
    if reason is not None:
        print(reason)
        return EXIT_UNABLE
    try:
        texts = generate()
    except WrongResult as wrong:
        print(f"refused, nothing is written: {wrong}")
        return EXIT_WRONG
    return check(texts) if arguments else write(texts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

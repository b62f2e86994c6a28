"""Writes the table of printed arrays that NdArrayFormatTest compares NdArray.toString with.

Run in conv-api:

    python3 src/test/python/ndarray_format_table.py

A case is

    === dtype extents        for example "=== float32 2 3"; no extents for rank 0
    elements                 of a real array: bits in hexadecimal, or decimal integers
    text                     what str() of the NumPy array returns, until the next "==="

A complex array has two lines of elements, real and imaginary parts. Where elements are fewer than
the shape has, they repeat from the first. Another seed gives other random cases.
"""

import argparse
import math
from pathlib import Path

import numpy as np

OUTPUT = Path(__file__).parents[1] / "resources/org/conv4j/api/ndarray-format.txt"
REAL = {"float64": np.float64, "float32": np.float32, "complex128": np.float64, "complex64": np.float32}
BITS = {np.float64: ("u8", 16), np.float32: ("u4", 8)}
NAN, INF = math.nan, math.inf

SPECIAL = [
    0.0, -0.0, 1.0, -1.0, 0.1, -2.5, 1 / 3, math.pi, 100.0, 123456.0, 999999.0, 1e6, 1234567.0,
    16777216.0, 99999999.0, 1e8, 1e15, 9999999999999998.0, 1e16, 1.2345678901234567e17, 2.0**53,
    2.0**-44, 2.0**-149, 2.0**-126, 2.0**-24, 2.0**89, 5e-324, 2.2250738585072014e-308,
    2.0**-1022 - 2.0**-1074, 1.7976931348623157e308, 3.4028234663852886e38, 2e23, 1e23, 9e22, 2e-3,
    0.001, 1e-4, 0.00012, 9.9e-5, 1e-5, 1.0e-100, 1e100, 2.2e-322, 1.1754943508222875e-38,
    8.41e21, 2.0e-3, 4.35, 0.5000000000000001, 0.99999999999, 9.5, NAN, INF, -INF,
]

VECTORS = [
    [0.0], [-0.0], [0.0, -0.0], [1.0], [1.0, 2.0, 3.0], [1.5, 2.25, -3.0], [0.1, 0.2, 0.30000000000000004],
    [NAN], [INF], [-INF], [NAN, INF], [NAN, -INF], [NAN, 1.0], [INF, 1.0], [-INF, 1.0], [NAN, 10.25, -INF],
    [NAN, 1e10], [-INF, 1e10], [INF, 1e-10, 3.0], [NAN, 0.0], [1.0, NAN, -1.0, INF], [-INF, 123.5],
    [99999999.0], [1e8], [1e8, 1.0], [999999.0], [999999.94], [1e6], [1234567.0, 1e6], [1e-4], [0.0001, 0.05],
    [9.9999e-5], [1.0, 1000.0], [1.0, 1000.0000001], [1.0, 1001.0], [0.001, 1.0], [0.001, 1.0000001],
    [1e-3, 1.0, 0.0], [1 / 3, 2 / 3], [1 / 3 * 1e5, 2.0], [0.999999999, 1.0], [9.999999996, 1.0], [99.9999999999],
    [9.9999999999e10], [9.999999996e10, 1.0], [9.9e99, 1.0], [1e100, 1e-100], [1e5, 1e-300], [1e9, -0.0],
    [-1e9, 1e9], [-1e-5], [2.0**-44, 1.0], [0.1, 1.2345678e-11, 16777217.5], [0.1, 3.3333333e-8],
    [0.000123456789, 0.05], [0.00012345678949], [0.5, 0.125, 0.0009765625], [1.00000001, 1.000000005],
    [1.000000015, 1.000000025], [0.123456785, 0.123456775], [2.0**-149, 2.0**-126], [1e38, 1.0], [3.4028234663852886e38],
    [5e-324, 1.0], [1.7976931348623157e308, 5e-324], [2.0**-1022, 2.0**-1074], [2.5e15, 1e15], [1e22, 1e23],
    [1024.0, 3.00390625], [7.0, 7.5, 7.25, 7.125], [0.3, 0.30000001192092896], [2.0**24, 2.0**24 - 1],
    [8.589195251464844, 8589.1953125],  # as floats their quotient rounds to 1000
]

INTEGERS = [
    [0], [-1], [5, -3], [1, 10, 100], [-100, 7], [-9, 10], [2147483647, -2147483648], [-2147483648], [1, -1, 0],
    list(range(40)), [1000000000, -1], [99999999, 1],
]
LONGS = [[2**63 - 1], [-(2**63)], [2**63 - 1, -(2**63), 0], [10**18, 1], [-(10**12), 5]]

SHAPES = [
    (2,), (7,), (13,), (25,), (64,), (100,), (1, 1), (2, 3), (3, 2), (5, 1), (1, 17), (3, 30), (2, 2, 2), (3, 1, 2),
    (2, 3, 11), (1, 1, 1, 1), (2, 2, 2, 2), (2, 1, 2, 1, 3), (1, 2, 40), (1, 1, 2, 2, 2, 1),
    (1,) * 40 + (3,),  # no room for one element in a line
]
LARGE = [
    (1000,), (1001,), (5000,), (7, 143), (6, 167), (1001, 1), (1, 1001), (2, 501), (501, 2), (50, 60),
    (4, 5, 51), (8, 8, 16), (11, 10, 10), (3, 3, 3, 38), (1002, 1, 1), (1, 9, 8, 15), (1, 1, 1, 1100),
]
EMPTY = [(0,), (0, 3), (3, 0), (2, 0, 4)]


class Table:
    def __init__(self):
        self.lines = []
        self.cases = 0

    def add(self, dtype, shape, re, im=None):
        """One case; re and im are the elements in the type of the real parts, perhaps fewer."""
        elements = np.resize(re, shape).astype(dtype)
        if im is not None:
            elements.imag = np.resize(im, shape)
        self.lines.append(" ".join(["===", dtype, *map(str, shape)]))
        self.lines.append(line(re))
        if im is not None:
            self.lines.append(line(im))
        self.lines.extend(str(elements).split("\n"))
        self.cases += 1


def line(elements):
    if elements.dtype.kind == "i":
        return " ".join(map(str, elements))
    unsigned, width = BITS[elements.dtype.type]
    return " ".join(f"{bits:0{width}x}" for bits in elements.view(unsigned))


def random_integers(rng, dtype, size):
    """Of mixed magnitude: a random number of low bits each, or all of one length."""
    width = np.iinfo(dtype).bits - 1
    bits = rng.integers(1, width + 1, size if rng.random() < 0.5 else 1)
    values = rng.integers(0, 2**width, size, dtype=np.int64) >> (width - bits)
    return (values * rng.choice([-1, 1], size)).astype(dtype)


def random_floats(rng, real, size):
    """Of one of several kinds: all bit patterns, some decades, few digits, halves, with non-finite."""
    unsigned, width = BITS[real]
    kind = rng.integers(7)
    if kind == 0:
        return finite(rng.integers(0, 2 ** (4 * width), size, dtype=np.uint64).astype(unsigned).view(real))
    if kind == 1:
        values = rng.standard_normal(size) * 10.0 ** rng.uniform(-3, 3, size)
    elif kind == 2:
        values = rng.standard_normal(size)
    elif kind == 3:
        values = np.round(rng.standard_normal(size) * 100, rng.integers(0, 4))
    elif kind == 4:
        values = rng.integers(-64, 64, size) / 2.0 ** rng.integers(0, 8)
    elif kind == 5:
        values = 2.0 ** rng.integers(-120, 120, size)
    else:
        values = rng.uniform(1, 9, size) * 10.0 ** rng.integers(-37, 37, size)
    if rng.random() < 0.25:
        values[rng.integers(size)] = rng.choice([NAN, INF, -INF, 0.0, -0.0])
    return values.astype(real)


def finite(values):
    values[~np.isfinite(values)] = 1.5
    return values


def add_integers(table, rng, dtype, rounds):
    for elements in INTEGERS + (LONGS if dtype == "int64" else []):
        table.add(dtype, (len(elements),), np.array(elements, dtype))
    for elements in [0, 1, -7, np.iinfo(dtype).max, np.iinfo(dtype).min]:
        table.add(dtype, (), np.array([elements], dtype))
    for shape in EMPTY[:2]:
        table.add(dtype, shape, np.zeros(1, dtype))
    for shape in SHAPES * rounds + LARGE:
        table.add(dtype, shape, random_integers(rng, dtype, min(math.prod(shape), 41)))


def add_floats(table, rng, dtype, rounds):
    real = REAL[dtype]
    for value in SPECIAL:
        table.add(dtype, (), real([value]))
    for _ in range(15 * rounds):
        table.add(dtype, (), random_floats(rng, real, 1))
    for elements in VECTORS:
        table.add(dtype, (len(elements),), real(elements))
    for shape in EMPTY:
        table.add(dtype, shape, np.zeros(1, real))
    for shape in SHAPES * rounds + LARGE:
        table.add(dtype, shape, random_floats(rng, real, min(math.prod(shape), 41)))


def add_complex(table, rng, dtype, rounds):
    real = REAL[dtype]
    few = [0.0, -0.0, 1.0, -1.5, 1e6, 1e16, 1e-5, NAN, INF, -INF]
    for re in few:
        for im in few:
            table.add(dtype, (), real([re]), real([im]))
    for re, im in zip(VECTORS, VECTORS[5:] + VECTORS[:5]):
        table.add(dtype, (max(len(re), len(im)),), real(re), real(im))
    for shape in EMPTY[:1]:
        table.add(dtype, shape, np.zeros(1, real), np.zeros(1, real))
    for shape in SHAPES * rounds + LARGE:
        size = min(math.prod(shape), 37)
        table.add(dtype, shape, random_floats(rng, real, size), random_floats(rng, real, size))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=1, help="how many times the random small cases")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    rng = np.random.default_rng(arguments.seed)
    table = Table()
    with np.errstate(all="ignore"):
        for dtype in ["int64", "int32"]:
            add_integers(table, rng, dtype, arguments.rounds)
        for dtype in ["float64", "float32"]:
            add_floats(table, rng, dtype, arguments.rounds)
        for dtype in ["complex128", "complex64"]:
            add_complex(table, rng, dtype, arguments.rounds)
    header = [
        "# What str() of NumPy arrays returns, with NumPy's default print options.",
        f"# numpy {np.__version__}; seed {arguments.seed}, rounds {arguments.rounds}; {table.cases} cases",
        "# Written by, in conv-api: python3 src/test/python/ndarray_format_table.py",
    ]
    arguments.output.write_text("\n".join(header + table.lines) + "\n", encoding="ascii", newline="\n")
    print(f"{table.cases} cases in {arguments.output.name}")


if __name__ == "__main__":
    main()

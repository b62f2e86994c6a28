"""Vectors of ordinary numbers: every dtype and pair of dtypes, convolved and correlated."""

from itertools import permutations

from golden_exact import one_larger
from golden_library import MODES, shape_name, vector
from golden_values import (
    DTYPES, EXACT_REGIMES, REGIMES, coarse, dyadic, extreme, full_range, integers, operand_pair,
    seed_of, signed_zeros, typed_pair,
)

# ---- float64, every shape ------------------------------------------------------------------------


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
    in1, in2 = operand_pair(shape1, shape2, regime, seed_of(label))
    return [
        vector(
            f"{convention}.{mode}.{label}", "convolve", mode, convention, in1, in2,
            exactly=regime in EXACT_REGIMES,
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


# ---- Every dtype ---------------------------------------------------------------------------------

# Small shapes, in the order of the first tables: equal, in1 larger, in2 larger, mixed, ones.
SMALL = {
    0: [((), ())],
    1: [
        ((1,), (1,)), ((4,), (4,)), ((7,), (3,)), ((6,), (4,)), ((5,), (2,)), ((3,), (7,)),
        ((4,), (6,)), ((2,), (5,)), ((1,), (4,)), ((5,), (1,)), ((13,), (12,)),
    ],
    2: [
        ((3, 3), (3, 3)), ((3, 4), (2, 3)), ((4, 3), (3, 2)), ((2, 2), (3, 4)), ((2, 3), (3, 3)),
        ((2, 4), (3, 2)), ((4, 1), (1, 3)), ((1, 5), (1, 2)), ((1, 1), (2, 3)),
    ],
    3: [
        ((2, 3, 2), (2, 2, 2)), ((3, 2, 3), (1, 2, 2)), ((2, 1, 2), (2, 3, 2)),
        ((1, 2, 3), (2, 2, 1)), ((1, 1, 1), (2, 1, 2)),
    ],
    4: [((2, 2, 1, 3), (1, 2, 1, 2)), ((1, 2, 2, 1), (2, 2, 2, 1)), ((2, 1, 1, 2), (1, 2, 1, 2))],
    5: [
        ((2, 1, 2, 1, 2), (1, 1, 2, 1, 2)), ((1, 2, 1, 1, 2), (2, 2, 1, 1, 2)),
        ((2, 1, 1, 2, 1), (1, 1, 2, 1, 2)),
    ],
}
NUMPY_SMALL = SMALL[1] + [((2,), (2,)), ((3,), (2,)), ((2,), (3,)), ((2,), (4,)), ((3,), (5,))]
NUMPY_ONE_SCALAR = [((), ()), ((), (3,)), ((4,), ())]


def rank_of(shape1, shape2):
    return max(len(shape1), len(shape2))


def typed_vectors(convention, operation, shape1, shape2, dtypes, regimes, exactly=False):
    """Two operands in every mode that their shapes allow."""
    label = (
        f"r{rank_of(shape1, shape2)}.{shape_name(shape1)}-{shape_name(shape2)}"
        f".{'-'.join(dict.fromkeys(dtypes))}"
        f".{'-'.join(dict.fromkeys(regime.__name__.replace('_', '-') for regime in regimes))}"
    )
    in1, in2 = typed_pair(shape1, shape2, regimes, dtypes, label)
    return [
        vector(
            f"{convention}.{operation}.{mode}.{label}", operation, mode, convention, in1, in2,
            exactly=exactly,
        )
        for mode in MODES
        if mode != "valid" or one_larger(shape1, shape2)
    ]


def sweep(convention, operation, pairs, dtypes=DTYPES):
    """Each dtype over each pair of shapes; the regimes take turns."""
    vectors = []
    for turn, (shape1, shape2) in enumerate(pairs):
        for dtype in dtypes:
            whole = dtype.startswith("int")
            regime = integers if whole else (coarse, integers, signed_zeros)[turn % 3]
            vectors += typed_vectors(
                convention, operation, shape1, shape2, (dtype, dtype), (regime, regime),
                exactly=regime is not coarse,
            )
    return vectors


def mixtures(convention, operation, pairs, each):
    """Each ordered pair of different dtypes over so many pairs of shapes, which take turns."""
    vectors = []
    for turn, dtypes in enumerate(permutations(DTYPES, 2)):
        for number in range(each):
            shape1, shape2 = pairs[(turn * each + number * 7) % len(pairs)]
            regimes = [integers if dtype.startswith("int") else coarse for dtype in dtypes]
            vectors += typed_vectors(convention, operation, shape1, shape2, dtypes, regimes)
    return vectors


def wrapping(convention, operation, pairs):
    """Integers of full range, whose sums wrap."""
    vectors = []
    for shape1, shape2 in pairs:
        for dtypes in (("int64", "int64"), ("int32", "int32"), ("int32", "int64")):
            for regime in (full_range, extreme):
                vectors += typed_vectors(
                    convention, operation, shape1, shape2, dtypes, (regime, regime)
                )
    return vectors


def all_small():
    return [pair for pairs in SMALL.values() for pair in pairs]


def distinct(vectors):
    """Without those that a second table has made again."""
    return list({each["id"]: each for each in vectors}.values())


def scipy_rank5():
    return sweep("scipy", "convolve", SMALL[5], ("float64",))


def scipy_dtypes():
    others = [dtype for dtype in DTYPES if dtype != "float64"]
    return sweep("scipy", "convolve", all_small(), others)


def scipy_mixed():
    return distinct(mixtures("scipy", "convolve", all_small(), 3))


def scipy_integers():
    pairs = SMALL[0] + SMALL[1][:7] + SMALL[2][:6] + SMALL[3][:2]
    return wrapping("scipy", "convolve", pairs)


def scipy_correlate():
    pairs = SMALL[0] + SMALL[1] + SMALL[2][:7] + SMALL[3][:3] + SMALL[4][:1] + SMALL[5][:1]
    made = sweep("scipy", "correlate", pairs)
    made += wrapping("scipy", "correlate", [((4,), (3,)), ((2, 2), (2, 3))])
    return distinct(made + mixtures("scipy", "correlate", pairs, 2))


def numpy_dtypes():
    others = [dtype for dtype in DTYPES if dtype != "float64"]
    made = sweep("numpy", "convolve", SMALL[1] + NUMPY_ONE_SCALAR, others)
    made += wrapping("numpy", "convolve", SMALL[1][1:7])
    return distinct(made + mixtures("numpy", "convolve", NUMPY_SMALL, 1))


def numpy_correlate():
    made = sweep("numpy", "correlate", NUMPY_SMALL)
    made += wrapping("numpy", "correlate", [((4,), (3,)), ((2,), (4,))])
    return distinct(made + mixtures("numpy", "correlate", NUMPY_SMALL, 1))

"""Textbook examples, and what the books print."""

import numpy as np
from golden_files import WrongResult
from golden_library import MODES, vector

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
            made = vector(
                f"textbook.{convention}.{mode}.{name}", "convolve", mode, convention, in1, in2
            )
            if mode == "full" and printed is not None:
                require_as_printed(made, in1, in2, np.array(printed, dtype=float))
            vectors.append(made)
    return vectors


def require_as_printed(made, in1, in2, printed):
    """The values written above are decimals: equal to the result up to a few roundings."""
    allowed = 2 * min(in1.size, in2.size) * 2.0**-53
    result = np.array(made["expected"]["data"]).reshape(made["expected"]["shape"])
    if result.shape != printed.shape or np.any(abs(result - printed) > allowed * abs(printed)):
        raise WrongResult(f"{made['id']}: {result.tolist()}, in print {printed.tolist()}")

"""Tables of layers: every option in ranks 1 to 3 and every dtype, forwards, transposed, gradients."""

from dataclasses import replace
from itertools import cycle, permutations

import numpy as np
from golden_values import DTYPES, extreme, full_range, integers, seed_of, uniform
from layer_vector import (
    BIAS_GRADIENT, INPUT_GRADIENT, TRANSPOSED, WEIGHT_GRADIENT, Case, Regime, Rule, drawn, label_of,
)

# Inputs, outputs, groups: one group, several, depthwise, depthwise with several filters each.
CHANNELS = [
    (1, 1, 1), (2, 3, 1), (3, 2, 1), (1, 2, 1), (4, 2, 2), (2, 4, 2), (3, 3, 3), (2, 2, 2),
    (4, 6, 2), (3, 6, 3),
]
# Small whole numbers, whose sums are exact, and quotients, which fill the significand of floats.
WHOLE = (Rule(9), Rule(13), Rule(19))
NUMBERS = (*WHOLE, Rule(199, 7), Rule(1999, 100))

# Forms of layers by rank: extents, kernel, and what differs from the plain layer.
FORMS = {
    1: [
        ((7,), (3,), {}),
        ((8,), (4,), {}),
        ((5,), (5,), {}),
        ((6,), (1,), {}),
        ((1,), (1,), {}),
        ((9,), (3,), dict(stride=(2,))),
        ((10,), (3,), dict(stride=(2,))),
        ((11,), (2,), dict(stride=(3,))),
        ((9,), (1,), dict(stride=(4,))),
        ((9,), (3,), dict(dilation=(2,))),
        ((10,), (2,), dict(dilation=(5,))),
        ((12,), (3,), dict(stride=(2,), dilation=(3,))),
        ((5,), (3,), dict(padding=((1, 1),))),
        ((5,), (4,), dict(padding=((0, 2),))),
        ((5,), (4,), dict(padding=((3, 0),))),
        ((4,), (3,), dict(padding=((4, 1),), stride=(2,))),
        ((3,), (5,), dict(padding=((1, 2),))),
        ((5,), (3,), dict(padding=((3, 2),), dilation=(3,))),
        ((7,), (3,), dict(padding="same_upper")),
        ((7,), (4,), dict(padding="same_upper")),
        ((7,), (4,), dict(padding="same_lower")),
        ((8,), (3,), dict(padding="same_upper", stride=(2,))),
        ((8,), (3,), dict(padding="same_lower", stride=(2,))),
        ((9,), (2,), dict(padding="same_upper", stride=(3,))),
        ((10,), (4,), dict(padding="same_lower", stride=(3,), dilation=(2,))),
        ((6,), (2,), dict(padding="same_upper", dilation=(3,))),
        ((6,), (2,), dict(padding="same_lower", dilation=(3,))),
        ((8,), (3,), dict(stride=(2,), up=True)),
        ((7,), (2,), dict(stride=(4,), padding=((1, 1),), up=True)),
        ((6,), (2,), dict(stride=(3,), padding=((0, 2),), up=True)),
        ((33,), (9,), {}),
        ((17,), (16,), dict(padding=((8, 7),))),
    ],
    2: [
        ((5, 6), (3, 2), {}),
        ((4, 4), (3, 3), {}),
        ((3, 5), (3, 5), {}),
        ((4, 3), (1, 1), {}),
        ((1, 6), (1, 3), {}),
        ((6, 1), (3, 1), {}),
        ((7, 6), (3, 3), dict(stride=(2, 2))),
        ((6, 7), (2, 3), dict(stride=(1, 3))),
        ((7, 5), (3, 2), dict(stride=(3, 1))),
        ((5, 5), (1, 1), dict(stride=(2, 3))),
        ((6, 7), (3, 2), dict(dilation=(2, 3))),
        ((7, 6), (2, 3), dict(dilation=(1, 2), stride=(2, 1))),
        ((4, 4), (3, 3), dict(padding=((1, 1), (1, 1)))),
        ((4, 5), (3, 2), dict(padding=((0, 2), (1, 0)))),
        ((3, 4), (2, 3), dict(padding=((2, 1), (0, 3)), stride=(2, 1))),
        ((2, 3), (4, 2), dict(padding=((1, 2), (2, 0)), stride=(1, 2), dilation=(1, 2))),
        ((5, 4), (3, 2), dict(padding="same_upper")),
        ((5, 4), (2, 4), dict(padding="same_lower")),
        ((6, 5), (3, 2), dict(padding="same_upper", stride=(2, 2))),
        ((6, 5), (3, 2), dict(padding="same_lower", stride=(2, 2))),
        ((5, 6), (2, 2), dict(padding="same_upper", stride=(1, 3), dilation=(3, 2))),
        ((5, 6), (2, 2), dict(padding="same_lower", stride=(3, 1), dilation=(2, 1))),
        ((6, 5), (3, 2), dict(stride=(2, 2), up=True)),
        ((5, 4), (2, 3), dict(stride=(3, 2), padding=((1, 0), (0, 1)), up=True)),
        ((8, 8), (5, 5), {}),
        ((7, 7), (3, 3), dict(stride=(2, 2), padding=((1, 1), (1, 1)))),
    ],
    3: [
        ((3, 4, 3), (2, 2, 2), {}),
        ((2, 3, 4), (1, 3, 2), {}),
        ((3, 2, 2), (1, 1, 1), {}),
        ((4, 3, 5), (2, 1, 3), dict(stride=(2, 1, 2))),
        ((3, 5, 4), (2, 2, 1), dict(stride=(1, 3, 2))),
        ((3, 4, 5), (2, 2, 2), dict(dilation=(1, 2, 3))),
        ((2, 3, 3), (2, 3, 2), dict(padding=((1, 0), (1, 1), (0, 2)))),
        ((3, 2, 4), (2, 2, 3), dict(padding=((0, 1), (2, 0), (1, 1)), stride=(2, 1, 2))),
        ((3, 3, 4), (2, 3, 2), dict(padding="same_upper")),
        ((4, 3, 3), (3, 2, 2), dict(padding="same_lower", stride=(2, 1, 2))),
        ((3, 4, 3), (2, 2, 2), dict(padding="same_upper", dilation=(1, 1, 2), stride=(2, 2, 1))),
        ((4, 3, 4), (2, 2, 3), dict(stride=(3, 2, 2), up=True)),
        ((1, 1, 5), (1, 1, 2), {}),
        ((3, 3, 3), (2, 2, 2), dict(padding=((1, 1), (0, 1), (1, 0)))),
    ],
}

# Forms of transposed layers; extents are those of what the layer takes. more is output padding.
TRANSPOSED_FORMS = [
    ((4,), (3,), {}),
    ((3,), (2,), dict(stride=(2,))),
    ((4,), (3,), dict(stride=(3,), more=(2,))),
    ((3,), (3,), dict(dilation=(2,), more=(1,))),
    ((4,), (3,), dict(padding=((1, 1),), stride=(2,))),
    ((4,), (4,), dict(padding=((2, 1),), stride=(2,), more=(1,))),
    ((3,), (2,), dict(padding="same_upper", stride=(3,))),
    ((3,), (4,), dict(padding="same_upper", stride=(3,))),
    ((3,), (4,), dict(padding="same_lower", stride=(3,))),
    ((5,), (1,), dict(stride=(2,))),
    ((3, 2), (2, 3), {}),
    ((2, 3), (3, 2), dict(stride=(2, 1))),
    ((2, 2), (3, 3), dict(stride=(3, 2), more=(2, 1))),
    ((3, 3), (3, 2), dict(padding=((1, 0), (0, 1)), stride=(1, 2))),
    ((2, 3), (2, 2), dict(dilation=(2, 3), padding=((0, 1), (2, 0)))),
    ((2, 3), (3, 2), dict(padding="same_upper", stride=(2, 1))),
    ((2, 3), (3, 4), dict(padding="same_lower", stride=(2, 3))),
    ((2, 2), (4, 4), dict(stride=(2, 2), padding=((1, 1), (1, 1)))),
    ((2, 2, 2), (2, 1, 2), {}),
    ((2, 1, 2), (2, 2, 3), dict(stride=(1, 2, 2), more=(0, 1, 0))),
    ((2, 2, 2), (2, 3, 2), dict(padding=((0, 1), (1, 1), (1, 0)), dilation=(1, 1, 2))),
    ((1, 2, 2), (2, 2, 2), dict(padding="same_upper", stride=(2, 1, 2))),
    ((2, 1, 2), (1, 2, 3), dict(dilation=(1, 2, 1))),
]

# Forms of which gradients are taken: strides that leave inputs unseen, and the other options.
GRADIENT_FORMS = [
    ((7,), (3,), {}),
    ((8,), (3,), dict(stride=(2,))),
    ((9,), (2,), dict(stride=(3,), dilation=(2,))),
    ((6,), (3,), dict(padding=((2, 0),))),
    ((7,), (4,), dict(padding="same_lower", stride=(2,))),
    ((8,), (3,), dict(stride=(2,), up=True)),
    ((4, 5), (3, 2), {}),
    ((6, 5), (3, 2), dict(stride=(2, 3))),
    ((5, 6), (2, 2), dict(dilation=(2, 3), stride=(1, 2))),
    ((4, 4), (3, 3), dict(padding=((1, 1), (0, 2)), stride=(2, 1))),
    ((5, 4), (2, 4), dict(padding="same_upper", stride=(1, 2))),
    ((4, 3), (1, 1), dict(stride=(2, 1))),
    ((3, 3, 4), (2, 1, 2), {}),
    ((3, 4, 3), (2, 2, 2), dict(stride=(2, 1, 1), padding=((0, 1), (1, 0), (0, 0)))),
    ((2, 3, 4), (1, 2, 2), dict(dilation=(1, 1, 2))),
    ((3, 2, 3), (2, 2, 1), dict(padding="same_upper", stride=(2, 1, 1))),
]

BIAS_FORMS = [(6,), (1,), (3, 4), (2, 1), (2, 3, 2), (1, 2, 3)]

POINTS = [(3, 0), (0, 2), (-128, 5), (128, 127), (1, -1, 2, 3, -4, 6, 7)]


class Table:
    """Draws channels, batch, layout, bias and numbers for each form, and no vector twice."""

    def __init__(self, name, bias=True, lasts=(False, True)):
        self.rng = np.random.Generator(np.random.PCG64(seed_of(name)))
        self.biases = (False, True) if bias else (False,)
        self.lasts = lasts
        self.labels = set()

    def one_of(self, choices):
        return choices[self.rng.integers(len(choices))]

    def case(self, form, **more):
        extents, kernel, options = form
        inputs, outputs, groups = self.one_of(CHANNELS)
        return Case(
            extents, kernel, batch=self.one_of((1, 1, 1, 1, 2, 3)), inputs=inputs, outputs=outputs,
            groups=groups, last=self.one_of(self.lasts), bias=self.one_of(self.biases),
            **{**options, **more},
        )

    def vector(self, form, dtypes, choices, change=lambda case: case, **more):
        while True:
            case = change(self.case(form, **more))
            numbers = self.one_of(choices)
            label = label_of(case, dtypes, numbers)
            if label not in self.labels:
                self.labels.add(label)
                return drawn(case, dtypes, numbers)


def swept(name, forms, times=1, bias=True, **more):
    """Each dtype over each form, so many times, with other channels, batches and numbers."""
    table = Table(name, bias)
    return [
        table.vector(form, (dtype, dtype), WHOLE if dtype.startswith("int") else NUMBERS, **more)
        for form in forms
        for dtype in DTYPES
        for _ in range(1 if dtype == "complex128" else times)
    ]


def convolve_file(rank):
    return swept(f"convolve-rank{rank}", FORMS[rank], times=2)


def mixed_file():
    """Each ordered pair of different dtypes; the result has the promoted one."""
    table = Table("mixed")
    forms = cycle(FORMS[1][9:22] + FORMS[2][6:20])
    return [
        table.vector(next(forms), dtypes, NUMBERS)
        for dtypes in permutations(DTYPES, 2)
        for _ in range(2)
    ]


def wrapping_file():
    """Integers of full range, whose sums wrap."""
    table = Table("wrapping")
    forms = FORMS[1][5:15:2] + FORMS[2][6:16:2] + FORMS[3][3:6:2]
    return [
        table.vector(form, (dtype, dtype), (Regime(regime),))
        for form in forms
        for dtype in ("int32", "int64")
        for regime in (full_range, extreme)
    ]


def zero_points_file():
    """Integers less the number that stands for zero; padding adds nothing."""
    table = Table("zero-points")
    forms = FORMS[1][3:20:2] + FORMS[2][0:22:2] + FORMS[3][6:9]

    def with_points(case):
        points = POINTS[table.rng.integers(len(POINTS))]
        each = case.outputs + 1
        return replace(case, zero_points=points[:each] if len(points) >= each else points[:2])

    return [
        table.vector(form, (dtype, dtype), choices, with_points)
        for form in forms
        for dtype in ("int32", "int64")
        for choices in (WHOLE, (Regime(extreme),))
    ]


def transposed_file():
    return swept("transposed", TRANSPOSED_FORMS, times=2, operation=TRANSPOSED)


def input_gradient_file():
    return swept("input", GRADIENT_FORMS, times=2, bias=False, operation=INPUT_GRADIENT)


def weight_gradient_file():
    return swept("weight", GRADIENT_FORMS, times=2, bias=False, operation=WEIGHT_GRADIENT)


def bias_gradient_file():
    forms = [(extents, (1,) * len(extents), {}) for extents in BIAS_FORMS]
    table = Table("bias", bias=False)
    return [
        table.vector(form, (dtype,), WHOLE if dtype.startswith("int") else NUMBERS,
                     lambda case: replace(case, inputs=1, groups=1), operation=BIAS_GRADIENT)
        for form in forms
        for dtype in DTYPES
    ]


def textbook_file():
    """An image of 32 by 32 with 3 channels and six filters of 5 by 5, and smaller layers of books."""
    textbook = Case((32, 32), (5, 5), inputs=3, outputs=6, bias=True)
    return [
        drawn(textbook, ("float32", "float32"), Regime(integers)),
        drawn(Case((5, 5), (3, 3), inputs=3, outputs=2, stride=(2, 2), bias=True,
                   padding=((1, 1), (1, 1))), ("float64", "float64"), Regime(integers)),
        drawn(Case((7, 7), (3, 3), stride=(3, 3), padding=((1, 1), (1, 1))),
              ("float64", "float64"), Regime(uniform)),
        drawn(Case((19, 19), (11, 11), outputs=2, stride=(4, 4), bias=True),
              ("float32", "float32"), Regime(integers)),
    ]

"""The definition of convolution in exact arithmetic, and what it allows a library to return.

A value is a Fraction, or one of the floats nan, inf and -inf where the definition itself gives no
finite number: an output is touched by an element that is a factor of one of its terms; touched by
NaN, by an infinity times zero or by infinities of both signs it is NaN, touched by infinities of one
sign that infinity, else the sum of its terms. Nothing overflows or underflows on the way.
"""

import math
from fractions import Fraction
from itertools import product

import numpy as np

BITS = {"int32": 32, "int64": 64}
# Digits of the significand, the exponent of the smallest subnormal, and the one that overflows.
FORMATS = {
    "float64": (53, -1074, 1024),
    "complex128": (53, -1074, 1024),
    "float32": (24, -149, 128),
    "complex64": (24, -149, 128),
}
# By the definition a term has two elements. SciPy's N-D loop also multiplies the elements of one
# operand by zeros that it has put around the other: the larger one in full mode, else the first.
LOCAL, PADDED = "local", "padded"


class Part:
    """The real or imaginary part of one output: its value, and what rounding may do to it."""

    __slots__ = ("value", "magnitude", "products")

    def __init__(self, value, magnitude, products):
        self.value = value
        self.magnitude = magnitude
        self.products = products


def window(n, k, operation, mode, convention):
    """The first index and the extent of the part of the full result, along one axis."""
    short, long = min(n, k), max(n, k)
    if mode == "full":
        return 0, n + k - 1
    if mode == "valid":
        return short - 1, long - short + 1
    if convention == "scipy":
        return (k - 1) // 2, n
    if operation == "correlate" and k > n:
        return short // 2, long  # numpy.correlate reverses the result of the swapped operands.
    return (short - 1) // 2, long


def one_larger(shape1, shape2):
    """Whether one operand is at least as large as the other on every axis, as valid demands."""
    return all(n >= k for n, k in zip(shape1, shape2)) or all(
        n <= k for n, k in zip(shape1, shape2)
    )


def is_complex(dtype):
    return dtype.startswith("complex")


class Convolution:
    """The exact result of two operands, which are cast to their common dtype first."""

    def __init__(self, in1, in2, operation, mode, convention, reach=LOCAL):
        self.dtype = np.result_type(in1.dtype, in2.dtype).name
        with np.errstate(all="ignore"):
            a, b = in1.astype(self.dtype), in2.astype(self.dtype)
        if convention == "numpy":
            a, b = np.atleast_1d(a), np.atleast_1d(b)
        if operation == "correlate":
            b = np.flip(b).conj()
        if reach == PADDED and mode == "full" and b.size > a.size:
            a, b = b, a
        windows = [window(n, k, operation, mode, convention) for n, k in zip(a.shape, b.shape)]
        self.shape = tuple(extent for _, extent in windows)
        self.shapes = a.shape, b.shape
        outputs = product(*(range(first, first + extent) for first, extent in windows))
        if self.dtype in BITS:
            self.parts = [list(self._integers(a, b, outputs))]
        else:
            self.parts = list(zip(*self._floats(a, b, outputs, reach)))
        self.parts = [list(parts) for parts in self.parts]
        self.norms = _norm(a) * _norm(b)

    def _integers(self, a, b, outputs):
        x = {i: int(a[i]) for i in np.ndindex(a.shape)}
        h = {j: int(b[j]) for j in np.ndindex(b.shape)}
        modulus = 1 << BITS[self.dtype]
        for index in outputs:
            total = sum(x[i] * h[j] for i, j in _pairs(index, a.shape, b.shape, LOCAL))
            yield Part((total + modulus // 2) % modulus - modulus // 2, 0, 0)

    def _floats(self, a, b, outputs, reach):
        x, x_unit = _scaled(a)
        h, h_unit = _scaled(b)
        unit = x_unit * h_unit
        zero = (0, 0)
        for index in outputs:
            pairs = [
                (x.get(i, zero), h.get(j, zero)) for i, j in _pairs(index, a.shape, b.shape, reach)
            ]
            real = [(xr, hr) for (xr, _), (hr, _) in pairs]
            if not is_complex(self.dtype):
                yield (_part(real, unit),)
                continue
            real += [(-xi, hi) for (_, xi), (_, hi) in pairs]
            imaginary = [(xr, hi) for (xr, _), (_, hi) in pairs]
            imaginary += [(xi, hr) for (_, xi), (hr, _) in pairs]
            yield _part(real, unit), _part(imaginary, unit)

    def rounded(self):
        """The exact result, rounded to nearest, as an array of the dtype."""
        columns = [[to_nearest(part.value, self.dtype) for part in parts] for parts in self.parts]
        if is_complex(self.dtype):
            result = np.empty(len(columns[0]), self.dtype)
            result.real, result.imag = columns
        else:
            result = np.array(columns[0], self.dtype)
        return result.reshape(self.shape)

    def complaint(self, result, normwise=False, exactly=False):
        """Why the definition does not allow a library's result, or None."""
        result = np.asarray(result)
        if result.dtype.name != self.dtype or result.shape != self.shape:
            return f"{result.dtype} of {result.shape}, not {self.dtype} of {self.shape}"
        columns = [result.real, result.imag] if is_complex(self.dtype) else [result]
        for column, parts in zip(columns, self.parts):
            for index, (value, part) in enumerate(zip(column.flat, parts)):
                bound = 0 if exactly else self._bound(part, normwise)
                if not self._allowed(value, part.value, bound):
                    return (f"output {index} is {value!r}, the definition gives"
                            f" {to_nearest(part.value, self.dtype)!r}, allowed"
                            f" {to_nearest(Fraction(bound), 'float64')!r}")
        return None

    def _bound(self, part, normwise):
        """The bounds of conv4j's Accuracy: componentwise, or normwise where that is larger."""
        if self.dtype in BITS:
            return 0
        digits, smallest, _ = FORMATS[self.dtype]
        u = Fraction(1, 2**digits)
        count = part.products // 2 + 2 if is_complex(self.dtype) else part.products
        # Whether by parts or by moduli, which are larger: the factor sqrt(2) is not used.
        bound = count * u / (1 - count * u) * part.magnitude
        if normwise:
            bound = max(bound, Fraction(self._normwise_factor(float(u))) * self.norms)
        return bound + part.products * Fraction(2) ** (smallest - 1)

    def _normwise_factor(self, u):
        levels = sum((n + k - 2).bit_length() + 1 for n, k in zip(*self.shapes))
        return math.expm1(
            6 * levels * math.log1p(u) + (3 * levels + 1) * math.log1p(u * math.sqrt(5))
        )

    def _allowed(self, value, exact, bound):
        if self.dtype in BITS:
            return int(value) == exact
        value = float(value)
        if isinstance(exact, float):
            return value == exact or (math.isnan(value) and math.isnan(exact))
        if math.isnan(value):
            return False
        if math.isinf(value):
            return to_nearest(exact, self.dtype) == value
        return abs(Fraction(value) - exact) <= bound

    def pattern(self):
        """Where the result is which non-finite number, comparable with ==."""
        return [
            [str(part.value) if isinstance(part.value, float) else "" for part in parts]
            for parts in self.parts
        ]


def _norm(array):
    """The Euclidean norm of the finite elements, which a double need not hold."""
    parts = [abs(float(p)) for value in array.flat for p in (value.real, value.imag)]
    parts = [part for part in parts if math.isfinite(part)]
    largest = max(parts, default=0.0)
    return Fraction(largest) * Fraction(math.hypot(*(p / (largest or 1) for p in parts)))


def _pairs(index, shape1, shape2, reach):
    """The indices of the factors of every term of an output of the full result."""
    low = (lambda o, k: max(0, o - k + 1)) if reach == LOCAL else (lambda o, k: o - k + 1)
    high = (lambda o, n: min(n, o + 1)) if reach == LOCAL else (lambda o, n: o + 1)
    for i in product(*(range(low(o, k), high(o, n)) for o, n, k in zip(index, shape1, shape2))):
        yield i, tuple(o - j for o, j in zip(index, i))


def _scaled(array):
    """The elements as pairs of whole multiples of a unit (or non-finite floats), and the unit."""
    pairs = {i: (float(array[i].real), float(array[i].imag)) for i in np.ndindex(array.shape)}
    finite = [Fraction(part) for pair in pairs.values() for part in pair if math.isfinite(part)]
    scale = max([part.denominator for part in finite], default=1)
    whole = {
        i: tuple(int(Fraction(p) * scale) if math.isfinite(p) else p for p in pair)
        for i, pair in pairs.items()
    }
    return whole, Fraction(1, scale)


def _part(factors, unit):
    touching = 0.0
    total = magnitude = 0
    for x, h in factors:
        if isinstance(x, float) or isinstance(h, float):
            touching += _sign(x) * _sign(h)  # Signs for finite factors: no product overflows.
        else:
            term = x * h
            total += term
            magnitude += abs(term)
    if touching != 0:
        return Part(touching, Fraction(0), len(factors))
    return Part(total * unit, magnitude * unit, len(factors))


def _sign(factor):
    return factor if isinstance(factor, float) else float((factor > 0) - (factor < 0))


def to_nearest(value, dtype):
    """A value in a dtype's real format, rounded once, to even; beyond the largest, an infinity."""
    if dtype in BITS or isinstance(value, float):
        return value
    if value == 0:
        return 0.0
    digits, smallest, overflow = FORMATS[dtype]
    size = abs(value)
    exponent = size.numerator.bit_length() - size.denominator.bit_length()
    if Fraction(2) ** exponent > size:
        exponent -= 1
    unit = Fraction(2) ** max(exponent - digits + 1, smallest)
    nearest = round(size / unit) * unit
    number = math.inf if nearest >= Fraction(2) ** overflow else float(nearest)
    return number if value > 0 else -number

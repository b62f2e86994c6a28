"""Layers in exact arithmetic: all operations as sums over the terms of one definition.

A layer is described by a Layer. Its terms are the triples (output, input, weight) of elements that
meet: tap t of output o meets element o s + t d - p of the input, if there is one. With them

    convolve          y[output] += w[weight] x[input]
    transposed        x[input] += w[weight] y[output]
    weight_gradient   w[weight] += x[input] y[output]

Elements are Python integers, so nothing is rounded and nothing overflows. require_consistent checks
the terms against a computation that knows nothing of them: slices of an input with zeros around it.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod

import numpy as np
from golden_exact import BITS, FORMATS, is_complex, to_nearest
from golden_files import WrongResult


@dataclass(frozen=True)
class Axis:
    """One spatial axis; output is the number of outputs."""

    input: int
    kernel: int
    stride: int
    dilation: int
    before: int
    after: int
    output: int

    @property
    def window(self):
        return self.dilation * (self.kernel - 1) + 1


def split(total, padding):
    """SAME puts half before and half after, SAME_UPPER the odd one after, SAME_LOWER before."""
    smaller = total // 2
    return (smaller, total - smaller) if padding == "same_upper" else (total - smaller, smaller)


def forward_axis(i, k, s, d, padding, up):
    """An axis of a layer, its outputs by counting the windows that fit."""
    window = d * (k - 1) + 1
    if isinstance(padding, str):
        before, after = split(max((-(-i // s) - 1) * s + window - i, 0), padding)
    else:
        before, after = padding
    end = i + before + after
    starts = [start for start in range(0, end, s) if start + window <= end]
    if not starts:
        raise WrongResult(f"a window of {window} does not fit into {i} with {before} and {after}")
    following = starts[-1] + s
    if up and starts[-1] + window < end and following < i + before:
        starts.append(following)
    return Axis(i, k, s, d, before, after, len(starts))


def transposed_axis(o, k, s, d, padding, more):
    """An axis of the layer whose transposed layer takes o elements."""
    window = d * (k - 1) + 1
    reach = (o - 1) * s + window + more
    if isinstance(padding, str):
        before, after = split(max(reach - o * s, 0), padding)
        return Axis(o * s, k, s, d, before, after, o)
    before, after = padding
    return Axis(reach - before - after, k, s, d, before, after, o)


@dataclass(frozen=True)
class Layer:
    """Sizes of a layer, channels first."""

    batch: int
    inputs: int
    outputs: int
    groups: int
    axes: tuple

    @property
    def input_shape(self):
        return (self.batch, self.inputs, *(axis.input for axis in self.axes))

    @property
    def output_shape(self):
        return (self.batch, self.outputs, *(axis.output for axis in self.axes))

    @property
    def weights_shape(self):
        return (self.outputs, self.inputs // self.groups, *(axis.kernel for axis in self.axes))

    def terms(self):
        """The flat indices of output, input and weight of every term, one list for each."""
        output = input = weight = np.zeros(1, np.int64)
        for axis in self.axes:
            o, t = (part.ravel() for part in np.indices((axis.output, axis.kernel)))
            i = o * axis.stride + t * axis.dilation - axis.before
            inside = (i >= 0) & (i < axis.input)
            output = (output[:, None] * axis.output + o[inside]).ravel()
            input = (input[:, None] * axis.input + i[inside]).ravel()
            weight = (weight[:, None] * axis.kernel + t[inside]).ravel()
        channels = self.inputs // self.groups
        n, m, c = (part.ravel() for part in np.indices((self.batch, self.outputs, channels)))
        from_channel = m // (self.outputs // self.groups) * channels + c
        sizes = [prod(shape[2:]) for shape in
                 (self.output_shape, self.input_shape, self.weights_shape)]
        firsts = (n * self.outputs + m, n * self.inputs + from_channel, m * channels + c)
        return [
            (first[:, None] * size + part).ravel().tolist()
            for first, size, part in zip(firsts, sizes, (output, input, weight))
        ]


def summed(size, targets, factors1, indices1, factors2, indices2):
    """The sums of products that each target gets."""
    sums = [0] * size
    for target, i, j in zip(targets, indices1, indices2):
        sums[target] += factors1[i] * factors2[j]
    return sums


def convolve(layer, x, w):
    output, input, weight = layer.terms()
    return summed(prod(layer.output_shape), output, w, weight, x, input)


def transposed(layer, y, w):
    output, input, weight = layer.terms()
    return summed(prod(layer.input_shape), input, w, weight, y, output)


def weight_gradient(layer, x, y):
    output, input, weight = layer.terms()
    return summed(prod(layer.weights_shape), weight, x, input, y, output)


# ---- The same without terms ----------------------------------------------------------------------


def convolve_by_slices(layer, x, w):
    """For each tap, a slice of the padded input times a matrix over the channels."""
    padded = np.zeros((layer.batch, layer.inputs, *(
        (axis.output - 1) * axis.stride + axis.window + axis.before + axis.input
        for axis in layer.axes
    )), object)
    inner = tuple(slice(axis.before, axis.before + axis.input) for axis in layer.axes)
    padded[(slice(None), slice(None), *inner)] = np.array(x, object).reshape(layer.input_shape)
    weights = np.array(w, object).reshape(layer.weights_shape)
    y = np.zeros(layer.output_shape, object)
    many, few = layer.outputs // layer.groups, layer.inputs // layer.groups
    for tap in product(*(range(axis.kernel) for axis in layer.axes)):
        places = tuple(
            slice(t * axis.dilation, t * axis.dilation + axis.output * axis.stride, axis.stride)
            for t, axis in zip(tap, layer.axes)
        )
        for group in range(layer.groups):
            rows = slice(group * many, (group + 1) * many)
            seen = padded[(slice(None), slice(group * few, (group + 1) * few), *places)]
            products = np.tensordot(weights[(rows, slice(None), *tap)], seen, ([1], [1]))
            y[:, rows] += np.moveaxis(products, 0, 1)
    return y.ravel().tolist()


def require_consistent(name, layer, rng):
    """Terms and slices agree, and the transposed layer and the gradient are their adjoints."""
    x, y, w = (
        [int(v) for v in rng.integers(-(2**40), 2**40, prod(shape))]
        for shape in (layer.input_shape, layer.output_shape, layer.weights_shape)
    )
    result = convolve_by_slices(layer, x, w)
    if result != convolve(layer, x, w):
        raise WrongResult(f"{name}: terms and slices give different outputs")
    product_with_y = sum(a * b for a, b in zip(result, y))
    if product_with_y != sum(a * b for a, b in zip(x, transposed(layer, y, w))):
        raise WrongResult(f"{name}: the transposed layer is not the adjoint")
    if product_with_y != sum(a * b for a, b in zip(w, weight_gradient(layer, x, y))):
        raise WrongResult(f"{name}: the gradient for the weights is not the adjoint")


# ---- Numbers -------------------------------------------------------------------------------------


def whole(array):
    """The parts of an array (one, or real and imaginary) as whole multiples of a unit, and it."""
    if array.dtype.kind == "i":
        return [[int(v) for v in array.flat]], Fraction(1)
    parts = [array.real, array.imag] if array.dtype.kind == "c" else [array]
    ratios = [[float(v).as_integer_ratio() for v in part.flat] for part in parts]
    scale = max((den for part in ratios for _, den in part), default=1)
    return [[num * (scale // den) for num, den in part] for part in ratios], Fraction(1, scale)


def bilinear(function, first, second):
    """A product of parts, as complex numbers have it."""
    if len(first) == 1 and len(second) == 1:
        return [function(first[0], second[0])]
    zeros = [[0] * len(first[0])], [[0] * len(second[0])]
    (a, b), (c, d) = (first + zeros[0])[:2], (second + zeros[1])[:2]
    real = [p - q for p, q in zip(function(a, c), function(b, d))]
    imaginary = [p + q for p, q in zip(function(a, d), function(b, c))]
    return [real, imaginary]


def magnitudes(function, first, second):
    """The sums of the magnitudes of all terms, of both parts of complex numbers."""
    joined = [[sum(map(abs, values)) for values in zip(*parts)] for parts in (first, second)]
    return function(*joined)


def wrapped(value, dtype):
    modulus = 1 << BITS[dtype]
    return (value + modulus // 2) % modulus - modulus // 2


def finish(function, first, second, bias, dtype, shape):
    """The result of an operation: exact, wrapped or rounded to nearest once; and whether no sum of
    its terms in any order would be rounded.

    first and second are arrays; bias is None or an array that is broadcast to the shape.
    """
    (left, left_unit), (right, right_unit) = whole(first), whole(second)
    parts, unit = bilinear(function, left, right), left_unit * right_unit
    greatest = magnitudes(function, left, right)
    if is_complex(dtype) and len(parts) == 1:
        parts = parts + [[0] * len(parts[0])]
    values = [[part * unit for part in column] for column in parts]
    sizes = [size * unit for size in greatest]
    if bias is not None:
        added, bias_unit = whole(np.broadcast_to(bias, shape))
        unit = min(unit, bias_unit)
        values = [[v + b * bias_unit for v, b in zip(*pair)] for pair in zip(values, added)]
        for column in added:
            sizes = [size + abs(b) * bias_unit for size, b in zip(sizes, column)]
    result = np.zeros(prod(shape), dtype)
    if dtype in BITS:
        result[:] = [wrapped(int(value), dtype) for value in values[0]]
        return result.reshape(shape), True
    rounded = [[to_nearest(value, dtype) for value in column] for column in values]
    if is_complex(dtype):
        result.real, result.imag = rounded
    else:
        result[:] = rounded[0]
    digits = FORMATS[dtype][0]
    return result.reshape(shape), all(size / unit <= 2**digits for size in sizes)

"""One vector of a layer: operands, the exact result, and the form in JSON."""

import math
from dataclasses import dataclass, replace

import numpy as np
from golden_exact import BITS, is_complex
from golden_files import WrongResult
from golden_library import encode
from golden_values import seed_of, typed
from layer_exact import (
    Layer, bilinear, convolve, finish, forward_axis, require_consistent, transposed,
    transposed_axis, weight_gradient, whole,
)

CONVOLVE, TRANSPOSED, INPUT_GRADIENT, WEIGHT_GRADIENT, BIAS_GRADIENT = (
    "convolve", "transposed", "input_gradient", "weight_gradient", "bias_gradient"
)


@dataclass(frozen=True)
class Case:
    """What is asked for. Numbers for axes have one entry for each spatial axis.

    extents are those of the array that the operation begins with: of the output for a transposed
    layer, else of the input. padding holds pairs of zeros before and after, or is "same_upper",
    "same_lower" or "valid". zero_points are that of the input and those of the weights.
    """

    extents: tuple
    kernel: tuple
    batch: int = 1
    inputs: int = 1
    outputs: int = 1
    groups: int = 1
    stride: tuple = None
    dilation: tuple = None
    padding: object = "valid"
    more: tuple = None
    up: bool = False
    last: bool = False
    zero_points: tuple = None
    bias: bool = False
    operation: str = CONVOLVE

    @property
    def rank(self):
        return len(self.extents)

    def layer(self):
        ones, none = (1,) * self.rank, (0,) * self.rank
        axes = []
        for a in range(self.rank):
            padding = self.padding
            if padding == "valid":
                padding = (0, 0)
            elif not isinstance(padding, str):
                padding = padding[a]
            sizes = (self.extents[a], self.kernel[a], (self.stride or ones)[a],
                     (self.dilation or ones)[a], padding)
            if self.operation == TRANSPOSED:
                axes.append(transposed_axis(*sizes, (self.more or none)[a]))
            else:
                axes.append(forward_axis(*sizes, self.up))
        return Layer(self.batch, self.inputs, self.outputs, self.groups, tuple(axes))

    def label(self):
        """A readable name of shapes and options."""
        parts = [f"r{self.rank}", f"n{self.batch}", f"{by_x(self.extents)}-{by_x(self.kernel)}",
                 f"c{self.inputs}-{self.outputs}"]
        parts += [f"g{self.groups}"] if self.groups > 1 else []
        parts += [f"s{by_x(self.stride)}"] if self.stride else []
        parts += [f"d{by_x(self.dilation)}"] if self.dilation else []
        if isinstance(self.padding, str):
            parts += [self.padding] if self.padding != "valid" else []
        else:
            parts.append("p" + "x".join(f"{before}_{after}" for before, after in self.padding))
        parts += [f"o{by_x(self.more)}"] if self.more else []
        parts += ["up"] if self.up else []
        parts += ["nhwc"] if self.last else []
        parts += ["z" + "_".join(map(str, self.zero_points))] if self.zero_points else []
        parts += ["bias"] if self.bias else []
        return ".".join(parts)

    def options(self):
        """As JSON has them: only what differs from the plain layer."""
        options = {}
        if self.stride:
            options["stride"] = list(self.stride)
        if self.dilation:
            options["dilation"] = list(self.dilation)
        if isinstance(self.padding, str):
            if self.padding != "valid":
                options["padding"] = self.padding
        else:
            before, after = zip(*self.padding)
            options["padding"] = {"before": list(before), "after": list(after)}
        if self.more:
            options["output_padding"] = list(self.more)
        if self.groups > 1:
            options["groups"] = self.groups
        if self.up:
            options["rounding"] = "up"
        if self.last:
            options["layout"] = "nhwc"
        if self.zero_points:
            options["input_zero_point"] = self.zero_points[0]
            options["weight_zero_points"] = list(self.zero_points[1:])
        return options


def by_x(numbers):
    return "x".join(map(str, numbers))


# ---- Operands ------------------------------------------------------------------------------------

# The generator of S. K. Park and K. W. Miller, Random number generators: good ones are hard to find,
# Communications of the ACM 31 (1988), doi:10.1145/63039.63042.
MULTIPLIER, MODULUS = 16807, 2**31 - 1


def by_rule(shape, dtype, seed, values, divisor):
    """The array of a rule: with s[0] = seed and s[k+1] = 16807 s[k] mod (2^31 - 1), element k is
    (s[k+1] mod values - floor(values / 2)) / divisor, rounded to nearest. Imaginary parts follow the
    real parts.
    """
    size = math.prod(shape)
    state, numbers = seed, []
    for _ in range(2 * size if is_complex(dtype) else size):
        state = MULTIPLIER * state % MODULUS
        numbers.append(state % values - values // 2)
    real = np.array(0, dtype).real.dtype
    parts = np.array(numbers, real)
    if real.kind == "f":
        parts = parts / real.type(divisor)
    if is_complex(dtype):
        parts = parts[:size] + parts[size:] * np.array(1j, dtype)
    return parts.reshape(shape)


class Rule:
    """Draws small numbers by a rule, which is what JSON then has of them."""

    def __init__(self, values, divisor=1):
        self.values, self.divisor = values, divisor
        self.name = f"{values}" if divisor == 1 else f"{values}_{divisor}"

    def draw(self, rng, shape, dtype):
        divisor = 1 if dtype in BITS else self.divisor
        seed = int(rng.integers(1, MODULUS))
        array = by_rule(shape, dtype, seed, self.values, divisor)
        rule = {"seed": seed, "values": self.values, "divisor": divisor}
        return array, {"dtype": dtype, "shape": list(shape), "rule": rule}


class Regime:
    """Draws numbers of a regime of golden_values, all of which JSON then has."""

    def __init__(self, regime):
        self.regime = regime
        self.name = regime.__name__.replace("_", "-")

    def draw(self, rng, shape, dtype):
        array = typed(rng, shape, 1, self.regime, dtype)
        return array, compact(array)


@dataclass(frozen=True)
class Operands:
    """Arrays with channels first, and what JSON has of them, if not all their numbers; gradient is
    that with respect to the output.
    """

    x: np.ndarray = None
    w: np.ndarray = None
    gradient: np.ndarray = None
    bias: np.ndarray = None
    texts: dict = None


NAMES = {"x": "input", "gradient": "output_gradient", "w": "weights", "bias": "bias"}
OPERANDS = {
    CONVOLVE: ("x", "w"),
    TRANSPOSED: ("x", "w"),
    INPUT_GRADIENT: ("gradient", "w"),
    WEIGHT_GRADIENT: ("x", "gradient"),
    BIAS_GRADIENT: ("gradient",),
}


def draw(case, layer, dtypes, numbers, label):
    """Operands of dtypes for the first and the second operand."""
    rng = np.random.Generator(np.random.PCG64(seed_of(label)))
    shapes = {"x": layer.input_shape, "w": layer.weights_shape, "gradient": layer.output_shape}
    if case.operation == TRANSPOSED:
        shapes["x"] = layer.output_shape
    arrays, texts = {}, {}
    for name, dtype in zip(OPERANDS[case.operation], dtypes):
        last = case.last and name != "w"
        shape = shapes[name]
        if last:
            shape = (shape[0], *shape[2:], shape[1])
        array, texts[name] = numbers.draw(rng, shape, dtype)
        arrays[name] = np.moveaxis(array, -1, 1) if last else array
    if case.bias:
        channels = layer.inputs if case.operation == TRANSPOSED else layer.outputs
        common = np.result_type(*dtypes).name
        arrays["bias"], texts["bias"] = numbers.draw(rng, (channels,), common)
    return Operands(**arrays, texts=texts)


# ---- Results -------------------------------------------------------------------------------------


def product(case, layer, operands):
    """The sums of an operation as a function of two lists of factors, the factors, and the shape."""
    x, w, y = operands.x, operands.w, operands.gradient
    if case.zero_points:
        x, w = less_zero_points(case, x, w)
    if case.operation == CONVOLVE:
        return lambda a, b: convolve(layer, a, b), x, w, layer.output_shape
    if case.operation == TRANSPOSED:
        return lambda a, b: transposed(layer, a, b), x, w, layer.input_shape
    if case.operation == INPUT_GRADIENT:
        return lambda a, b: transposed(layer, a, b), y, w, layer.input_shape
    if case.operation == WEIGHT_GRADIENT:
        return lambda a, b: weight_gradient(layer, a, b), x, y, layer.weights_shape
    channels = np.moveaxis(y, 1, 0).reshape(layer.outputs, -1)
    each = channels.shape[1]

    def sums(a, one):
        return [sum(a[i:i + each]) * one[0] for i in range(0, len(a), each)]

    return sums, channels, np.ones(1, y.dtype), (layer.outputs,)


def result(case, layer, operands):
    """The exact result, channels first, and whether no order of summation would round it."""
    function, first, second, shape = product(case, layer, operands)
    bias = operands.bias
    column = None if bias is None else bias.reshape(1, -1, *(1,) * case.rank)
    return finish(function, first, second, column, dtype_of(operands), shape)


def unrounded(case, layer, operands):
    """The sums without bias, as whole multiples of a unit."""
    function, first, second, _ = product(case, layer, operands)
    return bilinear(function, whole(first)[0], whole(second)[0])


def less_zero_points(case, x, w):
    """Differences, exact: as Python integers, which wrap only at the end."""
    points = np.array(case.zero_points[1:], object)
    points = np.broadcast_to(points, (case.outputs,)).reshape(-1, *(1,) * (w.ndim - 1))
    return Whole(x.astype(object) - case.zero_points[0]), Whole(w.astype(object) - points)


class Whole:
    """An array of Python integers that whole() takes like one of a dtype."""

    def __init__(self, array):
        self.dtype = np.dtype("int64")
        self.flat = array.ravel().tolist()


def dtype_of(operands):
    arrays = [a for a in (operands.x, operands.w, operands.gradient) if a is not None]
    return np.result_type(*(a.dtype for a in arrays)).name


# ---- Vectors -------------------------------------------------------------------------------------


def label_of(case, dtypes, numbers):
    return (f"layer.{case.operation.replace('_', '-')}.{case.label()}"
            f".{'-'.join(dict.fromkeys(dtypes))}.{numbers.name}")


def drawn(case, dtypes, numbers):
    """A vector whose kernel and axes cannot be reversed or exchanged without a different result."""
    label = label_of(case, dtypes, numbers)
    layer = case.layer()
    for attempt in range(20):
        operands = draw(case, layer, dtypes, numbers, f"{label}#{attempt}")
        if distinguishes(case, layer, operands):
            return vector(label, case, operands)
    raise WrongResult(f"{label}: no operands tell a reversed kernel from the right one")


def distinguishes(case, layer, operands):
    """Whether reversed kernels, and exchanged axes of square ones, give another result.

    Of the gradient for weights, which has no kernel, the output's gradient is reversed.
    """
    if case.operation == BIAS_GRADIENT:
        return True
    name = "gradient" if case.operation == WEIGHT_GRADIENT else "w"
    right = unrounded(case, layer, operands)
    taps = getattr(operands, name)
    axes = tuple(range(2, taps.ndim))
    others = []
    if math.prod(taps.shape[2:]) > 1:
        others.append(np.flip(taps, axes))
    if case.rank > 1 and len(set(taps.shape[2:])) == 1 and taps.shape[2] > 1:
        others.append(np.swapaxes(taps, 2, 3))
    return all(
        unrounded(case, layer, replace(operands, **{name: other})) != right for other in others
    )


def vector(label, case, operands, source=None):
    """The vector in the form of JSON."""
    layer = case.layer()
    require_consistent(label, layer, np.random.Generator(np.random.PCG64(seed_of(label))))
    expected, exact = result(case, layer, operands)

    def laid_out(array):
        return compact(np.moveaxis(array, 1, -1) if case.last else array)

    made = {"id": label, "operation": case.operation, "options": case.options()}
    for name, title in NAMES.items():
        array = getattr(operands, name)
        if array is not None:
            inlined = compact(array) if name in ("w", "bias") else laid_out(array)
            made[title] = operands.texts[name] if operands.texts else inlined
    if case.operation == INPUT_GRADIENT:
        shape = layer.input_shape
        made["shape"] = [shape[0], *shape[2:], shape[1]] if case.last else list(shape)
    if case.operation == WEIGHT_GRADIENT:
        made["shape"] = list(layer.weights_shape)
    plain = case.operation in (WEIGHT_GRADIENT, BIAS_GRADIENT)
    made["expected"] = compact(expected) if plain else laid_out(expected)
    made["accuracy"] = "exact" if exact else "componentwise"
    if source is not None:
        made["source"] = source
    return made


def compact(array):
    """An array as JSON has it; floats that are whole numbers without their fraction."""
    encoded = encode(array)
    if encoded["dtype"] not in BITS:
        for part in ("data", "imag"):
            if part in encoded:
                encoded[part] = [short(value) for value in encoded[part]]
    return encoded


def short(value):
    integral = isinstance(value, float) and value.is_integer() and abs(value) < 2**53
    return int(value) if integral and str(value) != "-0.0" else value

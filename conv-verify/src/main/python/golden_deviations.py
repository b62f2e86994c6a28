"""One table for each defect of DEVIATIONS.md: operands on which it shows, by any route.

Transforms are short, of lengths whose twiddle factors every mathematical library gives alike.
"""

import math

import numpy as np
from golden_exact import one_larger
from golden_library import MODES, vector
from golden_values import FLOATS, seed_of

INT64_MIN = -(2**63)


def array(values, dtype):
    return np.array(values).astype(dtype) if dtype.startswith("int") else np.array(values, dtype)


def shown(convention, operation, defect, method, name, in1, in2, modes=MODES):
    """A pair of operands in each of the modes, in all of which the defect shows."""
    return [
        vector(
            f"{convention}.{operation}.{mode}.{defect}.{name}", operation, mode, convention,
            in1, in2, defect=defect, method=method,
        )
        for mode in modes
        if mode != "valid" or one_larger(in1.shape, in2.shape)
    ]


def fft_integer_rounding(operation):
    """Products beyond 2^53 in doubles."""
    rng = np.random.Generator(np.random.PCG64(seed_of("fft-integer-rounding")))
    vectors = []
    for bits in (30, 31, 36, 40):
        for shape1, shape2 in (((3,), (2,)), ((2,), (3,)), ((4,), (4,)), ((2, 2), (2, 2))):
            in1 = rng.integers(-(2**bits), 2**bits, shape1)
            in2 = rng.integers(-(2 ** min(bits, 30)), 2 ** min(bits, 30), shape2)
            name = f"{bits}-bits.{'x'.join(map(str, shape1))}-{'x'.join(map(str, shape2))}"
            # A single output may be right by luck.
            modes = MODES if shape1 != shape2 else ("full", "same")
            vectors += shown("scipy", operation, "fft-integer-rounding", "fft", name, in1, in2, modes)
    in1, in2 = array([2**27 + 1, 1], "int64"), array([2**27 - 1, 1], "int64")
    return vectors + shown(
        "scipy", operation, "fft-integer-rounding", "fft", "short", in1, in2, ("full",)
    )


def fft_integer_overflow():
    """Sums that wrap, converted from doubles, which do not."""
    defect = "fft-integer-overflow"
    large = array([2**20, 2**20 + 1], "int32")
    vectors = shown("scipy", "convolve", defect, "fft", "int32", large, large)
    large = array([2**31 - 1, -1, 1], "int32")
    vectors += shown("scipy", "convolve", defect, "fft", "largest-int32", large, large[:2])
    large = array([2**40, 3], "int64")
    vectors += shown("scipy", "convolve", defect, "fft", "int64", large, large)
    square = array([[2**20, 2**20], [1, 2**20]], "int32")
    vectors += shown("scipy", "convolve", defect, "fft", "int32-square", square, square)
    in1, in2 = np.full(26, 2**20, "int32"), np.full(51, 2**20, "int32")
    return vectors + shown("scipy", "convolve", defect, "auto", "auto", in1, in2, ("same",))


def auto_int64_min():
    """The magnitude of INT64_MIN is negative, so that all products seem to be small."""
    vectors = []
    for place in (1, 3, 7, 9):
        in1, in2 = np.arange(26), np.arange(51)
        in1[place] = INT64_MIN
        vectors += shown(
            "scipy", "convolve", "auto-int64-min", "auto", f"signal-{place}", in1, in2, ("same",)
        )
    return vectors


def auto_nonfinite_with_integers():
    defect = "auto-nonfinite-with-integers"
    vectors = []
    for integer in ("int64", "int32"):
        for name, value in (("nan", math.nan), ("inf", math.inf), ("minus-inf", -math.inf)):
            for dtype in FLOATS if name == "nan" else ("float64",):
                whole, broken = array([1, 2, 3], integer), array([4, value], dtype)
                label = f"{integer}-{dtype}.{name}"
                vectors += shown("scipy", "convolve", defect, "auto", label, whole, broken, ("full",))
                label = f"{dtype}-{integer}.{name}"
                vectors += shown("scipy", "convolve", defect, "auto", label, broken, whole, ("full",))
    return vectors


def fft_nonfinite(operation):
    """One element spoils the whole spectrum; here always one that few outputs touch."""
    vectors = []
    for dtype in FLOATS:
        for name, value in (("nan", math.nan), ("inf", math.inf), ("minus-inf", -math.inf)):
            in1, in2 = array([1, 2, 3, 4, value], dtype), array([2, -1], dtype)
            vectors += shown(
                "scipy", operation, "fft-nonfinite", "fft", f"{dtype}.signal-edge.{name}", in1, in2
            )
        in1, in2 = array([1, 2, 3], dtype), array([math.nan, 2], dtype)
        vectors += shown(
            "scipy", operation, "fft-nonfinite", "fft", f"{dtype}.kernel-edge.nan", in1, in2,
            ("full", ),
        )
        in1 = array([[1, 2, 3], [4, 5, 6], [7, 8, math.inf]], dtype)
        in2 = array([[1, 2], [-3, 4]], dtype)
        vectors += shown(
            "scipy", operation, "fft-nonfinite", "fft", f"{dtype}.square.inf", in1, in2
        )
    return vectors


def fft_overflow(operation):
    vectors = []
    for dtype in FLOATS:
        double = np.finfo(dtype).precision > 10
        great, most = (1e200, 1e308) if double else (1e25, 3e38)
        in1, in2 = array([great, 1, 1], dtype), array([great, 1], dtype)
        vectors += shown("scipy", operation, "fft-overflow", "fft", f"{dtype}.product", in1, in2,
                         ("full", "same"))
        in1, in2 = array([most, -most / 2, most], dtype), array([0.5, 0.25], dtype)
        vectors += shown("scipy", operation, "fft-overflow", "fft", f"{dtype}.signal", in1, in2)
        in1, in2 = array([[most, most], [1, most]], dtype), array([[0.5, 0], [0, 0.25]], dtype)
        vectors += shown("scipy", operation, "fft-overflow", "fft", f"{dtype}.square", in1, in2,
                         ("full",))
    return vectors


def fft_underflow():
    vectors = []
    for dtype in FLOATS:
        double = np.finfo(dtype).precision > 10
        tiny, factor = (5e-324, 2.0**60) if double else (1.4e-45, 2.0**30)
        in1, in2 = array([tiny, 0, tiny], dtype), array([factor, 0, 1], dtype)
        vectors += shown("scipy", "convolve", "fft-underflow", "fft", f"{dtype}.smallest", in1, in2)
        in1, in2 = array([tiny, tiny * 3, 0], dtype), array([factor, 0, 3], dtype)
        vectors += shown("scipy", "convolve", "fft-underflow", "fft", f"{dtype}.subnormal", in1, in2,
                         ("full", "same"))
    return vectors


def fft_mixed_precision():
    """An operand of single precision is transformed in single precision."""
    vectors = []
    for single in ("float32", "complex64"):
        others = ["int64", "int32", "float64", "complex128"]
        for other in others:
            in1, in2 = array([0.1, 0.7, 3], single), array([3, 7], other)
            for name, a, b in (("first", in1, in2), ("second", in2, in1)):
                vectors += shown(
                    "scipy", "convolve", "fft-mixed-precision", "fft", f"{single}-{name}.{other}",
                    a, b, ("full",),
                )
    return vectors


def direct_overflow(convention, operation):
    """Sums whose terms cancel, but only after they have left the range, in whatever order."""
    vectors = []

    def add(name, in1, in2, modes=MODES):
        vectors.extend(
            shown(convention, operation, "direct-overflow", "direct", name, in1, in2, modes)
        )

    for dtype in FLOATS:
        double = np.finfo(dtype).precision > 10
        most, half = (1e308, 1e200) if double else (2e38, 1e25)
        ones = array([1, 1, 1, 1, 1], dtype)
        # OpenBLAS adds five complex numbers of single precision in an order that happens to be safe.
        modes = MODES if dtype != "complex64" else ("full", "same")
        add(f"{dtype}.sum", array([most, most, most, -most, -most], dtype), ones, modes)
        add(f"{dtype}.product", array([half, half], dtype),
            array([half, -half] if operation == "convolve" else [-half, half], dtype))
        if convention == "scipy":
            square = array([[most, most], [-most, -most]], dtype)
            add(f"{dtype}.square", square, array([[1, 1], [1, 1]], dtype), ("full", "valid"))
        if dtype.startswith("complex") and convention == "scipy":
            scalar = array(half * (1 + 1j), dtype)
            add(f"{dtype}.scalar", scalar, scalar)
    return vectors


def scipy_deviations():
    return (
        fft_integer_rounding("convolve")
        + fft_integer_overflow()
        + auto_int64_min()
        + auto_nonfinite_with_integers()
        + fft_nonfinite("convolve")
        + fft_overflow("convolve")
        + fft_underflow()
        + fft_mixed_precision()
        + direct_overflow("scipy", "convolve")
    )


def scipy_correlate_deviations():
    return (
        fft_integer_rounding("correlate")
        + fft_nonfinite("correlate")
        + fft_overflow("correlate")
        + direct_overflow("scipy", "correlate")
    )


def numpy_deviations():
    return direct_overflow("numpy", "convolve")


def numpy_correlate_deviations():
    """Scalars, which numpy.convolve takes for one-element arrays and numpy.correlate refuses."""
    vectors = direct_overflow("numpy", "correlate")
    for dtype in ("float64", "int32", "complex64"):
        one = array(3, dtype)
        for name, in1, in2 in (
            ("both", one, array(2, dtype)), ("first", one, array([2, 5], dtype)),
            ("second", array([2, 5], dtype), one),
        ):
            vectors += shown("numpy", "correlate", "numpy-correlate-scalar", "direct",
                             f"{dtype}.{name}", in1, in2)
    return vectors

"""What SciPy and NumPy answer, and vectors made of it.

The expected values of a vector are the library's as long as the definition allows them. Where it does
not, the defect has to be declared; then the exact result, rounded to nearest, is expected, and the
library's own is kept for the record. A defect that is declared and does not show is refused too.
"""

import warnings

import numpy as np
import scipy.signal
from golden_exact import PADDED, Convolution
from golden_files import WrongResult

PADDING = "direct-zero-padding"
MODES = ("full", "same", "valid")


def call_text(operation, convention, method):
    """A call as the files tell it."""
    if convention == "numpy":
        return f"numpy.{operation}(in1, in2, mode)"
    return f"scipy.signal.{operation}(in1, in2, mode, method='{method}')"


def call(operation, mode, convention, method, in1, in2):
    """The array that a library returns, or the text of the error that it raises."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            if convention == "numpy":
                function = np.convolve if operation == "convolve" else np.correlate
                return np.asarray(function(in1, in2, mode))
            function = getattr(scipy.signal, operation)
            return np.asarray(function(in1, in2, mode, method=method))
        except (ValueError, OverflowError) as error:
            return f"{type(error).__name__}: {error}"


def complaint(exact, result, method, exactly=False):
    """Why a result is not what the definition allows, or None."""
    if isinstance(result, str):
        return result
    return exact.complaint(result, normwise=method != "direct", exactly=exactly)


def spreads(in1, in2, operation, mode, convention, exact):
    """Whether SciPy's N-D loop multiplies a non-finite element by a zero that it has padded with.

    Only full and same are padded; rank 1 takes NumPy's loop unless in2 is longer in same mode.
    """
    one_dimensional = in1.ndim == 1 and not (mode == "same" and in2.size > in1.size)
    if convention == "numpy" or mode == "valid" or in1.ndim == 0 or one_dimensional:
        return False
    padded = Convolution(in1, in2, operation, mode, convention, PADDED)
    return padded.pattern() != exact.pattern()


def vector(name, operation, mode, convention, in1, in2, *, defect=None, method="direct",
           exactly=False):
    """One vector; a defect is that of the method, and the direct method is right if it is another.

    The defect of zero padding need not be declared, because it is known exactly where it shows.
    """
    exact = Convolution(in1, in2, operation, mode, convention)
    if defect is None and spreads(in1, in2, operation, mode, convention, exact):
        defect = PADDING
    direct = call(operation, mode, convention, "direct", in1, in2)
    wrong = complaint(exact, direct, "direct", exactly)
    if wrong and (defect is None or method != "direct"):
        raise WrongResult(f"{name}: no defect is declared: {wrong}")
    made = {
        "id": name,
        "operation": operation,
        "mode": mode,
        "in1": encode(in1),
        "in2": encode(in2),
        "expected": encode(exact.rounded() if wrong else direct),
    }
    if defect is not None:
        result = call(operation, mode, convention, method, in1, in2)
        if complaint(exact, result, method, exactly) is None:
            raise WrongResult(f"{name}: {defect} is declared and does not show")
        made["deviation"] = deviation(defect, result, call_text(operation, convention, method))
    return made


def deviation(defect, result, text):
    answer = {"error": result} if isinstance(result, str) else {"library": encode(result)}
    return {"defect": defect, **answer, "call": text}


def encode(array):
    """An array as JSON has it; floats in the shortest decimals that round to them."""
    array = np.asarray(array)
    encoded = {"dtype": array.dtype.name, "shape": list(array.shape)}
    if array.dtype.kind == "c":
        encoded["data"] = [number(value) for value in array.real.flat]
        encoded["imag"] = [number(value) for value in array.imag.flat]
    else:
        encoded["data"] = [number(value) for value in array.flat]
    return encoded


def number(value):
    if value.dtype.kind == "i":
        return int(value)
    if not np.isfinite(value):
        return str(value)
    return float(str(value))


def shape_name(shape):
    return "x".join(map(str, shape)) if shape else "scalar"

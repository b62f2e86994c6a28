"""The node tests of ONNX for Conv, ConvInteger and ConvTranspose, with the results printed there.

Their kernels are mostly ones, which a reversed kernel passes, so each is followed by a twin with the
same options whose kernel can be told from any other. The numbers are those of the files named in
SOURCE; a result that the definition does not give is refused. test_convtranspose_output_shape and
test_convtranspose_kernel_shape have the numbers of test_convtranspose_pad, asked for in other words.
"""

from dataclasses import replace

import numpy as np
from golden_files import WrongResult
from layer_vector import TRANSPOSED, Case, Operands, distinguishes, vector

SOURCE = "https://github.com/onnx/onnx/blob/main/onnx/backend/test/case/node/"

SAME_SQUARE = [[12, 21, 27, 33, 24], [33, 54, 63, 72, 51], [63, 99, 108, 117, 81],
               [93, 144, 153, 162, 111], [72, 111, 117, 123, 84]]
TRANSPOSED_SQUARE = [[0, 1, 3, 3, 2], [3, 8, 15, 12, 7], [9, 21, 36, 27, 15], [9, 20, 33, 24, 13],
                     [6, 13, 21, 15, 8]]
TRANSPOSED_CUBE = [
    [[0, 1, 3, 6, 9, 7, 4], [5, 12, 21, 27, 33, 24, 13], [15, 33, 54, 63, 72, 51, 27],
     [30, 63, 99, 108, 117, 81, 42], [25, 52, 81, 87, 93, 64, 33], [15, 31, 48, 51, 54, 37, 19]],
    [[20, 42, 66, 72, 78, 54, 28], [50, 104, 162, 174, 186, 128, 66],
     [90, 186, 288, 306, 324, 222, 114], [120, 246, 378, 396, 414, 282, 144],
     [90, 184, 282, 294, 306, 208, 106], [50, 102, 156, 162, 168, 114, 58]],
    [[60, 123, 189, 198, 207, 141, 72], [135, 276, 423, 441, 459, 312, 159],
     [225, 459, 702, 729, 756, 513, 261], [270, 549, 837, 864, 891, 603, 306],
     [195, 396, 603, 621, 639, 432, 219], [105, 213, 324, 333, 342, 231, 117]],
    [[60, 122, 186, 192, 198, 134, 68], [130, 264, 402, 414, 426, 288, 146],
     [210, 426, 648, 666, 684, 462, 234], [240, 486, 738, 756, 774, 522, 264],
     [170, 344, 522, 534, 546, 368, 186], [90, 182, 276, 282, 288, 194, 98]],
    [[40, 81, 123, 126, 129, 87, 44], [85, 172, 261, 267, 273, 184, 93],
     [135, 273, 414, 423, 432, 291, 147], [150, 303, 459, 468, 477, 321, 162],
     [105, 212, 321, 327, 333, 224, 113], [55, 111, 168, 171, 174, 117, 59]],
]
TRANSPOSED_ROWS = [[0, 0, 1, 1, 3, 2, 2, 0], [3, 3, 7, 4, 9, 5, 5, 0], [6, 6, 13, 7, 15, 8, 8, 0]]

BOTH = ((1, 1), (1, 1))
SQUARE = dict(extents=(5, 5), kernel=(3, 3))
TALL = dict(extents=(7, 5), kernel=(3, 3), stride=(2, 2))
TWO = dict(extents=(3, 3), kernel=(3, 3), inputs=2, operation=TRANSPOSED)
QUANTISED = dict(extents=(3, 3), kernel=(2, 2), zero_points=(1, 0))

# File, test, what differs from the plain layer, and the result; the input counts from 0 and the
# weights are ones unless they are given. Both channels of two are equal, and given once.
TESTS = [
    ("conv.py", "test_basic_conv_with_padding", dict(SQUARE, padding=BOTH), SAME_SQUARE),
    ("conv.py", "test_basic_conv_without_padding", SQUARE,
     [[54, 63, 72], [99, 108, 117], [144, 153, 162]]),
    ("conv.py", "test_conv_with_strides_padding", dict(TALL, padding=BOTH),
     [[12, 27, 24], [63, 108, 81], [123, 198, 141], [112, 177, 124]]),
    ("conv.py", "test_conv_with_strides_no_padding", TALL, [[54, 72], [144, 162], [234, 252]]),
    ("conv.py", "test_conv_with_strides_and_asymmetric_padding",
     dict(TALL, padding=((1, 1), (0, 0))), [[21, 33], [99, 117], [189, 207], [171, 183]]),
    ("conv.py", "test_conv_with_autopad_same",
     dict(SQUARE, stride=(2, 2), padding="same_lower"),
     [[12, 27, 24], [63, 108, 81], [72, 117, 84]]),
    ("convinteger.py", "test_convinteger_without_padding", QUANTISED, [[12, 16], [24, 28]]),
    ("convinteger.py", "test_convinteger_with_padding", dict(QUANTISED, padding=BOTH),
     [[1, 3, 5, 3], [5, 12, 16, 9], [11, 24, 28, 15], [7, 15, 17, 9]]),
    ("convtranspose.py", "test_convtranspose", TWO, TRANSPOSED_SQUARE),
    ("convtranspose.py", "test_convtranspose_1d",
     dict(extents=(3,), kernel=(3,), inputs=2, operation=TRANSPOSED), [0, 1, 3, 3, 2]),
    ("convtranspose.py", "test_convtranspose_3d",
     dict(extents=(3, 4, 5), kernel=(3, 3, 3), inputs=2, operation=TRANSPOSED), TRANSPOSED_CUBE),
    ("convtranspose.py", "test_convtranspose_pad", dict(TWO, stride=(3, 2), more=(1, 1)),
     [row for row in TRANSPOSED_ROWS for _ in range(3)] + [[0] * 8]),
    ("convtranspose.py", "test_convtranspose_pads",
     dict(TWO, stride=(3, 2), padding=((1, 1), (2, 2))),
     [[1, 1, 3], [1, 1, 3], [7, 4, 9], [7, 4, 9], [7, 4, 9], [13, 7, 15], [13, 7, 15]]),
    ("convtranspose.py", "test_convtranspose_dilations",
     dict(extents=(3, 3), kernel=(2, 2), dilation=(2, 2), operation=TRANSPOSED),
     [[21, 56, 13, 16, 2], [63, 35, 67, 10, 14], [24, 22, 76, 76, 21], [9, 5, 88, 45, 63],
      [3, 2, 33, 18, 54]]),
    ("convtranspose.py", "test_convtranspose_autopad_same",
     dict(TWO, stride=(2, 2), padding="same_upper"),
     [[0, 0, 1, 1, 3, 2], [0, 0, 1, 1, 3, 2], [3, 3, 8, 5, 12, 7], [3, 3, 7, 4, 9, 5],
      [9, 9, 20, 11, 24, 13], [6, 6, 13, 7, 15, 8]]),
]
INPUTS = {
    "test_convtranspose_dilations": [3, 8, 1, 9, 5, 7, 3, 2, 6],
    "test_convinteger_without_padding": range(2, 11),
    "test_convinteger_with_padding": range(2, 11),
}
WEIGHTS = {"test_convtranspose_dilations": [7, 2, 1, 9]}


def operands(case, test, dtype):
    layer = case.layer()
    shape = layer.output_shape if case.operation == TRANSPOSED else layer.input_shape
    x = np.array(INPUTS.get(test, range(int(np.prod(shape)))), dtype).reshape(shape)
    w = np.ones(layer.weights_shape, dtype)
    if test in WEIGHTS:
        w = np.array(WEIGHTS[test], dtype).reshape(layer.weights_shape)
    return Operands(x=x, w=w)


def twin(case, test, theirs):
    """The same with the squares of odd numbers for weights, every third one negative."""
    shape = theirs.w.shape
    roots = np.arange(1, 2 * theirs.w.size, 2)
    weights = np.where(np.arange(theirs.w.size) % 3 == 2, -(roots**2), roots**2)
    made = replace(theirs, w=weights.astype(theirs.w.dtype).reshape(shape))
    if not distinguishes(case, case.layer(), made):
        raise WrongResult(f"{test}: the twin does not tell a reversed kernel from the right one")
    return made


def onnx_file():
    vectors = []
    for file, test, options, printed in TESTS:
        case = Case(**options)
        theirs = operands(case, test, "int32" if case.zero_points else "float32")
        label = f"layer.onnx.{test.removeprefix('test_').replace('_', '-')}"
        made = vector(label, case, theirs, source=f"{SOURCE}{file}, {test}")
        channels = case.inputs if case.operation == TRANSPOSED else case.outputs
        flat = np.array(printed).ravel().tolist() * channels
        if made["expected"]["data"] != flat:
            raise WrongResult(f"{label}: {made['expected']['data']}, in print {flat}")
        vectors += [made, vector(f"{label}.distinguishing", case, twin(case, test, theirs))]
    return vectors

"""Operands: value regimes, all from fixed seeds."""

import math
import zlib

import numpy as np

FLOATS = ("float64", "float32", "complex128", "complex64")
DTYPES = ("float64", "float32", "int64", "int32", "complex128", "complex64")


def integers(rng, shape, operand):
    """Small whole numbers."""
    return rng.integers(-9, 10, shape).astype(float)


def signed_zeros(rng, shape, operand):
    """Small whole numbers, of which about a third is 0.0 and a third -0.0."""
    values = rng.integers(1, 10, shape) * rng.choice([1.0, 0.0, -0.0], shape)
    flat = np.atleast_1d(values).reshape(-1)
    flat[0] = -0.0
    return flat.reshape(shape)


def uniform(rng, shape, operand):
    """Uniform in (-1, 1); six decimals keep the files small and still fill the significand."""
    return np.round(rng.uniform(-1, 1, shape), 6)


def normal(rng, shape, operand):
    """Normal with deviation 1."""
    return np.round(rng.standard_normal(shape), 6)


def alternating(rng, shape, operand):
    """Signs that alternate along the flat data, so that sums nearly cancel."""
    signs = (-1.0) ** np.arange(math.prod(shape)).reshape(shape)
    return signs * np.round(rng.uniform(0.5, 1, shape), 6)


def sparse(rng, shape, operand):
    """About one element in four is not zero, the last one never is."""
    values = np.where(rng.random(shape) < 0.25, np.round(rng.standard_normal(shape), 6), 0.0)
    flat = np.atleast_1d(values).reshape(-1)
    flat[-1] = np.round(rng.uniform(1, 2), 6)
    return flat.reshape(shape)


def decaying(rng, shape, operand):
    """A magnitude that is halved twice from each element to the next."""
    scales = 0.25 ** np.arange(math.prod(shape)).reshape(shape)
    return np.round(rng.uniform(-1, 1, shape), 6) * scales


def dyadic(rng, shape, operand):
    """Multiples of 2^-26 (in1) and 2^-20 (in2) in (-1, 1): up to 128 products add up exactly."""
    scale = 2.0**26 if operand == 1 else 2.0**20
    return rng.integers(1 - scale, scale, shape).astype(float) / scale


def extreme(rng, shape, operand):
    """Both ends of the range of 64-bit integers, and numbers near zero; cast to 32 bits, alike."""
    ends = [-(2**63), 2**63 - 1, -(2**31), 2**31 - 1, -1, 0, 1]
    return rng.choice(np.array(ends, dtype=np.int64), shape)


def full_range(rng, shape, operand):
    """Integers of any 64 bits; their lower half is any 32 bits."""
    return rng.integers(-(2**63), 2**63 - 1, shape, dtype=np.int64, endpoint=True)


def coarse(rng, shape, operand):
    """Uniform in (-4, 4), of three decimals."""
    return np.round(rng.uniform(-4, 4, shape), 3)


def positive(rng, shape, operand):
    """Whole numbers from 1 to 5: no sum cancels."""
    return rng.integers(1, 6, shape).astype(float)


EXACT_REGIMES = (integers, signed_zeros, dyadic)
REGIMES = (integers, uniform, normal, alternating, sparse, decaying, signed_zeros)


def operand_pair(shape1, shape2, regime, seed):
    rng = np.random.Generator(np.random.PCG64(seed))
    return np.asarray(regime(rng, shape1, 1)), np.asarray(regime(rng, shape2, 2))


def seed_of(label):
    return zlib.crc32(label.encode())


def typed(rng, shape, operand, regime, dtype):
    """An operand of a dtype; complex ones have the regime in both parts."""
    values = np.asarray(regime(rng, shape, operand))
    if dtype.startswith("complex"):
        values = values + 1j * np.asarray(regime(rng, shape, operand))
    return np.asarray(values).astype(dtype)


def typed_pair(shape1, shape2, regimes, dtypes, label):
    """Two operands, each of its regime and dtype."""
    rng = np.random.Generator(np.random.PCG64(seed_of(label)))
    return (
        typed(rng, shape1, 1, regimes[0], dtypes[0]),
        typed(rng, shape2, 2, regimes[1], dtypes[1]),
    )

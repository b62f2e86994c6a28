package org.conv4j.verify.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * An array in a file, as NumPy's {@code tofile} writes it: the elements in row-major order, little
 * endian, with the parts of complex elements side by side.
 *
 * @param file where it is
 * @param dtype NumPy's name of the type
 * @param shape the extents
 */
@SuppressWarnings("ArrayRecordComponent") // goes through JSON, never compared
record ArrayFile(String file, String dtype, int[] shape) {
  /** Elements that are converted at a time. */
  private static final int CHUNK = 1 << 16;

  static ArrayFile write(NdArray array, Path file) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = buffer();
      for (int from = 0; from < array.size(); from += CHUNK) {
        buffer.clear();
        put(array, from, Math.min(array.size(), from + CHUNK), buffer);
        buffer.flip();
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
    }
    return new ArrayFile(file.toString(), array.dtype().numpyName(), array.shape().toArray());
  }

  NdArray read() throws IOException {
    DType type =
        Arrays.stream(DType.values())
            .filter(candidate -> candidate.numpyName().equals(dtype))
            .findFirst()
            .orElseThrow(() -> new IOException("the result is of type " + dtype));
    NdArray array = NdArray.zeros(type, Shape.of(shape));
    Path path = Path.of(file);
    long bytes = (long) array.size() * bytes(type);
    if (Files.size(path) != bytes) {
      throw new IOException("the result has " + Files.size(path) + " bytes, expected " + bytes);
    }
    try (FileChannel in = FileChannel.open(path)) {
      ByteBuffer buffer = buffer();
      for (int from = 0; from < array.size(); from += CHUNK) {
        int to = Math.min(array.size(), from + CHUNK);
        buffer.clear().limit((to - from) * bytes(type));
        while (buffer.hasRemaining() && in.read(buffer) >= 0) {
          // until the chunk is whole
        }
        buffer.flip();
        get(array, from, to, buffer);
      }
    }
    return array;
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocateDirect(CHUNK * bytes(DType.COMPLEX128))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int bytes(DType dtype) {
    return switch (dtype) {
      case FLOAT32, INT32 -> 4;
      case FLOAT64, INT64, COMPLEX64 -> 8;
      case COMPLEX128 -> 16;
    };
  }

  private static void put(NdArray array, int from, int to, ByteBuffer buffer) {
    NdArray re = array.real();
    NdArray im = array.dtype().isComplex() ? array.imaginary() : null;
    for (int i = from; i < to; i++) {
      put(re, i, buffer);
      if (im != null) {
        put(im, i, buffer);
      }
    }
  }

  private static void put(NdArray array, int i, ByteBuffer buffer) {
    switch (array.dtype()) {
      case FLOAT64 -> buffer.putDouble(array.doubles()[i]);
      case FLOAT32 -> buffer.putFloat(array.floats()[i]);
      case INT64 -> buffer.putLong(array.longs()[i]);
      case INT32 -> buffer.putInt(array.ints()[i]);
      default -> throw new AssertionError(array.dtype());
    }
  }

  private static void get(NdArray array, int from, int to, ByteBuffer buffer) {
    NdArray re = array.real();
    NdArray im = array.dtype().isComplex() ? array.imaginary() : null;
    for (int i = from; i < to; i++) {
      get(re, i, buffer);
      if (im != null) {
        get(im, i, buffer);
      }
    }
  }

  private static void get(NdArray array, int i, ByteBuffer buffer) {
    switch (array.dtype()) {
      case FLOAT64 -> array.doubles()[i] = buffer.getDouble();
      case FLOAT32 -> array.floats()[i] = buffer.getFloat();
      case INT64 -> array.longs()[i] = buffer.getLong();
      case INT32 -> array.ints()[i] = buffer.getInt();
      default -> throw new AssertionError(array.dtype());
    }
  }
}

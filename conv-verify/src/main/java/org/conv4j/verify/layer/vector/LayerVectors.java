package org.conv4j.verify.layer.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conv4j.verify.vector.file.VectorFormatException;
import org.conv4j.verify.vector.file.VectorIndex;

/**
 * Reads golden vectors of layers: the committed ones, and other people's files in the same schema.
 *
 * <p>The reader accepts what the schema says and nothing else. It refuses unknown, missing and
 * duplicate fields, null anywhere, a count that is not the number of vectors, numbers that the
 * dtype does not hold, operands that an operation does not take, options that do not fit, and a
 * shape or a dtype that does not follow from the call. Each is a {@link VectorFormatException} that
 * names the file and the vector.
 *
 * <pre>{@code
 * List<LayerVector> committed = LayerVectors.all();
 * List<LayerVector> mine = LayerVectors.read(Path.of("my-layers.json"));
 * }</pre>
 */
public final class LayerVectors {
  private static final String INDEX = "index.json";
  private static final VectorIndex<LayerVector> FILES =
      new VectorIndex<>("conv4j-golden-layers-index/1", LayerFileReader::read, LayerVector::id);
  private static final VectorIndex.Source RESOURCES = VectorIndex.resourcesOf(LayerVectors.class);

  private LayerVectors() {}

  /**
   * The committed vectors, in the order of their index file.
   *
   * @return an unmodifiable list, read once
   * @throws VectorFormatException if a file is missing or breaks a rule
   * @throws UncheckedIOException if a file cannot be read
   */
  public static List<LayerVector> all() {
    return Committed.VECTORS;
  }

  /** Read on first use. */
  private static final class Committed {
    static final List<LayerVector> VECTORS = FILES.read(INDEX, RESOURCES);
  }

  /**
   * A digest of the committed vectors.
   *
   * @return the SHA-256 of their files, one behind the other as the index lists them, in
   *     hexadecimal digits
   */
  public static String sha256() {
    return FILES.sha256(INDEX, RESOURCES);
  }

  /**
   * The vectors of one file.
   *
   * @param file in the schema {@code conv4j-golden-layers/1}
   * @return an unmodifiable list in the order of the file
   * @throws VectorFormatException if the file breaks a rule
   * @throws UncheckedIOException if the file cannot be read
   */
  public static List<LayerVector> read(Path file) {
    try {
      return LayerFileReader.read(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * The vectors of one file, from a stream.
   *
   * @param in read to its end, not closed
   * @param name what messages call the file
   * @return an unmodifiable list in the order of the file
   * @throws VectorFormatException if the file breaks a rule
   * @throws UncheckedIOException if the stream cannot be read
   */
  public static List<LayerVector> read(InputStream in, String name) {
    try {
      return LayerFileReader.read(in.readAllBytes(), name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /**
   * The vectors of all files that an index file lists.
   *
   * @param index in the schema {@code conv4j-golden-layers-index/1}; the files are beside it
   * @return an unmodifiable list, in the order of the index
   * @throws VectorFormatException if a listed file is missing, has another number of vectors than
   *     the index says, shares an identifier with another file, or breaks a rule
   * @throws UncheckedIOException if a file cannot be read
   */
  public static List<LayerVector> readIndexed(Path index) {
    return FILES.read(index.getFileName().toString(), VectorIndex.beside(index));
  }
}

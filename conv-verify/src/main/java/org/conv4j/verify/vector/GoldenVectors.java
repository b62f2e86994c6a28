package org.conv4j.verify.vector;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads golden vectors: the committed ones, and other people's files in the same schema.
 *
 * <p>The reader accepts what the schema says and nothing else. It refuses unknown, missing and
 * duplicate fields, null anywhere, a count that is not the number of vectors, numbers that the
 * dtype does not hold, a shape or a dtype that does not follow from the operands, and a deviation
 * that does not deviate. Each is a {@link VectorFormatException} that names the file and the
 * vector. Numbers are rounded once, to nearest; {@code -0.0} keeps its sign; integers are exact.
 *
 * <pre>{@code
 * List<GoldenVector> committed = GoldenVectors.all();
 * List<GoldenVector> mine = GoldenVectors.read(Path.of("my-vectors.json"));
 * }</pre>
 */
public final class GoldenVectors {
  private static final String INDEX = "index.json";
  private static final String INDEX_SCHEMA = "conv4j-golden-vectors-index/1";

  private GoldenVectors() {}

  /**
   * The committed vectors, in the order of their index file.
   *
   * @return an unmodifiable list, read once
   * @throws VectorFormatException if a file is missing or breaks a rule
   * @throws UncheckedIOException if a file cannot be read
   */
  public static List<GoldenVector> all() {
    return Committed.VECTORS;
  }

  /** Read on first use; a run needs these few megabytes many times. */
  private static final class Committed {
    static final List<GoldenVector> VECTORS = readIndexed(INDEX, GoldenVectors::resource);
  }

  /**
   * A digest of the committed vectors.
   *
   * @return the SHA-256 of their files, one behind the other as the index lists them, in
   *     hexadecimal digits
   */
  public static String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : counts(INDEX, GoldenVectors::resource).keySet()) {
        digest.update(load(file, Place.in(INDEX), GoldenVectors::resource));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * The vectors of one file.
   *
   * @param file in the schema {@code conv4j-golden-vectors/2}
   * @return an unmodifiable list in the order of the file
   * @throws VectorFormatException if the file breaks a rule
   * @throws UncheckedIOException if the file cannot be read
   */
  public static List<GoldenVector> read(Path file) {
    try {
      return VectorFileReader.read(Files.readAllBytes(file), file.toString());
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
  public static List<GoldenVector> read(InputStream in, String name) {
    try {
      return VectorFileReader.read(in.readAllBytes(), name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /**
   * The vectors of all files that an index file lists.
   *
   * @param index in the schema {@code conv4j-golden-vectors-index/1}; the files are beside it
   * @return an unmodifiable list, in the order of the index
   * @throws VectorFormatException if a listed file is missing, has another number of vectors than
   *     the index says, shares an identifier with another file, or breaks a rule
   * @throws UncheckedIOException if a file cannot be read
   */
  public static List<GoldenVector> readIndexed(Path index) {
    return readIndexed(
        index.getFileName().toString(), name -> Files.readAllBytes(index.resolveSibling(name)));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = GoldenVectors.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return in.readAllBytes();
    }
  }

  private static List<GoldenVector> readIndexed(String index, Source source) {
    Place place = Place.in(index);
    Map<String, Integer> counts = counts(index, source);
    Map<String, byte[]> texts = new LinkedHashMap<>();
    counts.keySet().forEach(file -> texts.put(file, load(file, place, source)));
    // Reading them takes a good part of a short run.
    List<List<GoldenVector>> read =
        texts.entrySet().parallelStream()
            .map(text -> VectorFileReader.read(text.getValue(), text.getKey()))
            .toList();
    Map<String, String> fileOfId = new HashMap<>();
    List<GoldenVector> all = new ArrayList<>();
    int i = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      String file = entry.getKey();
      List<GoldenVector> vectors = read.get(i);
      if (entry.getValue() != vectors.size()) {
        throw place.error(
            "files["
                + i
                + "].count is "
                + entry.getValue()
                + ", but "
                + file
                + " has "
                + vectors.size()
                + " vectors");
      }
      for (GoldenVector vector : vectors) {
        String other = fileOfId.put(vector.id(), file);
        if (other != null) {
          throw Place.in(file)
              .vector(0, vector.id())
              .error("this identifier is also in " + other + "; identifiers must differ");
        }
      }
      all.addAll(vectors);
      i++;
    }
    return List.copyOf(all);
  }

  /** The files that an index lists, in order, and how many vectors each must have. */
  private static Map<String, Integer> counts(String index, Source source) {
    Place place = Place.in(index);
    Object value = JsonText.parse(load(index, place, source), place);
    VectorFileReader.requireSchema(value, INDEX_SCHEMA, place);
    JsonFields fields = JsonFields.of(value, "", place, List.of("schema", "files"));
    List<?> entries = fields.list("files");
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      JsonFields entry =
          JsonFields.of(entries.get(i), "files[" + i + "]", place, List.of("file", "count"));
      String file = entry.text("file");
      if (counts.put(file, entry.count("count")) != null) {
        throw place.error(entry.path("file") + " lists \"" + file + "\" a second time");
      }
    }
    if (counts.isEmpty()) {
      throw place.error("no file is listed; there must be at least one");
    }
    return counts;
  }

  private static byte[] load(String name, Place place, Source source) {
    try {
      return source.read(name);
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw place.error("there is no file \"" + name + '"', e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** Where the index and the files beside it are: the class path or a directory. */
  private interface Source {
    byte[] read(String name) throws IOException;
  }
}

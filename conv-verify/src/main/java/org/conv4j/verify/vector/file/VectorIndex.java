package org.conv4j.verify.vector.file;

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
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An index file and the files of vectors beside it.
 *
 * @param <V> the type of vectors
 */
public final class VectorIndex<V> {
  private final String schema;
  private final BiFunction<byte[], String, List<V>> reader;
  private final Function<V, String> id;

  /**
   * An index of one schema.
   *
   * @param schema that of the index file
   * @param reader reads one file, from its bytes and its name
   * @param id the identifier of a vector
   */
  public VectorIndex(
      String schema, BiFunction<byte[], String, List<V>> reader, Function<V, String> id) {
    this.schema = schema;
    this.reader = reader;
    this.id = id;
  }

  /** Where the index and the files beside it are: the class path or a directory. */
  @FunctionalInterface
  public interface Source {
    /**
     * Reads a file.
     *
     * @param name its name, without a directory
     * @return its bytes
     * @throws IOException if it cannot be read
     */
    byte[] read(String name) throws IOException;
  }

  /**
   * The resources in the package of a class.
   *
   * @param type the class
   * @return the source
   */
  public static Source resourcesOf(Class<?> type) {
    return name -> {
      try (InputStream in = type.getResourceAsStream(name)) {
        if (in == null) {
          throw new FileNotFoundException(name);
        }
        return in.readAllBytes();
      }
    };
  }

  /**
   * The files in the directory of an index file.
   *
   * @param index the path of the index file
   * @return the source
   */
  public static Source beside(Path index) {
    return name -> Files.readAllBytes(index.resolveSibling(name));
  }

  /**
   * Reads all vectors of all files.
   *
   * @param index the name of the index file
   * @param source where it is
   * @return an unmodifiable list, in the order of the index
   * @throws VectorFormatException if a listed file is missing, has another number of vectors than
   *     the index says, shares an identifier with another file, or breaks a rule
   * @throws UncheckedIOException if a file cannot be read
   */
  public List<V> read(String index, Source source) {
    Place place = Place.in(index);
    Map<String, Integer> counts = counts(index, source);
    Map<String, byte[]> texts = new LinkedHashMap<>();
    counts.keySet().forEach(file -> texts.put(file, load(file, place, source)));
    // Reading them takes a good part of a short run.
    List<List<V>> read =
        texts.entrySet().parallelStream()
            .map(text -> reader.apply(text.getValue(), text.getKey()))
            .toList();
    Map<String, String> fileOfId = new HashMap<>();
    List<V> all = new ArrayList<>();
    int i = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      String file = entry.getKey();
      List<V> vectors = read.get(i);
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
      for (V vector : vectors) {
        String other = fileOfId.put(id.apply(vector), file);
        if (other != null) {
          throw Place.in(file)
              .vector(0, id.apply(vector))
              .error("this identifier is also in " + other + "; identifiers must differ");
        }
      }
      all.addAll(vectors);
      i++;
    }
    return List.copyOf(all);
  }

  /**
   * A digest of all files that an index lists.
   *
   * @param index the name of the index file
   * @param source where it is
   * @return the SHA-256 of the files, one behind the other as the index lists them, in hexadecimal
   *     digits
   * @throws VectorFormatException if the index breaks a rule or a file is missing
   * @throws UncheckedIOException if a file cannot be read
   */
  public String sha256(String index, Source source) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : counts(index, source).keySet()) {
        digest.update(load(file, Place.in(index), source));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The files that an index lists, in order, and how many vectors each must have. */
  private Map<String, Integer> counts(String index, Source source) {
    Place place = Place.in(index);
    Object value = JsonText.parse(load(index, place, source), place);
    VectorFile.requireSchema(value, schema, place);
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
}

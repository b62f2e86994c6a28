package org.conv4j.verify.certificate;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerFeature;
import org.conv4j.api.Mode;
import org.conv4j.api.NonFinite;
import org.conv4j.verify.layer.operand.LayerKind;
import org.conv4j.verify.operand.Place;
import org.conv4j.verify.run.Exhibit;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.subject.Claims;
import org.conv4j.verify.subject.Evidence;
import org.conv4j.verify.subject.Observation;

/** How Jackson writes and reads the parts of a report, where it differs from Jackson's defaults. */
@SuppressWarnings("UnusedMethod") // Jackson alone reads what the forms declare.
final class Forms {
  private static final double NANOS = 1e9;

  /** Layers alone claim it. */
  private static final String MAX_SPATIAL_RANK = "maxSpatialRank";

  private static final JsonInclude.Value LEFT_OUT_IF_EMPTY =
      JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new Names())
          .addModule(module())
          .addMixIn(Evidence.class, EvidenceForm.class)
          .addMixIn(Failure.class, FailureForm.class)
          .addMixIn(Observation.class, ObservationForm.class)
          .addMixIn(Outcome.class, OutcomeForm.class)
          .addMixIn(Outcome.NotClaimed.class, NotClaimedForm.class)
          .withConfigOverride(Optional.class, it -> it.setInclude(LEFT_OUT_IF_EMPTY))
          // Components of records are written, and not what else they tell.
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          // Some objects hold the components of two records. What is of neither shows when a
          // certificate is compared with what its parts give.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Forms() {}

  private static SimpleModule module() {
    SimpleModule module = new SimpleModule("conv4j certificate");
    add(module, Duration.class, time -> time.toNanos() / NANOS, Forms::duration);
    add(module, Instant.class, Instant::toString, node -> Instant.parse(node.asText()));
    add(module, LocalDate.class, LocalDate::toString, node -> LocalDate.parse(node.asText()));
    add(module, Claims.class, Forms::tree, Forms::claims);
    add(module, Exhibit.class, ArrayForm::tree, ArrayForm::exhibit);
    add(module, Optional.class, Forms::content, null);
    module.addDeserializer(Optional.class, new OptionalReader(null));
    return module;
  }

  private static Object content(Optional<?> some) {
    return some.orElse(null);
  }

  /** A type that is written as a value of another, and read from that. */
  private static <T> void add(
      SimpleModule module, Class<T> type, Function<T, Object> write, Function<JsonNode, T> read) {
    module.addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider writers)
              throws IOException {
            writers.defaultSerializeValue(write.apply(value), out);
          }

          @Override
          public boolean isEmpty(SerializerProvider writers, T value) {
            return value.equals(Optional.empty());
          }
        });
    if (read != null) {
      module.addDeserializer(
          type,
          new JsonDeserializer<T>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
              return read.apply(context.readTree(in));
            }
          });
    }
  }

  /** Jackson reads it only with a further module. */
  private static final class OptionalReader extends JsonDeserializer<Optional<?>>
      implements ContextualDeserializer {
    private final JavaType content;

    OptionalReader(JavaType content) {
      this.content = content;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) {
      return new OptionalReader(context.getContextualType().containedType(0));
    }

    @Override
    public Optional<?> deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return Optional.of(context.readValue(in, content));
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext context) {
      return Optional.empty();
    }
  }

  private static Duration duration(JsonNode node) {
    double seconds = node.asDouble(-1);
    if (!(seconds >= 0 && seconds < Long.MAX_VALUE / NANOS)) {
      throw new IllegalArgumentException("not a duration in seconds: " + node);
    }
    return Duration.ofNanos(Math.round(seconds * NANOS));
  }

  private static Map<String, Object> tree(Claims claims) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("dtypes", claims.dtypes());
    if (claims instanceof Claims.OfConvolver of) {
      describe(of.capabilities(), tree);
    } else if (claims instanceof Claims.OfLayers of) {
      tree.put(MAX_SPATIAL_RANK, of.capabilities().maxSpatialRank());
      tree.put("features", of.capabilities().features());
    }
    tree.put("accuracy", claims.accuracy());
    tree.put("nonFinite", claims.nonFinite());
    return tree;
  }

  private static void describe(Capabilities claims, Map<String, Object> tree) {
    if (claims.maxRank() < Integer.MAX_VALUE) {
      tree.put("maxRank", claims.maxRank());
    }
    tree.put("modes", claims.modes());
    tree.put("convention", claims.convention());
  }

  private static Claims claims(JsonNode tree) {
    return areOfLayers(tree)
        ? new Claims.OfLayers(ofLayers(tree))
        : new Claims.OfConvolver(ofConvolver(tree));
  }

  static boolean areOfLayers(JsonNode claims) {
    return claims.has(MAX_SPATIAL_RANK);
  }

  private static LayerCapabilities ofLayers(JsonNode tree) {
    return LayerCapabilities.basic()
        .withDTypes(MAPPER.convertValue(tree.required("dtypes"), DType[].class))
        .withMaxSpatialRank(tree.required(MAX_SPATIAL_RANK).asInt())
        .withFeatures(MAPPER.convertValue(tree.required("features"), LayerFeature[].class))
        .withAccuracy(MAPPER.convertValue(tree.required("accuracy"), Accuracy.class))
        .withNonFinite(MAPPER.convertValue(tree.required("nonFinite"), NonFinite.class));
  }

  private static Capabilities ofConvolver(JsonNode tree) {
    return Capabilities.basic()
        .withDTypes(MAPPER.convertValue(tree.required("dtypes"), DType[].class))
        .withModes(MAPPER.convertValue(tree.required("modes"), Mode[].class))
        .withConvention(MAPPER.convertValue(tree.required("convention"), Convention.class))
        .withAccuracy(MAPPER.convertValue(tree.required("accuracy"), Accuracy.class))
        .withNonFinite(MAPPER.convertValue(tree.required("nonFinite"), NonFinite.class))
        // Last: a convention may lower the rank.
        .withMaxRank(tree.path("maxRank").asInt(Integer.MAX_VALUE));
  }

  /** Constants of enums: {@code not-conformant}; types by the names that NumPy has for them. */
  private static final class Names extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public String[] findEnumValues(
        MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
      for (int i = 0; i < values.length; i++) {
        names[i] = of(values[i]);
      }
      return names;
    }

    static String of(Enum<?> value) {
      return value instanceof DType dtype
          ? dtype.numpyName()
          : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Passed.class, name = "passed"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Outcome.Expected.class, name = "expected"),
    @JsonSubTypes.Type(value = Outcome.NotClaimed.class, name = "not-claimed"),
    @JsonSubTypes.Type(value = Outcome.Skipped.class, name = "skipped"),
    @JsonSubTypes.Type(value = Outcome.NotRun.class, name = "not-run")
  })
  interface OutcomeForm {}

  interface NotClaimedForm {
    @JsonProperty("reason")
    String what();
  }

  @JsonPropertyOrder({"what", "mode", "options", "operands", "expected", "got", "replay", "notes"})
  interface FailureForm {
    @JsonProperty("replay")
    String token();

    @JsonIgnore
    Optional<Throwable> cause();
  }

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  interface ObservationForm {}

  interface EvidenceForm {
    @JsonSerialize(converter = ByKind.class)
    @JsonDeserialize(converter = ByPlace.class)
    SortedMap<Place, Integer> coverage();
  }

  /** Counts by kind of call, and then by rank. */
  private static final class ByKind
      extends StdConverter<SortedMap<Place, Integer>, Map<String, Map<Integer, Integer>>> {
    @Override
    public Map<String, Map<Integer, Integer>> convert(SortedMap<Place, Integer> coverage) {
      Map<String, Map<Integer, Integer>> counts = new LinkedHashMap<>();
      coverage.forEach(
          (place, count) ->
              counts
                  .computeIfAbsent(Names.of(place.kind()), kind -> new TreeMap<>())
                  .put(place.rank(), count));
      return counts;
    }
  }

  /** And back. */
  private static final class ByPlace
      extends StdConverter<Map<String, Map<Integer, Integer>>, SortedMap<Place, Integer>> {
    @Override
    public SortedMap<Place, Integer> convert(Map<String, Map<Integer, Integer>> counts) {
      SortedMap<Place, Integer> coverage = new TreeMap<>();
      counts.forEach(
          (kind, ranks) ->
              ranks.forEach((rank, count) -> coverage.put(new Place(kind(kind), rank), count)));
      return coverage;
    }

    private static Enum<?> kind(String name) {
      return Stream.<Enum<?>[]>of(Mode.values(), LayerKind.values())
          .flatMap(Arrays::stream)
          .filter(kind -> Names.of(kind).equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no kind of call: " + name));
    }
  }
}

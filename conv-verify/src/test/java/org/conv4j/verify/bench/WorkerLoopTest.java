package org.conv4j.verify.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.LayerCapabilities;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Padding;
import org.conv4j.api.PreparedConvolution;
import org.conv4j.api.PreparedLayer;
import org.conv4j.api.Shape;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.verify.bench.BenchCase.Door;
import org.conv4j.verify.bench.BenchCase.Method;
import org.conv4j.verify.json.Json;
import org.conv4j.verify.measure.MemoryMeter.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The conversation with a worker of the JVM, without a process. */
class WorkerLoopTest {
  @TempDir private Path directory;

  private static List<Reply> replies(Contestant contestant, Request... requests)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Request request : requests) {
      lines.append(Json.line(request)).append('\n');
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new WorkerLoop(contestant)
        .serve(
            new ByteArrayInputStream(lines.toString().getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8).lines().map(line -> Json.read(line, Reply.class)).toList();
  }

  private Request load(Door door) throws IOException {
    return Request.load(
        ArrayFile.write(NdArray.of(1.0, 2.0, 3.0), directory.resolve("in1")),
        ArrayFile.write(NdArray.of(1.0, 1.0), directory.resolve("in2")),
        BenchCase.convolution(Method.AUTO, "test", DType.FLOAT64, Shape.of(3), Shape.of(2), door));
  }

  @ParameterizedTest
  @EnumSource
  void it_computes_through_every_door(Door door) throws IOException {
    Request compute = Request.compute(directory.resolve("out").toString());
    for (Contestant contestant :
        List.of(Contestant.subject(new DirectConvolver()), Contestant.commonsMath())) {
      List<Reply> replies = replies(contestant, load(door), compute);
      assertThat(replies).hasSize(2).allMatch(reply -> reply.error() == null);
      assertThat(replies.get(1).result().read()).isEqualTo(NdArray.of(1.0, 3.0, 5.0, 3.0));
      assertThat(replies.get(1).seconds()).isPositive();
    }
  }

  @Test
  void it_tells_what_a_call_allocates_and_what_is_kept() throws IOException {
    List<Object> hoard = new ArrayList<>();
    Convolver hoarder =
        (in1, in2, mode) -> {
          byte[] scratch = new byte[1 << 20];
          if (hoard.isEmpty()) {
            hoard.add(new byte[1 << 26]);
          }
          return NdArray.of(in1.doubles()[0] + scratch[0], 3, 5, 3);
        };
    List<Reply> replies =
        replies(
            Contestant.subject(hoarder),
            load(Door.NDARRAY),
            Request.warm(0.01, 3),
            Request.memory());
    assertThat(replies).hasSize(3).allMatch(reply -> reply.error() == null);
    Memory memory = replies.get(2).memory();
    assertThat(memory.allocated()).isBetween(1L << 20, (1L << 20) + (1L << 16));
    // Other tests may leave something, or something of theirs may go.
    assertThat(memory.kept()).isBetween(1L << 25, 1L << 27);
  }

  @Test
  void a_kernel_is_prepared_once_for_all_calls() throws IOException {
    AtomicInteger prepared = new AtomicInteger();
    Convolver counting =
        new Convolver() {
          @Override
          public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
            throw new AssertionError("not through this door");
          }

          @Override
          public PreparedConvolution prepare(NdArray kernel, Shape signalShape, Mode mode) {
            prepared.incrementAndGet();
            return new DirectConvolver().prepare(kernel, signalShape, mode);
          }
        };
    List<Reply> replies =
        replies(
            Contestant.subject(counting),
            load(Door.PREPARED),
            Request.warm(0.01, 3),
            Request.measure(0.01, 3));
    assertThat(replies).hasSize(3).allMatch(reply -> reply.error() == null);
    assertThat(prepared).hasValue(1);
  }

  private Request loadLayer() throws IOException {
    BenchCase one =
        BenchCase.layer(
            "test",
            DType.FLOAT64,
            Shape.of(1, 2, 5),
            Shape.of(2, 1, 3),
            LayerOptions.basic()
                .withGroups(2)
                .withStride(2)
                .withPadding(Padding.of(new int[] {0}, new int[] {2})));
    NdArray x = NdArray.of(1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10).reshape(one.in1());
    NdArray w = NdArray.of(1.0, 10, 100, -1, 0, 1).reshape(one.in2());
    return Request.load(
        ArrayFile.write(x, directory.resolve("in1")),
        ArrayFile.write(w, directory.resolve("in2")),
        one);
  }

  @Test
  void it_computes_layers_into_one_array() throws IOException {
    List<NdArray> results = new ArrayList<>();
    LayerConvolver layers =
        new LayerConvolver() {
          @Override
          public NdArray convolve(NdArray x, NdArray w, NdArray biasOrNull, LayerOptions options) {
            throw new AssertionError("not through this door");
          }

          @Override
          public PreparedLayer prepare(
              NdArray w, NdArray biasOrNull, LayerOptions options, Shape inputShape) {
            PreparedLayer prepared =
                new DirectLayerConvolver().prepare(w, biasOrNull, options, inputShape);
            return new PreparedLayer() {
              @Override
              public NdArray apply(NdArray input) {
                throw new AssertionError("there is an array for the result");
              }

              @Override
              public void apply(NdArray input, NdArray out) {
                results.add(out);
                prepared.apply(input, out);
              }
            };
          }
        };
    List<Reply> replies =
        replies(
            Contestant.subject(layers),
            loadLayer(),
            Request.compute(directory.resolve("out").toString()),
            Request.measure(0.001, 3));
    assertThat(replies).hasSize(3).allMatch(reply -> reply.error() == null);
    assertThat(replies.get(1).result().read())
        .isEqualTo(NdArray.of(321.0, 543.0, 5.0, 2.0, 2.0, -10.0).reshape(Shape.of(1, 2, 3)));
    assertThat(results)
        .hasSizeGreaterThan(3)
        .allSatisfy(out -> assertThat(out).isSameAs(results.get(0)));
  }

  @Test
  void convolvers_compute_no_layers_and_layers_no_convolutions() throws IOException {
    Request compute = Request.compute(directory.resolve("out").toString());
    assertThat(replies(Contestant.subject(new DirectConvolver()), loadLayer(), compute).get(0))
        .extracting(Reply::error)
        .asString()
        .endsWith("computes no layers");
    assertThat(replies(Contestant.subject(new DirectLayerConvolver()), load(Door.NDARRAY)).get(0))
        .extracting(Reply::error)
        .asString()
        .endsWith("computes no convolutions but layers");
  }

  @Test
  void layers_tell_what_they_admit() throws IOException {
    LayerConvolver plain =
        new LayerConvolver() {
          @Override
          public NdArray convolve(NdArray x, NdArray w, NdArray biasOrNull, LayerOptions options) {
            throw new AssertionError();
          }

          @Override
          public String name() {
            return "plain";
          }

          @Override
          public LayerCapabilities capabilities() {
            return LayerCapabilities.basic().withMaxSpatialRank(2).withFeatures();
          }
        };
    Reply reply = replies(Contestant.subject(plain), Request.facts()).get(0);
    SubjectFacts facts = SubjectFacts.of(reply.facts());
    assertThat(facts.name()).isEqualTo("plain");
    assertThat(facts.admit(Reports.named("layer/3x3-64/float64"))).isTrue();
    assertThat(facts.admit(Reports.named("layer/3x3-64/float32"))).isFalse();
    assertThat(facts.admit(Reports.named("layer/3x3-depthwise/float64"))).isFalse();
    assertThat(facts.admit(Reports.named("direct/2d/1024x7/float64"))).isFalse();
    SubjectFacts direct = SubjectFacts.of(SubjectFacts.of(new DirectConvolver()).facts());
    assertThat(direct.admit(Reports.named("direct/2d/1024x7/float64"))).isTrue();
    assertThat(direct.admit(Reports.named("layer/3x3-64/float64"))).isFalse();
    assertThat(
            SubjectFacts.of(new DirectLayerConvolver())
                .admit(Reports.named("layer/3x3-depthwise/float64")))
        .isTrue();
  }

  @Test
  void it_warms_up_and_measures() throws IOException {
    List<Reply> replies =
        replies(
            Contestant.commonsMath(),
            load(Door.DOUBLES),
            Request.warm(0.01, 1),
            Request.measure(0.01, 1));
    assertThat(replies).hasSize(3).allMatch(reply -> reply.error() == null);
    assertThat(replies.get(2).seconds()).isPositive();
  }

  @Test
  void what_a_subject_throws_is_an_answer() throws IOException {
    Convolver broken =
        (in1, in2, mode) -> {
          throw new IllegalStateException("no such device");
        };
    List<Reply> replies =
        replies(Contestant.subject(broken), load(Door.NDARRAY), Request.compute("out"));
    assertThat(replies.get(1).error())
        .isEqualTo("threw java.lang.IllegalStateException: no such device");
  }

  @Test
  void a_subject_tells_its_claims() throws IOException {
    SubjectFacts claims =
        SubjectFacts.of(
            replies(Contestant.subject(new DirectConvolver()), Request.facts()).get(0).facts());
    assertThat(claims).isEqualTo(SubjectFacts.of(new DirectConvolver()));
    assertThat(claims.accuracy()).isEqualTo(Accuracy.COMPONENTWISE);
    assertThat(claims.admit(Reports.named("direct/3d/128x7/float64"))).isTrue();
  }

  @Test
  void a_subject_that_claims_less_gets_fewer_cases() {
    SubjectFacts modest = SubjectFacts.of(org.conv4j.verify.oracle.CommonsMath.convolver());
    assertThat(modest.admit(Reports.named("direct/1d/1e6x64/float64"))).isTrue();
    assertThat(modest.admit(Reports.named("direct/1d/1e6x64/float32"))).isFalse();
    assertThat(modest.admit(Reports.named("direct/2d/1024x7/float64"))).isFalse();
  }
}

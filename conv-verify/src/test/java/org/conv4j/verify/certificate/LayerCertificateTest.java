package org.conv4j.verify.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.conv4j.verify.layer.law.LayerLaws;
import org.conv4j.verify.layer.vector.LayerVectors;
import org.conv4j.verify.run.Verdict;
import org.conv4j.verify.subject.SubjectKind;
import org.junit.jupiter.api.Test;

class LayerCertificateTest {
  private static final ObjectNode TREE = Certificate.tree(Samples.LAYERS);

  @Test
  void it_counts_the_laws_and_vectors_of_layers() {
    assertThat(TREE.at("/lawCounts/manifest").asInt()).isEqualTo(LayerLaws.all().size());
    assertThat(TREE.at("/vectorCounts/manifest").asInt()).isEqualTo(LayerVectors.all().size());
    assertThat(TREE.at("/kit/laws").asText())
        .isEqualTo(Kit.digestOfLaws(LayerLaws.all()))
        .isNotEqualTo(Kit.current().laws());
    assertThat(TREE.at("/kit/vectors").asText()).isEqualTo(LayerVectors.sha256());
    assertThat(Samples.LAYERS.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
  }

  @Test
  void it_tells_what_is_claimed_of_layers() {
    assertThat(TREE.get("claims"))
        .hasToString(
            "{\"dtypes\":[\"float64\"],\"maxSpatialRank\":3,"
                + "\"features\":[\"dilation\",\"groups\",\"uneven-padding\"],"
                + "\"accuracy\":\"normwise\",\"nonFinite\":\"unspecified\"}");
  }

  @Test
  void a_failure_tells_the_options() {
    JsonNode failure = null;
    for (JsonNode each : TREE.get("failures")) {
      failure = each.path("id").asText().equals("layer.bias") ? each : failure;
    }
    assertThat(failure).isNotNull();
    assertThat(failure.get("options").asText()).startsWith("stride 1");
    assertThat(failure.has("mode")).isFalse();
    assertThat(failure.get("replay").asText()).startsWith("layer.bias/float64/1x1x1/1x1x1/");
  }

  @Test
  void what_was_covered_is_told_by_kind_of_layer_and_number_of_axes() {
    assertThat(TREE.at("/laws/1/proof/coverage").fieldNames())
        .toIterable()
        .isSubsetOf("dense", "grouped", "depthwise", "pointwise")
        .isNotEmpty();
  }

  @Test
  void it_is_read_as_it_is_written() {
    assertThat(Certificate.of(Samples.read(Samples.LAYERS)))
        .isEqualTo(Certificate.of(Samples.LAYERS));
    assertThat(Samples.read(Samples.LAYERS).claims()).isEqualTo(Samples.LAYERS.claims());
  }

  @Test
  void that_of_a_convolver_does_not_pass_for_that_of_layers() {
    ObjectNode tree = TREE.deepCopy();
    tree.set("claims", Certificate.tree(Samples.DIRECT).get("claims"));
    assertThatThrownBy(() -> CertificateReader.read("a.json", tree.toString()))
        .isInstanceOf(UnusableCertificate.class)
        .hasMessageStartingWith("a.json is of another kit");
    assertThat(Kit.of(SubjectKind.CONVOLVER)).isEqualTo(Kit.current());
  }
}

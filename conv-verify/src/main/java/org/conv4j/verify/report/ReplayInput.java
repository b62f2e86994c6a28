package org.conv4j.verify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conv4j.api.Convention;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.layer.operand.LayerRecipe;
import org.conv4j.verify.layer.vector.LayerCall;
import org.conv4j.verify.layer.vector.LayerOperation;
import org.conv4j.verify.layer.vector.LayerVectors;
import org.conv4j.verify.operand.Operands;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.subject.SubjectKind;
import org.conv4j.verify.vector.GoldenVector;
import org.conv4j.verify.vector.GoldenVectors;
import org.conv4j.verify.vector.Operation;

/**
 * What a replay token stands for, before any subject is called: a recipe's operands, or a vector's.
 *
 * @param token the token
 * @param id the identifier of the law or vector
 * @param title what it says, in one sentence
 * @param operands two or three
 * @param mode the mode; of a layer VALID, which is what a layer without padding is
 * @param operation what is asked of the first two operands
 * @param convention whose rules are meant; empty if the subject's own are
 * @param vector the golden vector, if it is one
 * @param layer the call of a layer, if it is about one
 */
public record ReplayInput(
    String token,
    String id,
    String title,
    List<NdArray> operands,
    Mode mode,
    Operation operation,
    Optional<Convention> convention,
    Optional<GoldenVector> vector,
    Optional<LayerCall> layer) {

  /**
   * Copies the list.
   *
   * @param token as above
   * @param id as above
   * @param title as above
   * @param operands as above
   * @param mode as above
   * @param operation as above
   * @param convention as above
   * @param vector as above
   * @param layer as above
   */
  public ReplayInput {
    operands = List.copyOf(operands);
  }

  /**
   * What is about a convolution.
   *
   * @param token as above
   * @param id as above
   * @param title as above
   * @param operands as above
   * @param mode as above
   * @param operation as above
   * @param convention as above
   * @param vector as above
   */
  ReplayInput(
      String token,
      String id,
      String title,
      List<NdArray> operands,
      Mode mode,
      Operation operation,
      Optional<Convention> convention,
      Optional<GoldenVector> vector) {
    this(token, id, title, operands, mode, operation, convention, vector, Optional.empty());
  }

  /**
   * What a check is made on.
   *
   * @param check one that {@link org.conv4j.verify.run.Manifest#replay} made of a token
   * @return its operands, drawn afresh
   * @throws IllegalArgumentException if the check is no single one: its token is not one to replay
   */
  public static ReplayInput of(Check check) {
    return check.kind() == Check.Kind.VECTOR ? ofVector(check) : ofRecipe(check);
  }

  private static ReplayInput ofVector(Check check) {
    if (check.subjects() == SubjectKind.LAYER) {
      LayerCall call =
          LayerVectors.all().stream()
              .filter(candidate -> candidate.id().equals(check.id()))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no golden vector " + check.id()))
              .call();
      return ofLayer(check, call);
    }
    GoldenVector vector =
        GoldenVectors.all().stream()
            .filter(candidate -> candidate.id().equals(check.id()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no golden vector " + check.id()));
    return new ReplayInput(
        check.token(),
        check.id(),
        check.title(),
        List.of(vector.in1(), vector.in2()),
        vector.mode(),
        vector.operation(),
        Optional.of(vector.convention()),
        Optional.of(vector));
  }

  private static ReplayInput ofRecipe(Check check) {
    if (!check.token().startsWith(check.id() + "/")) {
      throw new IllegalArgumentException("no token of one recipe: \"" + check.token() + "\"");
    }
    String recipe = check.token().substring(check.id().length() + 1);
    if (check.subjects() == SubjectKind.LAYER) {
      LayerOperands drawn = LayerRecipe.parse(recipe).operands();
      return ofLayer(
          check,
          new LayerCall(
              LayerOperation.CONVOLVE,
              drawn.options(),
              Optional.of(drawn.input()),
              Optional.of(drawn.weights()),
              Optional.ofNullable(drawn.biasOrNull()),
              Optional.empty(),
              Optional.empty()));
    }
    Operands operands = Recipe.parse(recipe).operands();
    return new ReplayInput(
        check.token(),
        check.id(),
        check.title(),
        operands.all(),
        operands.mode(),
        Operation.CONVOLVE,
        Optional.empty(),
        Optional.empty());
  }

  private static ReplayInput ofLayer(Check check, LayerCall call) {
    return new ReplayInput(
        check.token(),
        check.id(),
        check.title(),
        LayerCode.operands(call).values().stream().toList(),
        Mode.VALID,
        Operation.CORRELATE,
        Optional.empty(),
        Optional.empty(),
        Optional.of(call));
  }

  /** The first lines of the snippets, without comment signs. */
  List<String> heading() {
    List<String> lines = new ArrayList<>();
    lines.add("replay " + token);
    lines.add("[" + id + "] " + title);
    return lines;
  }

  /** The name of an operand, as in the messages of laws. */
  String name(int operand) {
    return layer
        .map(call -> List.copyOf(LayerCode.operands(call).keySet()).get(operand))
        .orElse("in" + (operand + 1));
  }
}

package org.conv4j.verify.certificate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conv4j.verify.law.Cell;
import org.conv4j.verify.law.Evidence;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Result;

/**
 * The golden vectors, which are many: those that passed in a line each, those that were not
 * executed by reason, and the others whole.
 *
 * @param passed by identifier: mode, rank, seconds, and the fraction of the error bound that was
 *     used
 * @param leftOut what was not executed
 * @param others what failed, and what passed with more to say
 */
public record VectorTable(
    Map<String, List<Object>> passed, List<LeftOut> leftOut, List<Entry> others) {
  private static final int COLUMNS = 4;

  /**
   * Checks that all is there.
   *
   * @param passed as above
   * @param leftOut as above
   * @param others as above
   */
  public VectorTable {
    Objects.requireNonNull(passed, "passed");
    passed = Collections.unmodifiableMap(new LinkedHashMap<>(passed));
    leftOut = List.copyOf(leftOut);
    others = List.copyOf(others);
  }

  private record Reason(Status status, String text) {}

  static VectorTable of(List<Result> results) {
    Map<String, List<Object>> passed = new LinkedHashMap<>();
    Map<Reason, List<String>> reasons = new LinkedHashMap<>();
    List<Entry> others = new ArrayList<>();
    for (Result result : results) {
      String id = result.check().id();
      Status status = Status.of(result.outcome());
      if (fitsALine(result)) {
        passed.put(id, line(result));
      } else if (status.executed()) {
        others.add(Entry.of(result));
      } else {
        Reason reason = new Reason(status, Entry.reason(result.outcome()));
        reasons.computeIfAbsent(reason, r -> new ArrayList<>()).add(id);
      }
    }
    List<LeftOut> leftOut = new ArrayList<>();
    reasons.forEach((why, ids) -> leftOut.add(new LeftOut(why.status.word(), why.text, ids)));
    return new VectorTable(passed, leftOut, others);
  }

  private static boolean fitsALine(Result result) {
    Evidence evidence = result.evidence();
    return result.outcome().equals(Outcome.Passed.WHOLE)
        && evidence.times() == 1
        && evidence.coverage().size() == 1
        && evidence.fractions().isEmpty()
        && evidence.observations().isEmpty();
  }

  private static List<Object> line(Result result) {
    Cell cell = result.evidence().coverage().firstKey();
    return List.of(
        Words.of(cell.mode()),
        cell.rank(),
        Seconds.of(result.time()),
        result.evidence().largestFraction());
  }

  /** The result of a vector that passed. */
  Result restored(Check check) {
    List<Object> row = passed.get(check.id());
    if (row.size() != COLUMNS) {
      throw new IllegalArgumentException("a vector has " + COLUMNS + " columns: " + row);
    }
    Map<String, Map<Integer, Integer>> coverage =
        Map.of(row.get(0).toString(), Map.of((int) Proof.number(row.get(1)), 1));
    Proof proof = new Proof(1, Proof.number(row.get(3)), Map.of(), coverage, List.of());
    return new Result(
        check, Outcome.Passed.WHOLE, Seconds.parse(Proof.number(row.get(2))), proof.restored());
  }
}

package org.conv4j.verify.selftest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.mutant.Faulty;

/**
 * Laws by mutants.
 *
 * @param seed the seed it was found with
 * @param laws identifiers of laws, in their order
 * @param mutants the mutants, in their order
 * @param cells what each law made of each mutant: a row for each mutant, a cell for each law
 */
public record Matrix(long seed, List<String> laws, List<Faulty> mutants, List<List<Fate>> cells) {
  /**
   * Copies the lists.
   *
   * @param seed as above
   * @param laws as above
   * @param mutants as above
   * @param cells as above
   */
  public Matrix {
    laws = List.copyOf(laws);
    mutants = List.copyOf(mutants);
    cells = cells.stream().map(List::copyOf).toList();
  }

  /**
   * The laws that a mutant breaks.
   *
   * @param mutant its place in the list
   * @return identifiers
   */
  public List<String> killers(int mutant) {
    List<String> killers = new ArrayList<>();
    for (int law = 0; law < laws.size(); law++) {
      if (cells.get(mutant).get(law) == Fate.KILLED) {
        killers.add(laws.get(law));
      }
    }
    return killers;
  }

  /**
   * How many mutants break a law.
   *
   * @param law its place in the list
   * @return the number
   */
  public int kills(int law) {
    return (int) cells.stream().filter(row -> row.get(law) == Fate.KILLED).count();
  }

  /**
   * The mutants that break this law and no other.
   *
   * @param law its place in the list
   * @return the mutants
   */
  public List<Faulty> killedByAlone(int law) {
    List<Faulty> alone = new ArrayList<>();
    for (int mutant = 0; mutant < mutants.size(); mutant++) {
      if (killers(mutant).equals(List.of(laws.get(law)))) {
        alone.add(mutants.get(mutant));
      }
    }
    return alone;
  }

  /**
   * The mutants that break no law.
   *
   * @return the mutants
   */
  public List<Faulty> survivors() {
    List<Faulty> survivors = new ArrayList<>();
    for (int mutant = 0; mutant < mutants.size(); mutant++) {
      if (killers(mutant).isEmpty()) {
        survivors.add(mutants.get(mutant));
      }
    }
    return survivors;
  }

  /**
   * The laws in this matrix that are named for a mutant but not broken by it.
   *
   * @return identifiers of laws by mutant, for mutants with such laws
   */
  public Map<Faulty, List<String>> missed() {
    Map<Faulty, List<String>> missed = new LinkedHashMap<>();
    for (int i = 0; i < mutants.size(); i++) {
      Faulty mutant = mutants.get(i);
      List<String> killers = killers(i);
      List<String> not =
          mutant.caughtBy().stream()
              .filter(law -> laws.contains(law) && !killers.contains(law))
              .toList();
      if (!not.isEmpty()) {
        missed.put(mutant, not);
      }
    }
    return missed;
  }
}

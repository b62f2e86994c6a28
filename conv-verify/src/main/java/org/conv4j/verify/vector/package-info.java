/**
 * Golden vectors: operands and what is right for them, in JSON files with provenance.
 *
 * <p>{@link org.conv4j.verify.vector.GoldenVectors} reads the committed files and files of others;
 * it accepts the schema {@code conv4j-golden-vectors/2} and nothing beside it. The generator is
 * {@code conv-verify/src/main/python/golden_vectors.py}. What SciPy and NumPy answer is checked
 * against exact arithmetic before anything is written; where they are wrong, the exact result is
 * expected, and theirs is kept as a {@link org.conv4j.verify.vector.Deviation}, of a class that
 * {@code conv-verify/DEVIATIONS.md} tells.
 */
package org.conv4j.verify.vector;

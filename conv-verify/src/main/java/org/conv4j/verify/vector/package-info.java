/**
 * Golden vectors: operands, and what SciPy and NumPy answer, in JSON files with provenance.
 *
 * <p>{@link org.conv4j.verify.vector.GoldenVectors} reads the committed files and files of others;
 * it accepts the schema {@code conv4j-golden-vectors/1} and nothing beside it. The generator is
 * {@code conv-verify/src/main/python/golden_vectors.py}, which checks every expected value against
 * exact arithmetic before it writes anything.
 */
package org.conv4j.verify.vector;

/**
 * Golden vectors: operands and right results, in JSON files with provenance.
 *
 * <p>{@link org.conv4j.verify.vector.GoldenVectors} reads the committed files and other people's.
 * It accepts the schema {@code conv4j-golden-vectors/2} and nothing else. The generator is {@code
 * conv-verify/src/main/python/golden_vectors.py}. It checks what SciPy and NumPy answer against
 * exact arithmetic before it writes anything. Where they are wrong, the exact result is expected,
 * and theirs is kept as a {@link org.conv4j.verify.vector.Deviation} of a class that {@code
 * conv-verify/DEVIATIONS.md} describes.
 */
package org.conv4j.verify.vector;

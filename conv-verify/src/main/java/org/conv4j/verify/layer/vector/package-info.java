/**
 * Golden vectors of layers: a <em>call</em>, which is an operation with its operands and options,
 * and the right result, in JSON files with provenance.
 *
 * <p>{@link org.conv4j.verify.layer.vector.LayerVectors} reads the committed files and other
 * people's. It accepts the schema {@code conv4j-golden-layers/1} and nothing else. The generator is
 * {@code conv-verify/src/main/python/layer_vectors.py}, which also describes the schema. It
 * computes every layer in exact arithmetic, in two ways that share no code.
 */
package org.conv4j.verify.layer.vector;

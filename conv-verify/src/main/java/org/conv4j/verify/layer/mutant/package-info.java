/**
 * Layers that are wrong on purpose, each with one mistake that people make. The words:
 *
 * <ul>
 *   <li>a <em>mutant</em> is an implementation of layers with one <em>mistake</em>, and a
 *       <em>flaw</em> is what the mistake is about;
 *   <li><em>right</em> layers are those of {@link org.conv4j.direct.layer.DirectLayerConvolver},
 *       from which most mutants are bent: they move elements of arguments and results, or take
 *       other options;
 *   <li>a <em>window</em> is what one output sees of the input: one element, or a zero of the
 *       padding, for each tap of the kernel.
 * </ul>
 *
 * <p>A kit is worth what it catches: each of these must be caught by the laws that are named for
 * it.
 */
package org.conv4j.verify.layer.mutant;

/**
 * What layers must give. All sums of a layer, of its transpose and of its gradients have the same
 * <i>terms</i>, collected in three ways: each is a product of an element of the input, of the
 * weights and of the output.
 */
package org.conv4j.verify.layer.oracle;

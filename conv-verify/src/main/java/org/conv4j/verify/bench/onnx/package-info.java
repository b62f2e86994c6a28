/**
 * Layers by ONNX Runtime, whose jar the caller names; nothing here needs it to compile. A model is
 * a graph of one node, a session is a model that has been made ready to run.
 */
package org.conv4j.verify.bench.onnx;

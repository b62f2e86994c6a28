/**
 * What all files of golden vectors have in common: strict JSON with exact numbers, arrays, {@link
 * org.conv4j.verify.vector.file.Provenance provenance}, and an index that lists the files beside
 * it.
 *
 * <p>A <em>place</em> is where a reader is, so that each {@link
 * org.conv4j.verify.vector.file.VectorFormatException} names the file and the vector.
 */
package org.conv4j.verify.vector.file;

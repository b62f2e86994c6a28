/** What results are compared with: exact convolution, an independent implementation, bounds. */
package org.conv4j.verify.oracle;

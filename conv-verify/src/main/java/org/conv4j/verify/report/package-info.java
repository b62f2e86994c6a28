/** Turns what a run found into something to read. */
package org.conv4j.verify.report;

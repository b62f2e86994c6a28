/** Turns the findings of a run into text. */
package org.conv4j.verify.report;

/** The kit's check of itself: which law catches which mutant. */
package org.conv4j.verify.selftest;

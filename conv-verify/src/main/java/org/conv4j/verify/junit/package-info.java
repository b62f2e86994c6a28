/** For implementers: one interface that a JUnit Jupiter test class implements. */
package org.conv4j.verify.junit;

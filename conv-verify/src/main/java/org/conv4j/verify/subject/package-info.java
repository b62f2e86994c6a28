/**
 * What is judged. A <i>subject</i> is an implementation under test, as the checks see it; its
 * <i>claims</i> are what it says of itself. <i>Evidence</i> is what was done to it, and what came
 * of that.
 */
package org.conv4j.verify.subject;

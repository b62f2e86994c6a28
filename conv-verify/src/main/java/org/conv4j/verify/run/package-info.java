/** Runs laws and golden vectors against one subject, and counts what ran. */
package org.conv4j.verify.run;

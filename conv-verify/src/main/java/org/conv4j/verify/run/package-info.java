/** Runs laws and golden vectors against one convolver, and counts what ran. */
package org.conv4j.verify.run;

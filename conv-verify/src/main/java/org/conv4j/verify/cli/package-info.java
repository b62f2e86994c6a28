/** The command line of the kit. */
package org.conv4j.verify.cli;

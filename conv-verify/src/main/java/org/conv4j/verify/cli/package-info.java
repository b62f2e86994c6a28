/**
 * The command line of the kit: {@link org.conv4j.verify.cli.Main}, a class for each subcommand, and
 * classes of options that several subcommands share.
 */
package org.conv4j.verify.cli;

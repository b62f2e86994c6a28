/** What SPEC.md says about each law besides its statement. */
package org.conv4j.verify.spec;

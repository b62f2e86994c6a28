/** What the two implementations share. Nobody else should use it. */
package org.conv4j.api.internal;

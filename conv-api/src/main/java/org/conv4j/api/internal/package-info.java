/** What the two implementations share and nobody else should use. */
package org.conv4j.api.internal;

/** JSON for the rest of the kit, so that only one class knows the library. */
package org.conv4j.verify.json;

/** A report as one HTML page that needs nothing besides itself. */
package org.conv4j.verify.html;

/** A report as one self-contained HTML page. */
package org.conv4j.verify.html;

package org.conv4j.verify.stranger;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.conv4j.api.Convolver;

/**
 * A convolver that nobody here wrote, and what is known about it.
 *
 * @param convolver the adapter
 * @param artifact group and artifact on Maven Central
 * @param home a class of the library
 * @param function what is called
 * @param why why the adapter claims what it claims
 * @param adapters what is the adapter's doing and not the library's
 * @param causes why checks fail, the first that covers a deviation counts
 */
record Stranger(
    Convolver convolver,
    String artifact,
    Class<?> home,
    String function,
    String why,
    String adapters,
    List<Cause> causes) {
  /** The version that runs here, by the name of the archive. */
  String version() {
    try {
      URI archive = home.getProtectionDomain().getCodeSource().getLocation().toURI();
      String file = Path.of(archive).getFileName().toString();
      String name = artifact.substring(artifact.indexOf(':') + 1);
      if (!file.startsWith(name + "-") || !file.endsWith(".jar")) {
        throw new IllegalStateException(home + " is not of " + artifact + " but of " + file);
      }
      return file.substring(name.length() + 1, file.length() - ".jar".length());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no archive of " + home, e);
    }
  }
}

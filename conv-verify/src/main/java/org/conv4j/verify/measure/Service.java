package org.conv4j.verify.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.conv4j.verify.json.Json;

/** The worker's end of the pipe: requests and answers, one line of JSON each. */
public final class Service {
  private Service() {}

  /** A worker's answer, one line of JSON. */
  public interface Answer {
    /**
     * Why a request was not carried out.
     *
     * @return the reason; null if it was
     */
    String error();
  }

  /**
   * What answers requests; what it throws becomes an answer.
   *
   * @param <T> the type of requests
   */
  public interface Clerk<T> {
    /**
     * Carries out a request.
     *
     * @param request what to do
     * @return the answer
     * @throws Exception if that fails
     */
    Answer answer(T request) throws Exception;
  }

  /**
   * Serves until the end of the input.
   *
   * @param <T> the type of requests
   * @param in requests
   * @param out answers
   * @param type the class of requests
   * @param clerk carries them out
   * @throws IOException if the requests cannot be read
   */
  public static <T> void serve(InputStream in, PrintStream out, Class<T> type, Clerk<T> clerk)
      throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Object answer;
      try {
        answer = clerk.answer(Json.read(line, type));
      } catch (Throwable e) { // whatever a subject throws is an answer, too
        answer = Map.of("error", "threw " + e);
      }
      out.println(Json.line(answer));
      out.flush();
    }
  }
}

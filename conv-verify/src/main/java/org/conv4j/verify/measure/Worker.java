package org.conv4j.verify.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.conv4j.verify.json.Json;

/** A process at the other end of two pipes, as the parent sees it. */
public final class Worker implements AutoCloseable {
  /** Messages of the virtual machine that explain nothing. */
  private static final List<String> CHATTER = List.of("WARNING:", "NOTE:", "Picked up ");

  /** What programs write their last words in; from Java 18 on it is not the default charset. */
  private static final Charset NATIVE =
      Charset.forName(System.getProperty("native.encoding", Charset.defaultCharset().name()));

  /** How long a worker that was told to end may take. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Process process;
  private final Path log;
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

  /**
   * Starts a process.
   *
   * @param builder the command and its environment
   * @param log where its standard error goes
   */
  Worker(ProcessBuilder builder, Path log) throws WorkerFailure {
    this.log = log;
    try {
      this.process = builder.redirectError(log.toFile()).start();
    } catch (IOException e) {
      throw new WorkerFailure("cannot be started: " + withoutPath(e), e);
    }
    Thread reader = new Thread(this::read, "conv4j-bench-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** The system's own message; Java's text before it only repeats the path of the program. */
  private static String withoutPath(IOException e) {
    Throwable innermost = e.getCause() == null ? e : e.getCause();
    String message = String.valueOf(innermost.getMessage());
    return message.substring(Math.max(0, message.indexOf("error=")));
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(Optional.of(line));
      }
    } catch (IOException e) {
      // The pipe of a process that was ended; that it ended is what counts.
    } finally {
      lines.add(Optional.empty());
    }
  }

  /**
   * Asks and waits for the answer.
   *
   * @param <T> the type of the answer
   * @param request what to do, a record
   * @param type the class of the answer, a record
   * @param limit how long that may take; the worker is ended if it takes longer
   * @return the answer, which is no error
   * @throws WorkerFailure if the worker has ended, fails or takes too long
   */
  public <T extends Service.Answer> T ask(Object request, Class<T> type, Duration limit)
      throws WorkerFailure {
    send(request);
    Optional<String> line;
    try {
      line = lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkerFailure("interrupted", e);
    }
    if (line == null) {
      end();
      throw new WorkerFailure("did not answer within " + limit.toSeconds() + " s");
    }
    if (line.isEmpty()) {
      throw new WorkerFailure("ended" + lastWords());
    }
    T reply = Json.read(line.get(), type);
    if (reply.error() != null) {
      throw new WorkerFailure(reply.error());
    }
    return reply;
  }

  private void send(Object request) {
    try {
      OutputStream out = process.getOutputStream();
      out.write((Json.line(request) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      // It has ended: the end of its output says so, and its log says why.
    }
  }

  /** How it ended, and the line of its log that most likely says why. */
  private String lastWords() {
    try {
      boolean over = process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
      String how = over ? " with exit code " + process.exitValue() : "";
      List<String> said =
          new String(Files.readAllBytes(log), NATIVE)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && CHATTER.stream().noneMatch(line::startsWith))
              .toList();
      if (said.isEmpty()) {
        return how;
      }
      // A traceback of Python has its message last, Java has it first.
      boolean python = said.get(0).startsWith("Traceback");
      return how + ": " + said.get(python ? said.size() - 1 : 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it at once. */
  void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    try {
      process.destroyForcibly().waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells it to end, and makes sure that it does. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // It has ended already, or is ended now.
    }
    end();
  }
}

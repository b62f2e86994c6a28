package org.conv4j.verify.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.conv4j.verify.run.Result;
import org.jline.nativ.CLibrary;

/** A progress bar on standard error if that is a terminal; otherwise nothing. */
final class Progress implements AutoCloseable {
  private static final int STANDARD_ERROR = 2;

  private final ProgressBar bar;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  static Progress start(String task, int steps) {
    if (!isTerminal()) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .clearDisplayOnFinish()
            .build());
  }

  private static boolean isTerminal() {
    try {
      return CLibrary.isatty(STANDARD_ERROR) == 1;
    } catch (LinkageError | RuntimeException e) {
      return false; // no native code for this platform: no bar, and nothing else is lost
    }
  }

  void accept(Result result) {
    step(result.check().id());
  }

  /** Something is done. */
  void step(String what) {
    if (bar != null) {
      bar.setExtraMessage(what);
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

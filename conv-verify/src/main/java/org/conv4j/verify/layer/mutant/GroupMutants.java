package org.conv4j.verify.layer.mutant;

import java.util.List;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.law.Moves;
import org.conv4j.verify.mutant.Flaw;

/** Channels in groups. */
final class GroupMutants {
  /** Where a channel is found. */
  private interface Channel {
    int of(int channel, int groups, int channels);
  }

  private GroupMutants() {}

  static List<LayerMutant> all() {
    return List.of(
        mutant(
            "layer.groups.weights-of-first",
            "All groups have the filters of the first",
            Right.bent(
                (x, w, b, o) -> {
                  int outputs = w.shape().extent(0) / o.groups();
                  return Right.DIRECT.convolve(x, Elements.along(w, 0, m -> m % outputs), b, o);
                }),
            "layer.groups",
            "layer.exact"),
        mutant(
            "layer.groups.weights-by-all-inputs",
            "Filters are found as if each had weights for all input channels",
            Right.bent((x, w, b, o) -> Right.DIRECT.convolve(x, farApart(w, o.groups()), b, o)),
            "layer.groups",
            "layer.exact"),
        mutant(
            "layer.groups.inputs-of-first",
            "All groups see the inputs of the first",
            inputs((c, groups, channels) -> c % (channels / groups)),
            "layer.groups",
            "layer.exact"),
        mutant(
            "layer.groups.inputs-interleaved",
            "Every so many-th input channel belongs to a group",
            inputs(GroupMutants::interleaved),
            "layer.groups"),
        mutant(
            "layer.groups.inputs-by-outputs",
            "Groups of inputs are as far apart as groups of outputs",
            Right.bent(
                (x, w, b, o) -> {
                  int inputs = w.shape().extent(1);
                  int outputs = w.shape().extent(0) / o.groups();
                  int all = inputs * o.groups();
                  NdArray moved =
                      Elements.along(
                          x,
                          o.layout().channelAxis(x.rank()),
                          c -> (c / inputs * outputs + c % inputs) % all);
                  return Right.DIRECT.convolve(moved, w, b, o);
                }),
            "layer.groups",
            "layer.exact"),
        mutant(
            "layer.groups.outputs-interleaved",
            "Outputs of the groups take turns",
            Right.bent(
                (x, w, b, o) -> {
                  NdArray y = Right.DIRECT.convolve(x, w, b, o);
                  int all = w.shape().extent(0);
                  return Elements.along(
                      y,
                      o.layout().channelAxis(y.rank()),
                      m -> interleaved(m, all / o.groups(), all));
                }),
            "layer.groups",
            "layer.exact"),
        mutant(
            "layer.groups.bias-of-first",
            "All groups have the biases of the first",
            Right.bent(
                (x, w, b, o) -> {
                  int outputs = w.shape().extent(0) / o.groups();
                  NdArray first = b == null ? null : Elements.along(b, 0, m -> m % outputs);
                  return Right.DIRECT.convolve(x, w, first, o);
                }),
            "layer.bias"),
        mutant(
            "layer.groups.all-inputs",
            "Filters of a group are applied to all groups of inputs",
            Right.bent(GroupMutants::applyToAll),
            "layer.groups",
            "layer.exact"),
        mutant(
            "layer.groups.depthwise-in-turn",
            "Outputs of a depthwise layer take the input channels in turn",
            Right.bent(GroupMutants::inTurn),
            "layer.groups"),
        mutant(
            "layer.groups.last-missing",
            "The last of several groups is not computed",
            Right.bent(
                (x, w, b, o) -> {
                  int all = w.shape().extent(0);
                  int computed = o.groups() == 1 ? all : all - all / o.groups();
                  NdArray y = Right.DIRECT.convolve(x, w, b, o);
                  int axis = o.layout().channelAxis(y.rank());
                  return Elements.along(y, axis, m -> m < computed ? m : -1);
                }),
            "layer.groups",
            "layer.exact"));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    return LayerMutant.of(Flaw.GROUPS, id, mistake, wrong, caughtBy);
  }

  private static LayerConvolver inputs(Channel channel) {
    return Right.bent(
        (x, w, b, o) -> {
          int axis = o.layout().channelAxis(x.rank());
          int channels = x.shape().extent(axis);
          NdArray moved = Elements.along(x, axis, c -> channel.of(c, o.groups(), channels));
          return Right.DIRECT.convolve(moved, w, b, o);
        });
  }

  /** Rows and columns of a table of channels, with a row for each group, exchanged. */
  private static int interleaved(int channel, int groups, int channels) {
    int row = channels / groups;
    return channel % row * groups + channel / row;
  }

  private static NdArray farApart(NdArray w, int groups) {
    Shape shape = w.shape();
    return Elements.gather(
        w,
        shape,
        index -> {
          int filter = index[0];
          index[0] = 0;
          int at = Elements.offset(index, shape) + filter * (w.size() / shape.extent(0)) * groups;
          Moves.unravel(at % w.size(), shape, index);
          return true;
        });
  }

  private static NdArray applyToAll(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    int inputs = w.shape().extent(1);
    Shape dense = Elements.with(w.shape(), 1, inputs * options.groups());
    NdArray repeated =
        Elements.gather(
            w,
            dense,
            index -> {
              index[1] %= inputs;
              return true;
            });
    return Right.DIRECT.convolve(x, repeated, b, options.withGroups(1));
  }

  private static NdArray inTurn(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    int axis = options.layout().channelAxis(x.rank());
    int inputs = x.shape().extent(axis);
    int outputs = w.shape().extent(0);
    if (options.groups() != inputs) {
      return Right.DIRECT.convolve(x, w, b, options);
    }
    NdArray inTurn =
        Elements.gather(
            x,
            Elements.with(x.shape(), axis, outputs),
            index -> {
              index[axis] %= inputs;
              return true;
            });
    return Right.DIRECT.convolve(inTurn, w, b, options.withGroups(outputs));
  }
}

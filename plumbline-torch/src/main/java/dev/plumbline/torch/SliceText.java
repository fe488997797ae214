package dev.plumbline.torch;

import java.util.List;

/** Slice: along one axis after the other. libtorch takes positions as Python does, but no steps backwards. */
final class SliceText {
    private static final long FAR = Integer.MAX_VALUE;

    private SliceText() {}

    static String slice(NodeText n) {
        List<String> starts = n.wholes(1);
        List<String> ends = n.wholes(2);
        long[] steps = n.has(4) ? n.constant(4) : null;
        String x = n.in(0);
        for (int i = 0; i < starts.size(); i++) {
            long axis = n.has(3) ? n.constant(3)[i] : i;
            long step = steps == null ? 1 : Math.max(-FAR, Math.min(FAR, steps[i]));
            if (step > 0) {
                x = n.let("torch.slice(" + x + ", " + axis + ", " + near(starts.get(i)) + ", " + near(ends.get(i))
                        + ", " + step + ")");
            } else {
                String turned = n.let("torch.flip(" + x + ", [" + axis + "])");
                x = n.let("torch.slice(" + turned + ", " + axis + ", " + mirrored(starts.get(i)) + ", "
                        + mirrored(ends.get(i)) + ", " + -step + ")");
            }
        }
        return "torch.alias(" + x + ")";
    }

    /** A position that is a number, brought into the range that libtorch reads. */
    private static String near(String position) {
        return isNumber(position) ? String.valueOf(Math.max(-FAR, Math.min(FAR, Long.parseLong(position)))) : position;
    }

    /** A position seen from the other end: the first is the last, -1. */
    private static String mirrored(String position) {
        return isNumber(position)
                ? String.valueOf(Math.max(-FAR, Math.min(FAR, -1 - Long.parseLong(near(position)))))
                : "torch.sub(-1, " + position + ")";
    }

    private static boolean isNumber(String position) {
        return position.matches("-?\\d+");
    }
}

package dev.plumbline.torch;

import dev.plumbline.data.DType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Values picked by their positions, or positions found by values. */
final class IndexingText {
    private IndexingText() {}

    static void rows(Translations table) {
        table.row("Gather", IndexingText::gather);
        table.row("GatherElements", IndexingText::gatherElements);
        table.row("GatherND", IndexingText::gatherNd);
        table.row("Scatter", ScatterText::elements);
        table.row("ScatterElements", ScatterText::elements);
        table.row("ScatterND", ScatterText::slices);
        table.row("TensorScatter", ScatterText::cache);
        table.row("Compress", IndexingText::compress);
        table.row("NonZero", n -> "torch.t(torch.nonzero(" + n.in(0) + "))");
        table.row("OneHot", IndexingText::oneHot);
        table.row("TopK", IndexingText::topK);
        table.row("Unique", UniqueText::unique);
        table.row("ReverseSequence", IndexingText::reverseSequence);
        table.row("Trilu", IndexingText::trilu);
    }

    /** Positions as int64, those from the end counted from the front. */
    static String positions(NodeText n, int index, String size) {
        String whole = n.as(index, DType.INT64);
        boolean fromFront = n.known(index)
                .map(known -> IntStream.range(0, known.elements()).allMatch(i -> known.get(i) >= 0))
                .orElse(false);
        if (fromFront) {
            return whole;
        }
        String held = n.let(whole);
        return n.let("torch.where(torch.lt(" + held + ", 0), torch.add(" + held + ", " + size + "), " + held + ")");
    }

    private static String gather(NodeText n) {
        int rank = n.shape(0).rank();
        int axis = n.axis("axis", 0, rank);
        if (n.shape(1).rank() == 0 && n.known(1).isPresent()) {
            return "torch.select(" + n.in(0) + ", " + axis + ", " + n.whole(1) + ")";
        }
        if (axis == 0 && rank == 2 && n.isParameter(0) && n.known(1).isEmpty()) {
            // a table and tokens: a negative one is a mistake in the data, and libtorch says so
            return "torch.embedding(" + n.in(0) + ", " + n.as(1, DType.INT64) + ")";
        }
        String indices = positions(n, 1, n.size(0, axis));
        if (n.shape(1).rank() == 1) {
            return "torch.index_select(" + n.in(0) + ", " + axis + ", " + indices + ")";
        }
        String flat = n.let("torch.index_select(" + n.in(0) + ", " + axis + ", torch.reshape(" + indices + ", [-1]))");
        List<String> sizes = new ArrayList<>();
        for (int i = 0; i < axis; i++) {
            sizes.add(n.size(0, i));
        }
        for (int i = 0; i < n.shape(1).rank(); i++) {
            sizes.add(n.size(1, i));
        }
        for (int i = axis + 1; i < rank; i++) {
            sizes.add(n.size(0, i));
        }
        return "torch.reshape(" + flat + ", " + Literals.list(sizes) + ")";
    }

    private static String gatherElements(NodeText n) {
        int axis = n.axis("axis", 0, n.shape(0).rank());
        return "torch.gather(" + n.in(0) + ", " + axis + ", " + positions(n, 1, n.size(0, axis)) + ")";
    }

    /** An index for each axis, shared ones by counting. */
    private static String gatherNd(NodeText n) {
        int shared = n.integer("batch_dims", 0);
        int rows = n.shape(1).rank() - 1;
        List<String> indices = new ArrayList<>();
        for (int axis = 0; axis < shared; axis++) {
            List<Integer> sizes = new ArrayList<>(Collections.nCopies(rows, 1));
            sizes.set(axis, -1);
            indices.add("torch.reshape(torch.arange(" + n.size(0, axis) + "), " + Literals.wholes(sizes) + ")");
        }
        indices.addAll(columns(n, 1));
        return indexed(n.in(0), indices);
    }

    /** The last axis of an input taken apart. */
    static List<String> columns(NodeText n, int index) {
        String held = n.let(n.as(index, DType.INT64));
        return IntStream.range(0, n.shape(index).get(-1))
                .mapToObj(i -> "torch.select(" + held + ", -1, " + i + ")")
                .toList();
    }

    private static String indexed(String data, List<String> indices) {
        return indices.isEmpty()
                ? "torch.alias(" + data + ")"
                : "torch.index(" + data + ", annotate(List[Optional[Tensor]], [" + String.join(", ", indices) + "]))";
    }

    private static String compress(NodeText n) {
        String kept = n.let("torch.reshape(torch.nonzero(" + n.in(1) + "), [-1])");
        return n.attributes().has("axis")
                ? "torch.index_select(" + n.in(0) + ", " + n.integer("axis", 0) + ", " + kept + ")"
                : "torch.index_select(torch.reshape(" + n.in(0) + ", [-1]), 0, " + kept + ")";
    }

    /** Positions outside give a row without the on value. */
    private static String oneHot(NodeText n) {
        int rank = n.outputShape().rank();
        int axis = n.axis("axis", -1, rank);
        String depth = n.let(n.type(1).dtype().isInteger() ? n.whole(1) : "int(" + n.in(1) + ")");
        String indices = n.let("torch.unsqueeze(" + positions(n, 0, depth) + ", " + axis + ")");
        List<Integer> sizes = new ArrayList<>(Collections.nCopies(rank, 1));
        sizes.set(axis, -1);
        String places = n.let("torch.reshape(torch.arange(" + depth + "), " + sizes + ")");
        return "torch.where(torch.eq(" + indices + ", " + places + "), torch.select(" + n.in(2)
                + ", 0, 1), torch.select(" + n.in(2) + ", 0, 0))";
    }

    /** By a stable sort, so that of equal values the first comes first. */
    private static String topK(NodeText n) {
        int axis = n.axis("axis", -1, n.shape(0).rank());
        String largest = n.integer("largest", 1) == 1 ? "True" : "False";
        String count = n.let(n.shape(1).rank() == 0 ? n.whole(1) : n.wholes(1).get(0));
        String sorted = n.let("torch.sort(" + n.in(0) + ", stable=True, dim=" + axis + ", descending=" + largest + ")");
        n.gives(1, "torch.slice((" + sorted + ")[1], " + axis + ", 0, " + count + ")");
        return "torch.slice((" + sorted + ")[0], " + axis + ", 0, " + count + ")";
    }

    private static String reverseSequence(NodeText n) {
        int rank = n.shape(0).rank();
        int batch = n.axis("batch_axis", 1, rank);
        int time = n.axis("time_axis", 0, rank);
        List<Integer> across = new ArrayList<>(Collections.nCopies(rank, 1));
        List<Integer> along = new ArrayList<>(across);
        across.set(batch, -1);
        along.set(time, -1);
        String lengths = n.let("torch.reshape(" + n.as(1, DType.INT64) + ", " + across + ")");
        String steps = n.let("torch.reshape(torch.arange(" + n.size(0, time) + "), " + along + ")");
        String turned = n.let("torch.where(torch.lt(" + steps + ", " + lengths + "), torch.sub(torch.sub(" + lengths
                + ", " + steps + "), 1), " + steps + ")");
        return "torch.gather(" + n.in(0) + ", " + time + ", torch.expand(" + turned + ", " + n.sizes(0) + "))";
    }

    private static String trilu(NodeText n) {
        String function = n.integer("upper", 1) == 1 ? "triu" : "tril";
        return "torch." + function + "(" + n.in(0) + ", " + (n.has(1) ? n.whole(1) : "0") + ")";
    }
}

package dev.plumbline.data.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All orders of a few things. */
final class Orders {
    private Orders() {}

    static int[] identity(int count) {
        return IntStream.range(0, count).toArray();
    }

    static List<int[]> all(int count) {
        List<int[]> orders = new ArrayList<>();
        permute(identity(count), 0, orders);
        return orders;
    }

    private static void permute(int[] order, int from, List<int[]> orders) {
        if (from == order.length) {
            orders.add(order.clone());
            return;
        }
        for (int i = from; i < order.length; i++) {
            swap(order, from, i);
            permute(order, from + 1, orders);
            swap(order, from, i);
        }
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}

package dev.plumbline.zoo.fault;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * Writes other values over the weights of an HDF5 file, in place: its arrays lie contiguous, 32-bit, low byte first.
 */
final class KerasWeights {
    private KerasWeights() {}

    static byte[] changed(byte[] bytes, WeightChange change) {
        ByteBuffer copy = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
        try (HdfFile file = HdfFile.fromBytes(bytes)) {
            walk(file, copy, change, new Random(3));
        }
        return copy.array();
    }

    private static void walk(Group group, ByteBuffer bytes, WeightChange change, Random random) {
        for (Node node : group.getChildren().values()) {
            if (node instanceof Group inner) {
                if (!inner.getName().equals("optimizer")) {
                    walk(inner, bytes, change, random);
                }
            } else if (node instanceof ContiguousDataset array && ((Dataset) node).getJavaType() == float.class) {
                Dataset dataset = (Dataset) node;
                int at = Math.toIntExact(array.getDataAddress());
                for (int i = 0; i < dataset.getSize(); i++) {
                    int place = at + 4 * i;
                    bytes.putFloat(
                            place,
                            change.of(
                                    dataset.getPath(), dataset.getDimensions().length, bytes.getFloat(place), random));
                }
            }
        }
    }
}

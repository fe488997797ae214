package dev.plumbline.tune.importance;

/**
 * Where a node of a tree is divided.
 *
 * @param gain by how much the sum of squared errors falls
 * @param rank numbers up to this rank go left
 * @param left the choices that go left, as bits
 */
record Split(int parameter, double gain, int rank, long left) {
    boolean goesLeft(Table table, int trial) {
        int own = table.ranks()[parameter][trial];
        return table.isCategorical(parameter) ? (left >> own & 1) == 1 : own <= rank;
    }
}

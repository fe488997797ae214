package dev.plumbline.tune;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** A list that grows at its end, and of which a copy costs nothing, since what is there never changes. */
final class GrowingList<E> {
    private Object[] elements = new Object[16];
    private int size;

    void add(E element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size + (size >> 1));
        }
        elements[size++] = element;
    }

    List<E> snapshot() {
        return new Snapshot<>(elements, size);
    }

    private static final class Snapshot<E> extends AbstractList<E> implements RandomAccess {
        private final Object[] elements;
        private final int size;

        Snapshot(Object[] elements, int size) {
            this.elements = elements;
            this.size = size;
        }

        @Override
        @SuppressWarnings("unchecked")
        public E get(int index) {
            return (E) elements[Objects.checkIndex(index, size)];
        }

        @Override
        public int size() {
            return size;
        }
    }
}

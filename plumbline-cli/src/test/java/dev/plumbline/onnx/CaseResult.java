package dev.plumbline.onnx;

import org.jspecify.annotations.Nullable;

/**
 * How a case ended.
 *
 * @param name of the case
 * @param operator what it is a test of
 * @param excluded why it is not counted; null where it is
 * @param fault what was wrong; null where it passed
 * @param bound whether it passed only with its whole-numbered inputs known beforehand
 */
record CaseResult(
        String name,
        String operator,
        @Nullable Exclusion excluded,
        @Nullable String fault,
        boolean bound) {
    boolean isCounted() {
        return excluded == null;
    }

    boolean isPassed() {
        return excluded == null && fault == null;
    }
}

package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;

/** Token numbers: whole numbers from 0 that stand for words. */
final class Tokens {
    /** Beyond this a float32 misses whole numbers, and no vocabulary is that large. */
    private static final float MOST = 1 << 24;

    private Tokens() {}

    /** @throws UnusableInputException if a value is not a token number */
    static LongTensor of(FloatTensor values, String file) {
        long[] tokens = new long[values.values().length];
        for (int i = 0; i < tokens.length; i++) {
            float value = values.values()[i];
            if (!(value >= 0 && value < MOST && value == Math.rint(value))) {
                throw new UnusableInputException(
                        file,
                        "token numbers from 0",
                        CellText.of(value),
                        "Number the tokens from 0, or leave `data.modality` out.");
            }
            tokens[i] = (long) value;
        }
        return new LongTensor(tokens, values.shape());
    }
}

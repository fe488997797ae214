package dev.plumbline.zoo.base;

import dev.plumbline.data.SplitName;
import dev.plumbline.zoo.folder.Data;
import dev.plumbline.zoo.folder.Examples;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Invented: reviews of 20 tokens, 0 for padding behind the end. Of a vocabulary of 120, 20 words praise, 20 complain,
 * one negates what follows, one doubles it, the others say nothing; word frequencies fall as in a language. The class
 * is whether praise outweighs; ties are not kept.
 */
final class ReviewData {
    static final int VOCABULARY = 120;
    static final int STEPS = 20;
    private static final int NOT = 1;
    private static final int VERY = 2;
    private static final int FIRST_PRAISE = 3;
    private static final int FIRST_COMPLAINT = 23;
    private static final int FIRST_OTHER = 43;
    private static final int TRAIN = 1500;
    private static final int TEST = 500;

    private ReviewData() {}

    static Data tokens() {
        Random random = new Random(40);
        return new Data(
                Data.Kind.TOKENS,
                List.of(STEPS),
                List.of(),
                List.of(),
                true,
                Map.of(SplitName.TRAIN, draw(random, TRAIN), SplitName.TEST, draw(random, TEST)));
    }

    private static Examples draw(Random random, int count) {
        float[][] rows = new float[count][];
        float[] classes = new float[count];
        for (int i = 0; i < count; ) {
            float[] review = review(random);
            int balance = balance(review);
            if (balance != 0) {
                rows[i] = review;
                classes[i++] = balance > 0 ? 1 : 0;
            }
        }
        return new Examples(rows, classes);
    }

    private static float[] review(Random random) {
        float[] tokens = new float[STEPS];
        int length = 8 + random.nextInt(STEPS - 7);
        int mood = random.nextBoolean() ? FIRST_PRAISE : FIRST_COMPLAINT;
        int other = mood == FIRST_PRAISE ? FIRST_COMPLAINT : FIRST_PRAISE;
        for (int i = 0; i < length; i++) {
            double kind = random.nextDouble();
            if (kind < 0.06 && i + 1 < length) {
                tokens[i++] = NOT;
                tokens[i] = (random.nextDouble() < 0.7 ? other : mood) + frequent(random, 20);
            } else if (kind < 0.12) {
                tokens[i] = VERY;
            } else if (kind < 0.34) {
                tokens[i] = (random.nextDouble() < 0.78 ? mood : other) + frequent(random, 20);
            } else {
                tokens[i] = FIRST_OTHER + frequent(random, VOCABULARY - FIRST_OTHER);
            }
        }
        return tokens;
    }

    /** Small numbers more often than large ones. */
    private static int frequent(Random random, int count) {
        return (int) (count * random.nextDouble() * random.nextDouble());
    }

    private static int balance(float[] tokens) {
        int sum = 0;
        for (int i = 0; i < tokens.length; i++) {
            int word = (int) tokens[i];
            if (word >= FIRST_PRAISE && word < FIRST_OTHER) {
                int before = i > 0 ? (int) tokens[i - 1] : 0;
                int weight = before == NOT ? -1 : before == VERY ? 2 : 1;
                sum += word < FIRST_COMPLAINT ? weight : -weight;
            }
        }
        return sum;
    }
}

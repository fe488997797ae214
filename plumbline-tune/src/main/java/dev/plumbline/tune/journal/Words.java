package dev.plumbline.tune.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names and choices by the numbers that records call them by, in the order in which the file has them. */
final class Words {
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> pending = new HashMap<>();

    String word(int number) {
        return words.get(number);
    }

    /** A word that stands in the file. */
    void learn(String word) {
        numbers.putIfAbsent(word, words.size());
        words.add(word);
    }

    /** A word's number; one that the file does not have yet is written first. */
    int number(String word, RecordWriter records) {
        Integer known = numbers.get(word);
        if (known == null) {
            known = pending.get(word);
        }
        if (known == null) {
            known = words.size() + pending.size();
            pending.put(word, known);
            records.begin(RecordType.WORD).text(word).end();
        }
        return known;
    }

    /** What was to be written is written, and learned, or has failed. */
    void settle() {
        pending.clear();
    }
}

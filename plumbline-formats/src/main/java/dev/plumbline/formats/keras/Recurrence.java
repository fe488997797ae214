package dev.plumbline.formats.keras;

import java.util.List;

/**
 * What a recurrent layer makes of a sequence.
 *
 * @param sequence the output at every step, {@code (N, steps, ...)}; empty text where nobody asked for it
 * @param last the output after the last step
 * @param states after the last step; empty where nobody asked for them
 */
record Recurrence(String sequence, String last, List<String> states) {
    Recurrence {
        states = List.copyOf(states);
    }
}

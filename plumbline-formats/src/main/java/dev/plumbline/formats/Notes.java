package dev.plumbline.formats;

import dev.plumbline.data.Dataset.Note;
import java.util.ArrayList;
import java.util.List;

/** Collects what a person should know about the reading, in the order in which it happened. */
final class Notes {
    private final List<Note> notes = new ArrayList<>();

    void add(String subject, String sentence) {
        notes.add(new Note(subject, sentence));
    }

    List<Note> list() {
        return List.copyOf(notes);
    }
}

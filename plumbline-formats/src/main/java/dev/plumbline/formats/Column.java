package dev.plumbline.formats;

/** A column of a table, typed by what all of its values are. */
sealed interface Column permits NumberColumn, TextColumn {
    /** As the header has it. */
    String name();

    /** The number of rows. */
    int size();

    /** Whether the row has no value. */
    boolean isMissing(int row);

    /** The row's value as text; undefined where it is missing. */
    String text(int row);

    /** This column under another name. */
    Column named(String other);
}

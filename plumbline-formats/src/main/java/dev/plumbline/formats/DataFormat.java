package dev.plumbline.formats;

import java.io.IOException;
import java.util.List;

/**
 * A kind of data file. A new one is one class like this and one line in {@link DataFormats#standard()}; it yields
 * either a {@link Table} of typed columns or {@link NamedArrays}, and everything behind that is shared.
 */
interface DataFormat {
    /** The endings of its files' names, in lower case with the dot: {@code .csv}. */
    List<String> extensions();

    /**
     * Reads a file that exists, is not empty and may be read.
     *
     * @throws dev.plumbline.UnusableInputException if its bytes are not what the format says
     */
    FileContent read(InputFile file) throws IOException;
}

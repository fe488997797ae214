package dev.plumbline.formats;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/**
 * Comma-separated values (RFC 4180) in UTF-8, with or without a byte order mark: the first line has the columns' names,
 * every other line a value for each. In a {@code .csv} the separator is the comma, semicolon or tab that the first
 * lines agree on; in a {@code .tsv} it is the tab. With semicolons, {@code 3,14} is a number too.
 */
final class CsvFormat implements DataFormat {
    private static final int SHOWN = 40;

    @Override
    public List<String> extensions() {
        return List.of(".csv", ".tsv");
    }

    @Override
    public FileContent read(InputFile file) throws IOException {
        Magic.requireText(file);
        try {
            return table(file, Separator.of(file));
        } catch (CharacterCodingException e) {
            throw Utf8.fault(file);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw Utf8.fault(file);
            }
            throw e.getCause();
        }
    }

    private static Table table(InputFile file, char separator) throws IOException {
        CsvTable table = new CsvTable(file.name(), separator);
        try (Reader reader = reader(file);
                CsvReader<Boolean> csv = CsvReader.builder()
                        .fieldSeparator(separator)
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .build(table, reader);
                CloseableIterator<Boolean> records = csv.iterator()) {
            while (records.hasNext()) {
                records.next();
            }
        } catch (CsvParseException e) {
            throw parseFault(file, table, e);
        }
        return table.build();
    }

    /** Decodes strictly: a wrong byte is an error, not a question mark in somebody's name. */
    static Reader reader(InputFile file) throws IOException {
        Reader reader = Files.newBufferedReader(file.path(), StandardCharsets.UTF_8);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** Text from a file, cut for a message. */
    static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }

    private static RuntimeException parseFault(InputFile file, CsvTable table, CsvParseException e) {
        // the reader wraps whatever its handler throws
        if (e.getCause() instanceof UnusableInputException fault) {
            return fault;
        }
        if (e.getCause() instanceof OutOfMemoryError error) {
            throw error;
        }
        return UnusableInputException.because(
                file.name() + ", line " + table.line()
                        + ": expected values in pairs of quotes or none, found a quote that is not closed, or text behind one. "
                        + "Write quotes within a value twice.",
                e);
    }
}

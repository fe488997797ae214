package dev.plumbline.formats;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import dev.plumbline.UnusableInputException;
import java.util.ArrayList;
import java.util.List;

/** Takes the cells of a CSV file as the parser meets them and makes columns of them. */
final class CsvTable extends AbstractBaseCsvCallbackHandler<Boolean> {
    private final String file;
    private final boolean comma;
    private final List<String> header = new ArrayList<>();
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private final GrowingInts lines = new GrowingInts();

    CsvTable(String file, char separator) {
        this.file = file;
        this.comma = separator == ';';
    }

    /** The line at which the current record starts, from 1. */
    long line() {
        return getStartingLineNumber();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (columns.isEmpty()) {
            header.add(new String(buffer, offset, length).strip());
        } else if (index < columns.size()) {
            columns.get(index).add(buffer, offset, length);
        }
    }

    @Override
    protected Boolean buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            return Boolean.FALSE;
        }
        if (columns.isEmpty()) {
            for (String name : Header.checked(file, header)) {
                columns.add(new ColumnBuilder(name, comma));
            }
        } else if (getFieldCount() != columns.size()) {
            throw new UnusableInputException(
                    file + ", line " + line(),
                    columns.size() + " values, like the header",
                    String.valueOf(getFieldCount()),
                    getFieldCount() < columns.size()
                            ? "Add the missing value or remove the line."
                            : "Quote the value that has the separator in it, or remove the line.");
        } else {
            lines.add(Math.toIntExact(line()));
        }
        return Boolean.TRUE;
    }

    Table build() {
        if (lines.size() == 0) {
            throw new UnusableInputException(
                    file,
                    "a header and lines of values",
                    columns.isEmpty() ? "only empty lines" : "only the header",
                    "Add the data below the header.");
        }
        return new Table(file, columns.stream().map(ColumnBuilder::build).toList(), lines);
    }
}

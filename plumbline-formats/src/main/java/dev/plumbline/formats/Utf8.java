package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Finds the line in which a file stops being UTF-8, for the message. */
final class Utf8 {
    private static final int LONGEST_LINE = 1 << 20;

    private Utf8() {}

    static UnusableInputException fault(InputFile file) throws IOException {
        long line = 1;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
            for (int b = in.read(); b >= 0 && bytes.size() < LONGEST_LINE; b = in.read()) {
                if (b != '\n') {
                    bytes.write(b);
                    continue;
                }
                if (!isUtf8(bytes)) {
                    break;
                }
                bytes.reset();
                line++;
            }
        }
        return new UnusableInputException(
                file.name() + ", line " + line,
                "UTF-8 text",
                "bytes of another encoding",
                "Save the file as UTF-8, for example with `iconv -f latin1 -t utf-8`.");
    }

    private static boolean isUtf8(ByteArrayOutputStream bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}

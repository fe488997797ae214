package dev.plumbline.tune.journal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Times as Python writes them; those without a zone are taken as UTC. */
final class Times {
    private Times() {}

    static Instant read(String text) {
        String iso = text.strip().replace(' ', 'T');
        Instant time;
        try {
            time = OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException noZone) {
            time = LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}

package dev.plumbline.tune.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAppended_isReadAgainInOrder() {
        Path path = folder.resolve("study.journal");
        append(path, 0, 100);
        append(path, 100, 50);

        assertThat(read(path)).isEqualTo(numbers(150));
    }

    @Test
    void afterACutAtAnyByte_theWholeRecordsAreThereAndTheFileGoesOn() throws IOException {
        Path path = folder.resolve("study.journal");
        append(path, 0, 12);
        byte[] whole = Files.readAllBytes(path);
        for (int cut = 0; cut <= whole.length; cut++) {
            Path torn = folder.resolve("cut-" + cut);
            Files.write(torn, Arrays.copyOf(whole, cut));
            List<Long> before = read(torn);
            assertThat(before).as("cut at byte %s", cut).isEqualTo(numbers(before.size()));

            append(torn, 77, 1);

            List<Long> expected = new ArrayList<>(before);
            expected.add(77L);
            assertThat(read(torn)).as("cut at byte %s", cut).isEqualTo(expected);
        }
    }

    @Test
    void aTornTail_isCutOff_whateverItHolds() throws IOException {
        Path path = folder.resolve("study.journal");
        append(path, 0, 3);
        long sound = Files.size(path);
        Files.write(path, new byte[] {0x1e, 0, 0, 9, 1, 2, 3}, java.nio.file.StandardOpenOption.APPEND);

        assertThat(read(path)).isEqualTo(numbers(3));
        assertThat(Files.size(path)).isEqualTo(sound);
    }

    @Test
    void aByteThatWentBad_costsItsOwnRecordOnly() throws IOException {
        Path path = folder.resolve("study.journal");
        append(path, 0, 10);
        byte[] bytes = Files.readAllBytes(path);
        // eight bytes of magic, then records of ten bytes: the fourth one's payload, and the sixth one's length
        bytes[8 + 3 * 10 + 9] ^= 0x40;
        bytes[8 + 5 * 10 + 1] ^= 0x7f;
        Files.write(path, bytes);

        List<Long> found = new ArrayList<>();
        try (RecordFile file = RecordFile.open(path, sink(found))) {
            assertThat(file.damagedBytes()).isEqualTo(20);
        }

        assertThat(found).containsExactly(0L, 1L, 2L, 4L, 6L, 7L, 8L, 9L);
        assertThat(read(path)).isEqualTo(found);
    }

    @Test
    void recordsLargerThanWhatIsReadAtOnce_areRead() {
        Path path = folder.resolve("study.journal");
        String text = "x".repeat(3 << 20);
        try (RecordFile file = RecordFile.open(path, payload -> {})) {
            for (int i = 0; i < 3; i++) {
                RecordWriter records = new RecordWriter();
                records.begin(RecordType.ANNOTATED).text(text).end();
                file.locked(() -> {
                    file.append(records);
                    return null;
                });
            }
        }

        List<Integer> lengths = new ArrayList<>();
        RecordFile.open(path, payload -> {
                    payload.one();
                    lengths.add(payload.text().length());
                })
                .close();
        assertThat(lengths).containsExactly(3 << 20, 3 << 20, 3 << 20);
    }

    @Test
    void severalWriters_loseNothing_andEachReadsTheOthers() throws Exception {
        Path path = folder.resolve("study.journal");
        int writers = 4;
        int each = 500;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int first = w * each;
                ends.add(threads.submit(() -> append(path, first, each)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(read(path)).containsExactlyInAnyOrderElementsOf(numbers((long) writers * each));
    }

    @Test
    void anInterruptedThread_stillWrites() {
        Path path = folder.resolve("study.journal");
        try {
            Thread.currentThread().interrupt();
            append(path, 0, 5);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(read(path)).isEqualTo(numbers(5));
    }

    @Test
    void anotherKindOfFile_isRefusedAndLeftAsItIs() throws IOException {
        Path path = folder.resolve("optuna.log");
        Files.writeString(path, "{\"op_code\": 0}\n");

        assertThatThrownBy(() -> RecordFile.open(path, payload -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a study's journal is expected")
                .hasMessageContaining("OptunaImport");
        assertThat(Files.readString(path)).isEqualTo("{\"op_code\": 0}\n");
    }

    private static void append(Path path, long first, int count) {
        try (RecordFile file = RecordFile.open(path, payload -> {})) {
            for (long i = first; i < first + count; i++) {
                RecordWriter records = new RecordWriter();
                records.begin(RecordType.REPORTED).count(i).end();
                file.locked(() -> {
                    file.append(records);
                    return null;
                });
            }
        }
    }

    private static List<Long> read(Path path) {
        List<Long> found = new ArrayList<>();
        RecordFile.open(path, sink(found)).close();
        return found;
    }

    private static RecordFile.Sink sink(List<Long> found) {
        return payload -> {
            assertThat(payload.one()).isEqualTo(RecordType.REPORTED.code());
            found.add(payload.count());
        };
    }

    private static List<Long> numbers(long count) {
        return java.util.stream.LongStream.range(0, count).boxed().toList();
    }
}

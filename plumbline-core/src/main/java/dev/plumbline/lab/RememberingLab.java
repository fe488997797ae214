package dev.plumbline.lab;

import dev.plumbline.WholeFile;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Keeps every run that came to its own end in a folder, and gives it again where the same is asked for: same experiment
 * (by fingerprint), data (by digest), request and machine. A search that was killed goes on where it was, and a walk
 * after a small change runs only what the change concerns.
 *
 * <p>Each run is a file of its own, written whole or not at all, with a checksum; one that cannot be read is run again.
 * What time or a person ended is not kept, for it would have gone further.
 */
public final class RememberingLab implements Lab {
    /** Bytes of runs that are kept; the oldest go first. */
    private static final long MOST_BYTES = 200L << 20;

    private static final String ENDING = ".run";

    private final Lab lab;
    private final Path folder;
    private final Map<DataPlan, Digested> digests = new ConcurrentHashMap<>();

    /** Arrays, and the digest that was taken of them. */
    private record Digested(Dataset dataset, String digest) {}

    /** @param folder made when the first run is kept */
    public RememberingLab(Lab lab, Path folder) {
        this.lab = lab;
        this.folder = folder;
    }

    @Override
    public Run run(Experiment experiment, RunRequest request, Observer observer) {
        Path file = folder.resolve(key(experiment, request) + ENDING);
        Optional<Run> kept = read(file, experiment);
        if (kept.isPresent()) {
            return kept.get();
        }
        Run run = lab.run(experiment, request, observer);
        if (isWhole(run, request)) {
            keep(run, file);
        }
        return run;
    }

    /** A single step is made again sooner than read, and made twice to see whether it is the same. */
    private static boolean isWhole(Run run, RunRequest request) {
        if (request.budget().steps() == 1 || run.outcome() instanceof Outcome.Interrupted) {
            return false;
        }
        return !(run.outcome() instanceof Outcome.OutOfBudget)
                || run.steps() >= request.budget().steps();
    }

    private String key(Experiment experiment, RunRequest request) {
        String text = String.join(
                "\n",
                experiment.fingerprint(),
                digest(experiment),
                Long.toString(request.budget().steps()),
                request.probing().name(),
                new TreeSet<>(request.predict()).toString(),
                Boolean.toString(request.followValidation()),
                Double.toString(request.stopBelowLoss()),
                lab.machine().engine(),
                lab.machine().device(),
                Integer.toString(lab.machine().threads()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of all examples, since the fingerprint tells which are used; taken once, for it reads every number. */
    private String digest(Experiment experiment) {
        DataPlan whole = experiment.data().whole();
        Dataset dataset = lab.data(experiment.withData(whole));
        Digested known = digests.get(whole);
        if (known == null || known.dataset() != dataset) {
            known = new Digested(dataset, dataset.digest());
            digests.put(whole, known);
        }
        return known.digest();
    }

    private static Optional<Run> read(Path file, Experiment experiment) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        CRC32 sum = new CRC32();
        try (DataInputStream in =
                new DataInputStream(new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), sum))) {
            List<?> parts = (List<?>) Objects.requireNonNull(RecordStream.read(in));
            long expected = sum.getValue();
            if (in.readLong() != expected) {
                return Optional.empty();
            }
            return Optional.of(KeptRun.of(parts, experiment));
        } catch (IOException | ClassCastException | NullPointerException | IndexOutOfBoundsException damaged) {
            // what cannot be read is run again, and then written anew
            return Optional.empty();
        }
    }

    private void keep(Run run, Path file) {
        try {
            WholeFile.write(file, out -> write(run, out));
            forget();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    folder + ": runs cannot be kept there (" + e.getMessage() + "). `--no-cache` does without.", e);
        }
    }

    private static void write(Run run, OutputStream out) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
        DataOutputStream data = new DataOutputStream(checked);
        RecordStream.write(KeptRun.parts(run), data);
        data.flush();
        data.writeLong(checked.getChecksum().getValue());
    }

    private synchronized void forget() throws IOException {
        KeptRun.limit(folder, ENDING, MOST_BYTES);
    }

    @Override
    public Dataset data(Experiment experiment) {
        return lab.data(experiment);
    }

    @Override
    public Network network(Experiment experiment) {
        return lab.network(experiment);
    }

    @Override
    public Optional<ImportedModel> imported(ModelPlan plan) {
        return lab.imported(plan);
    }

    @Override
    public Map<String, Tensor> values(Experiment experiment, Map<String, Tensor> parameters, List<Tensor> inputs) {
        return lab.values(experiment, parameters, inputs);
    }

    @Override
    public Machine machine() {
        return lab.machine();
    }

    @Override
    public void close() {
        lab.close();
    }
}

package dev.plumbline.zoo;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.FindingOrder;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.zoo.score.Said;
import dev.plumbline.zoo.score.Scores;
import dev.plumbline.zoo.score.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A process of its own that judges cases one after the other: jobs in on standard input, answers out, a line each. */
final class Worker {
    /** Before every answer, so that nothing that a library prints is taken for one. */
    static final String MARK = "@zoo ";

    private static final int SEEDS = 3;

    private final Map<String, ZooCase> cases;
    private final Duration budget;
    private final String tag;

    Worker(Map<String, ZooCase> cases, Duration budget, String tag) {
        this.cases = cases;
        this.budget = budget;
        this.tag = tag;
    }

    void serve() throws IOException {
        PrintStream out = System.out;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Job job = Job.parse(line);
            ZooCase one = java.util.Objects.requireNonNull(cases.get(job.id()), job.id());
            try (CaseFolder folder = CaseFolder.of(one);
                    Workshop workshop = new Workshop()) {
                out.println(MARK
                        + (job.task() == Job.Task.TRAIN
                                ? train(job, folder.path(), workshop).line()
                                : walk(job, folder.path(), workshop).line()));
            }
        }
    }

    private static Scores train(Job job, Path folder, Workshop workshop) {
        List<Double> scores = new ArrayList<>();
        String metric = "";
        try {
            Experiment experiment = workshop.complete(ExperimentFile.read(folder));
            Metric judged = Metric.byDefault(experiment.task());
            metric = judged.label();
            for (int seed = 0; seed < SEEDS; seed++) {
                scores.add(workshop.score(experiment, seed, judged));
                boolean isFaulty = !job.id().contains("/" + ZooCase.HEALTHY + "/");
                if (isFaulty
                        && !job.healthy().isEmpty()
                        && !new Scores(job.id(), metric, scores)
                                .isWorseThan(new Scores(job.id(), metric, job.healthy()))) {
                    break;
                }
            }
        } catch (UnusableInputException e) {
            scores.add(Double.NaN);
        }
        return new Scores(job.id(), metric, scores);
    }

    private Verdict walk(Job job, Path folder, Workshop workshop) {
        Stopwatch watch = Stopwatch.start();
        try {
            Draft draft = ExperimentFile.read(folder);
            Diagnosis diagnosis = workshop.walk(draft, budget);
            Stopwatch.Reading time = watch.read();
            Intervention fix = diagnosis.knowledge().fix();
            List<Double> fixed = fix == null ? List.of() : repaired(diagnosis, fix, job, workshop);
            return new Verdict(
                    job.id(),
                    tag,
                    said(diagnosis),
                    fix == null ? null : fix.name(),
                    fixed,
                    time.wall(),
                    time.processor(),
                    null);
        } catch (UnusableInputException e) {
            return failed(job, watch, "unusable: " + e.getMessage());
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            return failed(job, watch, e + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    private Verdict failed(Job job, Stopwatch watch, String failure) {
        Stopwatch.Reading time = watch.read();
        return new Verdict(job.id(), tag, List.of(), null, List.of(), time.wall(), time.processor(), failure);
    }

    /** One seed, and more where it is not as good as the healthy twin. */
    private static List<Double> repaired(Diagnosis diagnosis, Intervention fix, Job job, Workshop workshop) {
        Experiment edited = fix.apply(diagnosis.knowledge().experiment().orElseThrow());
        Metric metric = Metric.byDefault(edited.task());
        List<Double> scores = new ArrayList<>();
        Scores healthy = new Scores(job.id(), metric.label(), job.healthy());
        do {
            scores.add(workshop.score(edited, scores.size(), metric));
        } while (scores.size() < SEEDS && !new Scores(job.id(), metric.label(), scores).isAsGoodAs(healthy));
        return scores;
    }

    private static List<Said> said(Diagnosis diagnosis) {
        Map<String, Said> byRule = new LinkedHashMap<>();
        FindingOrder.sorted(diagnosis.knowledge().findings()).stream()
                .filter(f -> f.status() != Status.RULED_OUT && f.severity() != Severity.INFO)
                .forEach(f -> byRule.putIfAbsent(
                        f.rule().id(),
                        new Said(f.rule().id(), f.severity().label(), f.status().label())));
        return List.copyOf(byRule.values());
    }
}

package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.WholeFile;
import dev.plumbline.compare.Comparison;
import dev.plumbline.data.SplitName;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Goal;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingOrder;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.guide.Visit;
import dev.plumbline.improve.NextStep;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Measured;
import dev.plumbline.lab.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The diagnosis for programs, as {@code docs/REPORT.md} describes it. What is not known is null; a number that is not
 * finite is the text {@code "NaN"}, {@code "Infinity"} or {@code "-Infinity"}, for JSON has no numbers for them.
 *
 * <pre>{@code
 * JsonReport.write(diagnosis, Path.of("report.json"));
 * }</pre>
 */
public final class JsonReport {
    /** Raised when a field changes its meaning or goes; new fields do not raise it. */
    public static final int FORMAT = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonReport() {}

    /** The report as a tree. */
    public static ObjectNode tree(Diagnosis diagnosis) {
        Knowledge known = diagnosis.knowledge();
        ObjectNode json = NODES.objectNode();
        json.put("format", FORMAT);
        json.put("experiment", known.draft().name());
        json.put("fingerprint", known.experiment().map(e -> e.fingerprint()).orElse(null));
        json.put("headline", diagnosis.headline());
        json.put("goalMet", diagnosis.goalMet().orElse(null));
        json.put("complete", diagnosis.complete());
        json.set("goal", goal(Scorecard.of(diagnosis).goal()));
        json.set("scores", scores(Scorecard.of(diagnosis)));
        otherOutputs(json.putObject("otherOutputs"), diagnosis);
        ArrayNode path = json.putArray("path");
        known.path().forEach(v -> path.add(v.stage().label()));
        ArrayNode visits = json.putArray("visits");
        known.path().forEach(v -> visits.add(visit(v)));
        ArrayNode findings = json.putArray("findings");
        FindingOrder.sorted(known.findings()).forEach(f -> findings.add(finding(f)));
        ArrayNode interventions = json.putArray("interventions");
        known.tested().forEach(t -> interventions.add(intervention(t)));
        json.put("fix", known.fix() == null ? null : known.fix().name());
        json.set("overfit", overfit(known.overfit()));
        json.set("comparison", comparison(known.comparison()));
        json.set("decomposition", decomposition(known.decomposition()));
        ArrayNode steps = json.putArray("nextSteps");
        known.nextSteps().forEach(s -> steps.add(nextStep(s)));
        json.set("provenance", provenance(known));
        json.put("started", diagnosis.started().toString());
        json.put("seconds", diagnosis.time().toMillis() / 1000.0);
        return json;
    }

    /** The report as text. */
    public static String json(Diagnosis diagnosis) {
        ObjectMapper mapper = JsonMapper.builder().build();
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree(diagnosis)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can be written", e);
        }
    }

    /** Writes the report to a file, whole or not at all. */
    public static void write(Diagnosis diagnosis, Path file) throws IOException {
        WholeFile.write(file, json(diagnosis));
    }

    private static void number(ObjectNode json, String key, @Nullable Double value) {
        if (value == null) {
            json.putNull(key);
        } else if (Double.isFinite(value)) {
            json.put(key, value);
        } else {
            json.put(key, Double.toString(value));
        }
    }

    private static @Nullable ObjectNode goal(@Nullable Goal goal) {
        if (goal == null) {
            return null;
        }
        ObjectNode json = NODES.objectNode();
        json.put("metric", goal.metric().label());
        number(json, "target", goal.target());
        number(json, "irreducibleError", goal.irreducibleError());
        return json;
    }

    private static ObjectNode scores(Scorecard scores) {
        ObjectNode json = NODES.objectNode();
        bySplit(json.putObject("asItIs"), scores.asItIs());
        bySplit(json.putObject("repaired"), scores.repaired());
        return json;
    }

    private static void bySplit(ObjectNode json, Map<SplitName, Double> scores) {
        scores.forEach((split, score) -> number(json, split.label(), score));
    }

    private static void otherOutputs(ObjectNode json, Diagnosis diagnosis) {
        OtherOutputs.byOutput(diagnosis).forEach((output, scores) -> {
            ObjectNode its = json.putObject(output);
            its.put("metric", scores.get(0).metric().label());
            for (OtherOutputs.Score score : scores) {
                ObjectNode one = its.withObjectProperty(score.repaired() ? "repaired" : "asItIs")
                        .putObject(score.split().label());
                number(one, "score", score.score());
                number(one, "loss", score.loss());
            }
        });
    }

    private static ObjectNode visit(Visit visit) {
        ObjectNode json = NODES.objectNode();
        json.put("stage", visit.stage().label());
        json.put("status", visit.status().label());
        json.put("why", visit.why());
        json.put("summary", visit.summary());
        json.put("seconds", visit.time().toMillis() / 1000.0);
        return json;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode json = NODES.objectNode();
        json.put("rule", finding.rule().id());
        json.put("title", finding.rule().title());
        json.put("stage", finding.rule().stage().label());
        json.put("severity", finding.severity().label());
        json.put("status", finding.status().label());
        json.put("subject", finding.subject());
        json.put("seen", finding.seen());
        json.put("why", finding.why());
        json.put("confirmedBy", finding.confirmedBy());
        json.put("remedy", finding.remedy());
        return json;
    }

    private static ObjectNode intervention(TestedIntervention tested) {
        ObjectNode json = NODES.objectNode();
        json.put("name", tested.intervention().name());
        json.put("title", tested.intervention().title());
        ArrayNode removes = json.putArray("removes");
        tested.intervention().removes().stream().sorted().forEach(removes::add);
        json.put("on", tested.on());
        json.set("before", measured(tested.before()));
        json.set("after", tested.verdict() == TestedIntervention.Verdict.NOT_TRIED ? null : measured(tested.after()));
        json.put("verdict", tested.verdict().label());
        return json;
    }

    private static ObjectNode measured(Measured measured) {
        ObjectNode json = NODES.objectNode();
        json.put("quantity", measured.quantity());
        number(json, "mean", measured.mean());
        number(json, "low", measured.low());
        number(json, "high", measured.high());
        json.put("seeds", measured.seeds());
        json.put("steps", measured.losses().length);
        return json;
    }

    private static @Nullable ObjectNode overfit(@Nullable OverfitResult result) {
        if (result == null) {
            return null;
        }
        ObjectNode json = NODES.objectNode();
        json.put("trend", result.trend().label());
        json.put("overfits", result.overfits());
        json.put("batchSize", result.batchSize());
        number(json, "lossAtStart", result.lossAtStart());
        number(json, "lossAtEnd", result.lossAtEnd());
        number(json, "bound", result.bound());
        number(json, "wrongShare", result.wrongShare());
        json.put("steps", result.run().steps());
        return json;
    }

    private static @Nullable ObjectNode comparison(@Nullable Comparison comparison) {
        if (comparison == null) {
            return null;
        }
        ObjectNode json = NODES.objectNode();
        json.put("metric", comparison.metric().label());
        json.put("split", comparison.split().label());
        json.put("examples", comparison.examples());
        ArrayNode contenders = json.putArray("contenders");
        comparison.all().forEach(c -> {
            ObjectNode contender = contenders.addObject();
            contender.put("name", c.name());
            contender.put("how", c.how());
            contender.put("network", c.isNetwork());
            contender.set("score", interval(c.score()));
        });
        return json;
    }

    private static @Nullable ObjectNode decomposition(@Nullable Decomposition parts) {
        if (parts == null) {
            return null;
        }
        ObjectNode json = NODES.objectNode();
        json.put("unit", parts.unit());
        ArrayNode errors = json.putArray("errors");
        parts.errors().forEach(e -> {
            ObjectNode error = errors.addObject();
            error.put("name", e.name());
            error.set("error", interval(e.error()));
            error.put("examples", e.examples());
        });
        ArrayNode terms = json.putArray("terms");
        parts.terms().forEach(t -> {
            ObjectNode term = terms.addObject();
            term.put("kind", t.kind().label());
            term.set("size", interval(t.size()));
            term.put("withinNoise", t.withinNoise());
        });
        json.put("decided", parts.decided().map(k -> k.label()).orElse(null));
        json.put("reason", parts.reason());
        return json;
    }

    private static ObjectNode interval(Interval interval) {
        ObjectNode json = NODES.objectNode();
        number(json, "value", interval.value());
        number(json, "low", interval.low());
        number(json, "high", interval.high());
        return json;
    }

    private static ObjectNode nextStep(NextStep step) {
        ObjectNode json = NODES.objectNode();
        json.put("title", step.title());
        json.put("why", step.why());
        json.put("expectation", step.expectation());
        json.put("intervention", step.intervention().orElse(null));
        json.put("row", step.row());
        return json;
    }

    private static @Nullable ObjectNode provenance(Knowledge known) {
        Run run = Origin.of(known).orElse(null);
        if (run == null) {
            return null;
        }
        ObjectNode json = NODES.objectNode();
        json.put("dataDigest", run.provenance().dataDigest());
        json.put("plumbline", run.provenance().plumbline());
        json.put("engine", run.provenance().machine().engine());
        json.put("device", run.provenance().machine().device());
        json.put("threads", run.provenance().machine().threads());
        json.put("trainingSeed", run.experiment().training().seed());
        json.put("dataSeed", run.experiment().data().seed());
        return json;
    }
}

package dev.plumbline.report.page;

import dev.plumbline.guide.Diagnosis;
import dev.plumbline.report.Scorecard;
import java.util.List;

/**
 * The whole page: the verdict, then what to do, then the evidence, then how to make it again.
 *
 * @param path the experiment as the person named it, for the commands to copy
 */
public record ReportPage(Diagnosis diagnosis, String path) {
    /** The page as HTML. */
    public String html() {
        List<Section> sections = List.<Section>of(
                        new PathSection(diagnosis),
                        new FindingsSection(diagnosis),
                        new TestsSection(diagnosis),
                        new NextStepsSection(diagnosis, path),
                        new BreakdownSection(diagnosis),
                        new CurvesSection(diagnosis),
                        new ComparisonSection(diagnosis),
                        new OtherOutputsSection(diagnosis),
                        new OverfitSection(diagnosis),
                        new LayersSection(diagnosis),
                        new MemorySection(diagnosis),
                        new DataSection(diagnosis),
                        new DecisionsSection(diagnosis),
                        new RulePages(diagnosis),
                        new ProvenanceSection(diagnosis))
                .stream()
                .filter(Section::isKnown)
                .toList();
        return new Page(
                        Words.cut(diagnosis.knowledge().draft().name(), 80) + " – Plumbline report",
                        new Verdict(diagnosis, Scorecard.of(diagnosis), path)::write,
                        sections)
                .html();
    }
}

package dev.plumbline.finding;

/**
 * What can be wrong, by a name that never changes. Its page, which {@code plumbline explain} prints, is the resource
 * {@code dev/plumbline/rules/ID.md}.
 *
 * @param id kebab-case: {@code softmax-before-cross-entropy}
 * @param stage where it is looked for
 * @param title what is wrong, as a short sentence
 * @param source where the rule or its threshold comes from: a paper, a tool, a row of the method
 */
public record Rule(String id, Stage stage, String title, String source) {}

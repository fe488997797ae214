package dev.plumbline.start;

/**
 * A choice made for the person, with its reason.
 *
 * @param subject the setting: {@code model.architecture}
 * @param choice what was chosen
 * @param reason why, with the value seen
 * @param row of the method: {@code S1}
 */
public record Decision(String subject, String choice, String reason, String row) {}

package dev.plumbline.improve;

import java.util.Optional;

/**
 * Something to do next, ranked by its place in the list.
 *
 * @param title what to do, in the imperative
 * @param why which evidence asks for it
 * @param expectation what it is expected to do
 * @param intervention its name for {@code plumbline apply}; empty where it takes a person (more data)
 * @param row of the method: {@code I2}
 */
public record NextStep(String title, String why, String expectation, Optional<String> intervention, String row) {}

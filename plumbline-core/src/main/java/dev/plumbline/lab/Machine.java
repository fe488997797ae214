package dev.plumbline.lab;

/**
 * Where runs happen.
 *
 * @param engine name and version: {@code libtorch 2.7.1}
 * @param device {@code cpu}, {@code cuda:0}
 * @param threads used by one operation
 * @param memoryBytes that a network and a batch may take
 */
public record Machine(String engine, String device, int threads, long memoryBytes) {}

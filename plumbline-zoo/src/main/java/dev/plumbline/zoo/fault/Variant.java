package dev.plumbline.zoo.fault;

/** A change that leaves an experiment healthy. */
public record Variant(String name, Plant plant) {}

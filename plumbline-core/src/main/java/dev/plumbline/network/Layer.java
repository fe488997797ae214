package dev.plumbline.network;

/**
 * What the network's author wrote as one thing, and what reports speak of: {@code dense_1} of type {@code Dense}.
 *
 * @param name unique in the network
 * @param type its kind, as people say it
 */
public record Layer(String name, String type) {}

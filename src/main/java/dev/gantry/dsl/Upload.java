package dev.gantry.dsl;

/**
 * What a call carries to the engine, on its way.
 *
 * @param what it is, such as {@code build context}
 * @param sent bytes so far
 * @param size of all of it in bytes; -1 when nobody knows beforehand
 * @param isOver whether all of it is sent
 */
public record Upload(String what, long sent, long size, boolean isOver) {}

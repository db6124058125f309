package dev.gantry.engine;

import java.io.InputStream;

/**
 * What is fed to a program.
 *
 * @param source read in a thread of its own, and closed at its end
 * @param ends whether its end is the end of the program's input as well; a terminal's input has
 *     none
 * @param abort called when the source fails, before the program sees an end of its input
 */
public record Input(InputStream source, boolean ends, Runnable abort) {}

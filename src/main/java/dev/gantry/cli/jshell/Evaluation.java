package dev.gantry.cli.jshell;

import dev.gantry.script.Cancellation;
import dev.gantry.shell.printing.PrintStyle;
import java.io.PrintStream;
import java.util.function.Supplier;

/**
 * What running a snippet needs to know.
 *
 * @param style how values are printed, asked for each time: the window may have changed
 * @param out where streams are shown as they come
 * @param cancellation closes what waits on an engine
 * @param stacks whether errors of ours are shown with all that led to them
 */
public record Evaluation(
    Supplier<PrintStyle> style, PrintStream out, Cancellation cancellation, boolean stacks) {}

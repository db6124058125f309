package dev.gantry.shell.printing;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What may be printed to, and by whom.
 *
 * @param writers give each thread what it may print to
 * @param background whether the calling thread is none that the person waits for
 * @param alone keeps others from printing until it is run
 */
public record Outlet(
    Supplier<PrintWriter> writers, BooleanSupplier background, Supplier<Runnable> alone) {}

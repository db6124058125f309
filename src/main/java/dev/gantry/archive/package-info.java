/**
 * Archives: writes folders as tar, reads tar and extracts it without ever leaving the target,
 * decides what {@code .dockerignore} leaves out. The only package that imports Commons Compress and
 * RE2/J; it knows no HTTP and no Docker.
 */
@NullMarked
package dev.gantry.archive;

import org.jspecify.annotations.NullMarked;

/**
 * The JDK's own shell for Java, over the same objects. The only package that knows {@code
 * jdk.jshell}.
 */
@NullMarked
package dev.gantry.cli.jshell;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.gantry.cli.secure;

import org.jspecify.annotations.NullMarked;

/** What there is to know at the prompt: pages on verbs, values and topics, a search, a tour. */
@NullMarked
package dev.gantry.shell.help;

import org.jspecify.annotations.NullMarked;

package dev.gantry.dsl;

import dev.gantry.GantryException;

/** The person at the terminal was asked, and does not want it. Nothing was done. */
public final class DeclinedException extends GantryException {

  DeclinedException(String verb) {
    super(verb + " was not done: it was not agreed to");
  }
}

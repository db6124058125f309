package dev.gantry.dsl.options;

import java.util.List;
import java.util.function.BiFunction;

/** A kind of value that options take. */
interface Kind {
  /** What it wants, as a phrase that completes "option 'x' of run wants …". */
  String wants();

  /** The value as the request has it. */
  Object read(Object given, Asked asked);

  static Kind of(String wants, BiFunction<Object, Asked, Object> reader) {
    return new Kind() {
      @Override
      public String wants() {
        return wants;
      }

      @Override
      public Object read(Object given, Asked asked) {
        return reader.apply(given, asked);
      }
    };
  }

  /** A kind whose values are one text or several. */
  static Kind texts(String wants, BiFunction<List<String>, Asked, Object> reader) {
    return of(wants, (given, asked) -> reader.apply(Texts.list(given, asked), asked));
  }

  /** A kind whose values are texts, or a map, which stands for the texts "key separator value". */
  static Kind joined(String wants, char separator, BiFunction<List<String>, Asked, Object> reader) {
    return of(wants, (given, asked) -> reader.apply(Texts.join(given, separator, asked), asked));
  }
}

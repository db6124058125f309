package dev.gantry.dsl;

import groovy.lang.Closure;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Java's lambdas where a verb takes a closure: {@code docker.getImages().pull(options, "busybox",
 * each(System.out::println))}.
 */
public final class Lambdas {
  private Lambdas() {}

  /** A closure that hands what it is called with to a lambda of one parameter. */
  public static <T> Closure<Void> each(Consumer<? super T> lambda) {
    return new One<>(lambda);
  }

  /** The same with two: a line of output, and {@code "out"} or {@code "err"}. */
  public static <T, U> Closure<Void> each(BiConsumer<? super T, ? super U> lambda) {
    return new Two<>(lambda);
  }

  /** Groovy counts the parameters of {@code doCall}. */
  @SuppressWarnings("serial") // Nobody stores it.
  private static final class One<T> extends Closure<Void> {
    private final Consumer<? super T> lambda;

    One(Consumer<? super T> lambda) {
      super(Lambdas.class);
      this.lambda = lambda;
    }

    @SuppressWarnings({"unused", "EffectivelyPrivate"}) // Groovy calls it, if it is public.
    public void doCall(T it) {
      lambda.accept(it);
    }
  }

  @SuppressWarnings("serial") // Nobody stores it.
  private static final class Two<T, U> extends Closure<Void> {
    private final BiConsumer<? super T, ? super U> lambda;

    Two(BiConsumer<? super T, ? super U> lambda) {
      super(Lambdas.class);
      this.lambda = lambda;
    }

    @SuppressWarnings({"unused", "EffectivelyPrivate"}) // Groovy calls it, if it is public.
    public void doCall(T one, U other) {
      lambda.accept(one, other);
    }
  }
}

package dev.gantry.shell.completion;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the type variables of a class's ancestors stand for in it. */
public final class Generics {
  private final Map<Type, Type> meanings = new HashMap<>();

  Generics(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getGenericSuperclass() instanceof ParameterizedType parent) {
        TypeVariable<?>[] variables = at.getSuperclass().getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
          meanings.put(variables[i], resolve(parent.getActualTypeArguments()[i]));
        }
      }
    }
  }

  /** A type with the variables in it replaced by what they stand for. */
  Type resolve(Type type) {
    return type instanceof ParameterizedType generic
        ? new Filled(
            Arrays.stream(generic.getActualTypeArguments()).map(this::resolve).toArray(Type[]::new),
            generic.getRawType(),
            generic.getOwnerType())
        : meanings.getOrDefault(type, type);
  }

  /** A generic type with its arguments. */
  private static final class Filled implements ParameterizedType {
    private final Type[] arguments;
    private final Type raw;
    private final @Nullable Type owner;

    Filled(Type[] arguments, Type raw, @Nullable Type owner) {
      this.arguments = arguments;
      this.raw = raw;
      this.owner = owner;
    }

    @Override
    public Type[] getActualTypeArguments() {
      return arguments.clone();
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return owner;
    }
  }
}

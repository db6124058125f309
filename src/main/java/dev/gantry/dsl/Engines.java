package dev.gantry.dsl;

import dev.gantry.UsageException;
import java.util.List;
import java.util.Map;

/** The engines that can be reached from here, as one of them sees it. Whoever made it knows how. */
public interface Engines {

  /** The context by which this engine was reached. */
  EngineContext context();

  /** Every context there is. */
  List<EngineContext> contexts();

  /**
   * Another engine; the same object for the same words.
   *
   * @param nameOrUrl a context's name or an address
   * @param options those of {@code on}, checked
   * @throws UsageException there is none of that name, or it must not be reached like that
   */
  Docker on(String nameOrUrl, Map<String, Object> options);

  /**
   * Makes this machine's daemon reachable by the network with certificates, or shows what it takes.
   *
   * @param words what would stand behind {@code gantry --secure-remote}
   * @return what is to be said of it: the plan with its differences, and what is left to do
   * @throws UsageException the words or what is on this machine make it impossible
   */
  String secureRemote(List<String> words);

  /** Only one engine is known, and nothing of how it was found. */
  Engines NONE =
      new Engines() {
        @Override
        public EngineContext context() {
          throw new UsageException("nothing is known here of how this engine was found");
        }

        @Override
        public List<EngineContext> contexts() {
          return List.of();
        }

        @Override
        public Docker on(String nameOrUrl, Map<String, Object> options) {
          throw new UsageException("no other engine than this one is known here");
        }

        @Override
        public String secureRemote(List<String> words) {
          throw new UsageException("nothing is known here of this machine");
        }
      };
}

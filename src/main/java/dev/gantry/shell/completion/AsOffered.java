package dev.gantry.shell.completion;

import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader.Option;
import org.jspecify.annotations.Nullable;

/**
 * Takes every candidate as it comes: {@link Completion} has looked at the letters already. Letters
 * that are typed beside a list make it shorter.
 */
public final class AsOffered implements CompletionMatcher {
  private List<Candidate> candidates = List.of();
  private String word = "";
  private boolean narrowing;

  @Override
  public void compile(
      Map<Option, Boolean> options,
      boolean prefix,
      CompletingParsedLine line,
      boolean caseInsensitive,
      int errors,
      @Nullable String originalGroupName) {
    narrowing = originalGroupName == null;
    word = line.word().substring(0, line.wordCursor());
    candidates = List.of();
  }

  /** While a list is shown, JLine asks again with each letter, and names no group. */
  @Override
  public List<Candidate> matches(List<Candidate> all) {
    candidates = narrowing ? Matching.of(word, all.stream(), Candidate::value) : all;
    return candidates;
  }

  @Override
  public @Nullable Candidate exactMatch() {
    return candidates.stream().filter(it -> it.value().equals(word)).findFirst().orElse(null);
  }

  /** What all begin with, if that goes on from what is typed. */
  @Override
  public String getCommonPrefix() {
    String common = candidates.isEmpty() ? word : candidates.get(0).value();
    for (Candidate candidate : candidates) {
      int length = 0;
      int most = Math.min(common.length(), candidate.value().length());
      while (length < most && common.charAt(length) == candidate.value().charAt(length)) {
        length++;
      }
      common = common.substring(0, length);
    }
    return common.startsWith(word) ? common : word;
  }
}

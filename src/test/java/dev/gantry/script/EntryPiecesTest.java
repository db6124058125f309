package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.script.EntryPieces.Kind;
import dev.gantry.script.EntryPieces.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryPiecesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 + # 2 | 1:NUMBER +:SIGN #:WRONG 2:NUMBER",
        "a) b | a:NAME ):WRONG b:NAME",
        "[1) | [:OPENING 1:NUMBER ):WRONG",
        "x = 'abc | x:NAME =:SIGN 'abc:STRING",
        "x = '''ab | x:NAME =:SIGN '''ab:STRING",
        "x /* y | x:NAME /* y:COMMENT",
        "f 'a\\qb' | f:NAME 'a:STRING \\qb':WRONG",
        "\"a ${b} c | \"a $:STRING {:OPENING b:NAME }:CLOSING c:STRING",
        "\"$a.b c\" | \"$:STRING a:NAME .b:SIGN c\":STRING",
        "if (x =~ /a(b/) 2 // it's | if:KEYWORD (:OPENING x:NAME =~:SIGN /a(b/:STRING ):CLOSING"
            + " 2:NUMBER // it's:COMMENT",
      })
  void entryIsCutIntoPieces(String text, String pieces) {
    assertThat(
            EntryPieces.of(text).stream()
                .map(piece -> piece.text().strip() + ":" + piece.kind())
                .collect(Collectors.joining(" ")))
        .isEqualTo(pieces);
  }

  @Test
  void quoteThatIsOpenOnAnEarlierLineIsWrongAndTheNextLineIsRead() {
    assertThat(EntryPieces.of("f 'x\nb = 2"))
        .extracting(Piece::kind)
        .containsExactly(Kind.NAME, Kind.WRONG, Kind.NAME, Kind.SIGN, Kind.NUMBER);
  }

  @Test
  void bracketsKnowTheirPartners() {
    List<Piece> pieces = EntryPieces.of("f([a, '('])");
    assertThat(pieces)
        .filteredOn(piece -> piece.partner() >= 0)
        .extracting(Piece::start, Piece::partner)
        .extracting(Object::toString)
        .containsExactly("(1, 10)", "(2, 9)", "(9, 2)", "(10, 1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'\ud83d\ude00' + b",
        "日本 = [1]",
        "a\tb\r\nc",
        "\u0000\u001b[31m",
        "$/ab",
        "#!/bin/x\n1",
        "@",
        "'",
        "\"",
        "'''",
        "\"\"\"${",
        "\\",
        "a\\\nb",
        "`'`\"`",
        "x = \"\"\"a\n  ${[1, '''\n b",
        "\ud800",
        "}{][)(",
        "def m = foo(zebra, name: \"a${n}\", /x(\\d)/, $/y/$, '''z''', \"$q.r\") // it's /*"
            + " */ @A"
      })
  void piecesStandWhereTheyAreWhateverIsTyped(String text) {
    for (int length = 0; length <= text.length(); length++) {
      assertPiecesStand(text.substring(0, length));
      assertPiecesStand(text.substring(length));
    }
  }

  private static void assertPiecesStand(String text) {
    int before = 0;
    for (Piece piece : EntryPieces.of(text)) {
      assertThat(piece.start()).isGreaterThanOrEqualTo(before);
      assertThat(text.substring(before, piece.start())).isBlank();
      assertThat(text.substring(piece.start(), piece.end())).isEqualTo(piece.text());
      before = piece.end();
    }
    assertThat(text.substring(before)).isBlank();
  }
}

package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiVersionTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.", "latest", "1.41.2", "-1.41", "1.99999"})
  void otherFormsAreRefused(String text) {
    assertThatThrownBy(() -> ApiVersion.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessage("'" + text + "' is not an API version: write it as 1.41");
  }

  @Test
  void wantedVersionThatIsNoneNamesWhoSaidSo() {
    assertThatThrownBy(() -> ApiVersion.wanted("DOCKER_API_VERSION", "1.41.0"))
        .isInstanceOf(UsageException.class)
        .hasMessage("DOCKER_API_VERSION: '1.41.0' is not an API version: write it as 1.41");
  }

  @Test
  void wantedVersionThatTheCatalogueIsTooNewForIsRefused() {
    assertThatThrownBy(() -> ApiVersion.wanted("--api-version", "v1.24"))
        .isInstanceOf(UsageException.class)
        .hasMessage("--api-version: API 1.24 is too old for Gantry, which speaks 1.25 to 1.56");
    assertThat(ApiVersion.wanted("--api-version", "1.25")).isEqualTo(ApiVersion.OLDEST);
  }

  @Test
  void wantedVersionThatTheCatalogueIsTooOldForIsLeftToTheEngine() {
    assertThat(ApiVersion.wanted("--api-version", "1.99")).hasToString("1.99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.41", "v1.41", " 1.41\n"})
  void versionIsReadWithAndWithoutLetter(String text) {
    assertThat(ApiVersion.parse(text)).isEqualTo(new ApiVersion(1, 41)).hasToString("1.41");
  }

  @Test
  void versionsCompareByNumber() {
    assertThat(ApiVersion.parse("1.9")).isLessThan(ApiVersion.parse("1.41"));
    assertThat(ApiVersion.parse("2.0")).isGreaterThan(ApiVersion.parse("1.99"));
    assertThat(ApiVersion.parse("1.41").isBefore(ApiVersion.parse("1.41"))).isFalse();
  }
}

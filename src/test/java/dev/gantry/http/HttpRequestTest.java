package dev.gantry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.http.HttpRequest.Link;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestTest {

  @ParameterizedTest
  @ValueSource(strings = {"info", "", "/a b", "/a\r\nX: y", "/ü"})
  void targetThatWouldBreakTheMessageIsRefused(String target) {
    assertThatThrownBy(() -> HttpRequest.get(target))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is no path of a request");
  }

  @Test
  void methodThatWouldBreakTheMessageIsRefused() {
    assertThatThrownBy(() -> HttpRequest.of("GET /x", "/")).isInstanceOf(UsageException.class);
  }

  @Test
  void headerThatWouldBreakTheMessageIsRefusedWithoutItsValue() {
    assertThatThrownBy(() -> Headers.of("X-Auth", "s3cret\r\nX: y"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("X-Auth")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(() -> Headers.of("X Auth", "y")).isInstanceOf(UsageException.class);
  }

  @Test
  void headersMatchInAnyCaseAndKeepTheirOrder() {
    Headers headers = Headers.of("A", "1").and("b", "2").and("a", "3");
    assertThat(headers.all("a")).containsExactly("1", "3");
    assertThat(headers.first("B")).contains("2");
    assertThat(headers.first("c")).isEmpty();
    assertThat(headers.with("a", "4").all("A")).containsExactly("4");
    assertThat(headers.without("A").contains("a")).isFalse();
  }

  @Test
  void textOfARequestHasNoQueryAndTextOfHeadersNoValues() {
    HttpRequest request = HttpRequest.get("/build?buildargs=s3cret").header("X-Auth", "s3cret");
    assertThat(request.with(Headers.none())).hasToString("GET /build");
    assertThat(request.headers()).hasToString("[X-Auth]");
  }

  @Test
  void queryIsEncodedAndListsRepeat() {
    QueryString query =
        new QueryString().add("all", true).add("names", List.of("a/b:c", "d&e")).add("t", "ü ~+");
    assertThat(query.appendTo("/images/get"))
        .isEqualTo("/images/get?all=true&names=a%2Fb%3Ac&names=d%26e&t=%C3%BC%20~%2B");
    assertThat(query.appendTo("/x?y=z")).startsWith("/x?y=z&all=true");
    assertThat(new QueryString().appendTo("/x")).isEqualTo("/x");
  }

  @Test
  void withersChangeOnePart() {
    Timeouts timeouts = Timeouts.longPoll().withTotal(Duration.ofSeconds(3));
    HttpRequest request =
        HttpRequest.post("/x").with(Link.OWN).with(timeouts).body("a/b", Body.of("c"));
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.link()).isEqualTo(Link.OWN);
    assertThat(request.timeouts().total()).isEqualTo(Duration.ofSeconds(3));
    assertThat(request.headers().first("content-type")).contains("a/b");
  }

  @Test
  void defaultsOfTheTimeoutsFollowTheKindOfCall() {
    Duration none = Duration.ZERO;
    Duration ten = Duration.ofSeconds(10);
    Duration minute = Duration.ofMinutes(1);
    assertThat(Timeouts.quick()).isEqualTo(new Timeouts(ten, minute, minute, none));
    assertThat(Timeouts.longPoll()).isEqualTo(new Timeouts(ten, none, none, none));
    assertThat(Timeouts.transfer()).isEqualTo(new Timeouts(ten, none, Duration.ofMinutes(5), none));
  }
}

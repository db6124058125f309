package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.http.HttpRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RouteTest {
  static Stream<Operation> operations() {
    return Stream.concat(
        Catalogue.shipped().operations().stream(), Catalogue.shipped().unpublished().stream());
  }

  private static Route route(String method, String target) {
    return Route.of(HttpRequest.of(method, target));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationIsFoundByItsPath(Operation operation) {
    String path = operation.path().replaceAll("\\{\\w+}", "some-name");
    for (String target : new String[] {path, "/v1.41" + path, "/v1.51" + path + "?all=1&x"}) {
      assertThat(route(operation.method(), target).operation()).contains(operation);
    }
  }

  @Test
  void namesOfThePathAreDecoded() {
    assertThat(route("GET", "/v1.41/images/reg:5000/a/b%20c:1/json").names())
        .isEqualTo(Map.of("name", "reg:5000/a/b c:1"));
    assertThat(route("GET", "/containers/a%2Bb+c/json").names()).isEqualTo(Map.of("id", "a+b+c"));
  }

  @Test
  void whatItDoesNamesWhatItIsDoneTo() {
    assertThat(route("POST", "/v1.41/containers/web/start").does())
        .isEqualTo("start container 'web'");
    assertThat(route("POST", "/images/create?fromImage=a%2Fb&tag=1").does())
        .isEqualTo("pull or import image 'a/b'");
    assertThat(route("POST", "/images/create?fromSrc=-").does()).isEqualTo("pull or import image");
    assertThat(route("POST", "/v1.41/unheard/of").does()).isEqualTo("POST /unheard/of");
  }

  @ParameterizedTest
  @CsvSource({
    // A letter may be written as its number; the daemon reads the path decoded.
    "POST,    /containers/web/%73tart,                 true",
    "GET,     /containers/json,                        false",
    "GET,     /images/search?term=x,                   false",
    "GET,     /system/df,                              false",
    "POST,    /containers/web/wait,                    false",
    "POST,    /containers/web/resize?h=1&w=1,          false",
    "POST,    /auth,                                   false",
    "POST,    /exec/0123/start,                        true",
    "POST,    /v1.41/containers/web/attach?stream=1,   false",
    "POST,    /containers/web/attach?stdin=0&stdin=1,  true",
    "POST,    /containers/web/attach?stdin=%20False,   false",
    "POST,    /containers/web/attach?stdin=2,          true",
    // Up to 1.41 a WebSocket always has input; without a version the daemon chooses one.
    "GET,     /v1.41/containers/web/attach/ws,         true",
    "GET,     /containers/web/attach/ws,               true",
    "GET,     /v1.42/containers/web/attach/ws,         false",
    "GET,     /v1.42/containers/web/attach/ws?stdin=1, true",
    // What the catalogue does not know.
    "GET,     /libpod/info,                            false",
    "HEAD,    /libpod/info,                            false",
    "POST,    /libpod/pods/create,                     true",
    "DELETE,  /unheard/of,                             true",
    "POST,    /v1.41/%zz,                              true"
  })
  void decidesByWhatIsDone(String method, String target, boolean mutates) {
    assertThat(route(method, target).mutates()).isEqualTo(mutates);
  }
}

package dev.gantry.shell.completion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gantry.dsl.Caller;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Notices;
import dev.gantry.engine.EngineClient;
import dev.gantry.http.Headers;
import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpRequest;
import dev.gantry.http.HttpResponse;
import dev.gantry.script.ScriptBinding;
import dev.gantry.shell.commands.CommandCompletion;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** An engine that answers from a few lines of JSON, and a session whose {@code docker} it is. */
final class PaperEngine implements HttpExchange {
  private static final String CONTAINERS =
      """
      [{"Id":"aaa","Names":["/stopped"],"Image":"busybox","State":"exited","Status":"Exited (0)"},
       {"Id":"bbb","Names":["/my-app"],"Image":"busybox","State":"running","Status":"Up 2 hours",
        "Labels":{"com.example.tier":"front","com.example.own's":""}},
       {"Id":"ccc","Names":["/web"],"Image":"nginx","State":"running","Status":"Up 1 hour"}]\
      """;

  private static final String WEB =
      """
      {"Id":"ccc","Name":"/web","State":{"Status":"running","Health":{"Status":"healthy"}},
       "Config":{"Labels":{"a/b":"1"}},"HostConfig":{"LogConfig":{"Type":"json-file"},
       "Binds":["/a:/b","/c:/d"]}}\
      """;

  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("/containers/json", CONTAINERS),
          Map.entry("/containers/web/json", WEB),
          Map.entry("/containers/ccc/json", WEB),
          Map.entry("/images/json", "[{\"RepoTags\":[\"busybox:1\",\"a/b:2\"],\"Size\":4500000}]"),
          Map.entry(
              "/networks", "[{\"Name\":\"front\",\"Driver\":\"bridge\",\"Scope\":\"local\"}]"),
          Map.entry(
              "/volumes",
              "{\"Volumes\":[{\"Name\":\"data\",\"Driver\":\"local\",\"Labels\":{\"keep\":\"yes\"}}]}"),
          Map.entry("/services", "[{\"Spec\":{\"Name\":\"api\"}}]"),
          Map.entry(
              "/nodes",
              "[{\"Description\":{\"Hostname\":\"n1\"},\"Spec\":{\"Role\":\"manager\"},\"Status\":{\"State\":\"ready\"}}]"),
          Map.entry("/secrets", "[{\"Spec\":{\"Name\":\"key\"}}]"),
          Map.entry("/configs", "[{\"Spec\":{\"Name\":\"conf\"}}]"),
          Map.entry("/plugins", "[{\"Name\":\"p:latest\",\"Enabled\":true}]"),
          Map.entry("/info", "{\"ServerVersion\":\"28\",\"Swarm\":{\"NodeID\":\"n\"}}"));

  /** Method and path of every request. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  final Docker docker =
      new Docker(
          new EngineClient(this, "unix:///paper.sock", null),
          new Caller(Path.of("").toAbsolutePath(), Map.of(), Notices.NONE));

  final ScriptBinding variables;

  final Completion completion;

  PaperEngine() {
    Map<String, Supplier<?>> objects = new HashMap<>(Map.of("docker", () -> docker));
    variables = new ScriptBinding(objects);
    completion = new Completion(variables, Map.of("docker", Docker.class), new CommandCompletion());
  }

  @Override
  public HttpResponse send(HttpRequest request) {
    String path = request.path().replaceFirst("^/v[\\d.]+", "");
    requests.add(request.method() + " " + path);
    Headers headers = Headers.of("Api-Version", "1.51").and("Content-Type", "application/json");
    if (path.equals("/_ping")) {
      return HttpResponse.of(200, headers.and("Ostype", "linux"), "OK".getBytes(UTF_8));
    }
    String answer = ANSWERS.get(path);
    return answer == null
        ? HttpResponse.of(404, headers, "{\"message\":\"none\"}".getBytes(UTF_8))
        : HttpResponse.of(200, headers, answer.getBytes(UTF_8));
  }

  /** What is offered, when answers have had time to come. */
  List<Suggestion> offered(String text) {
    return offered(text, "");
  }

  List<Suggestion> offered(String text, String rest) {
    return completion.after(new Completion.Request(text, rest, List.of()));
  }

  /** The same, as texts. */
  List<String> texts(String text) {
    return offered(text).stream().map(Suggestion::text).toList();
  }
}

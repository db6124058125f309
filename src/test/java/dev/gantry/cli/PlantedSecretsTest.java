package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A script is given secrets in every way there is, and most of its calls fail. Nothing that it
 * leaves (output, errors with their stacks, the trace, files in the home) has any of them.
 */
@Timeout(120)
class PlantedSecretsTest {
  private static final String SCRIPT =
      """
      def said = new File(args[0])
      [
        { docker.login('127.0.0.1:1', username: 'me', password: 'hush-01') },
        { docker.images.pull('127.0.0.1:1/x', auth: [username: 'me', password: 'hush-02']) },
        { docker.containers.create('no-such', env: [DB_PASSWORD: 'hush-03']) },
        { docker.secrets.create('x', 'hush-04') },
        { docker.swarm.join('127.0.0.1:1', token: 'SWMTKN-1-hush-05') },
        { docker.swarm.unlock('SWMKEY-1-hush-06') },
        { docker.images.build(dockerfile: 'FROM no-such', args: [TOKEN: 'hush-07'], buildkit: false) },
        { docker.api.SystemAuth(body: [username: 'me', password: 'hush-08', serveraddress: '127.0.0.1:1']) },
        { docker.images.build('https://me:hush-09@127.0.0.1:1/x.tar', buildkit: false) },
        { docker.api.SecretCreate(body: [Name: 'x', Data: 'hush-10'.bytes.encodeBase64().toString()]) },
        { docker.services.create('x', env: [API_TOKEN: 'hush-11'], auth: [username: 'me', password: 'hush-12']) },
        { docker.auth(username: 'me', password: 'hush-13', serveraddress: '127.0.0.1:1') },
        { docker.run('x', 'true', enviroment: [A_PASSWORD: 'hush-14']) },
        { docker.post('/auth', body: [username: 'me', password: 'hush-15', serveraddress: '127.0.0.1:1']) },
        { docker.volumes.create('x', driver: 'no-such', driverOpts: [o: 'username=me,password=hush-16']) },
      ].each { try { said << it() << '\\n' } catch (e) { said << e << '\\n' } }
      docker.login('127.0.0.1:1', username: 'me', password: 'hush-17')
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** A swarm that was joined in vain leaves its mark on an engine. */
  @OnEngines(apart = true)
  void areNowhereAfterwards(TestEngine engine, @TempDir Path home) throws IOException {
    Path script = Files.writeString(Files.createTempFile("planted", ".groovy"), SCRIPT);
    try {
      int status =
          run(
              Map.of("HOME", home.toString(), "PATH", "/usr/bin:/bin"),
              "-H",
              engine.host().toString(),
              "-v",
              "--trace=" + home.resolve("trace"),
              script.toString(),
              home.resolve("said").toString());
      assertThat(status).isEqualTo(1);
    } finally {
      Files.delete(script);
    }
    assertThat(Files.size(home.resolve("trace"))).isPositive();
    assertThat(Files.size(home.resolve("said"))).isPositive();
    assertThat(err.toString(UTF_8)).contains("password: *********").contains("\tat ");
    assertThat(left(home)).flatMap(text -> text.lines().filter(this::tells).toList()).isEmpty();
  }

  private List<String> left(Path home) throws IOException {
    List<String> texts = new ArrayList<>(List.of(out.toString(UTF_8), err.toString(UTF_8)));
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  /** A secret as it is, or as headers and bodies carry it. */
  private boolean tells(String line) {
    return IntStream.rangeClosed(1, 17)
        .mapToObj("hush-%02d"::formatted)
        .anyMatch(
            secret ->
                line.contains(secret)
                    || line.contains(Base64.getEncoder().encodeToString(secret.getBytes(UTF_8))));
  }

  private int run(Map<String, String> env, String... args) {
    Surroundings surroundings =
        new Surroundings(
            env,
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Set.of(),
            0);
    return new Gantry(surroundings, status -> {}).run(args);
  }
}

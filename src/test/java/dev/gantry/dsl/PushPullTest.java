package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.script.ScriptException;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.TestRegistry;
import dev.gantry.testing.WithPassword;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PushPullTest {

  /** The value of a script that knows the registry. */
  private static Object on(TestEngine engine, TestRegistry registry, String script) {
    Map<String, ?> names = Map.of("host", registry.host(), "registry", registry);
    return String.valueOf(run(engine, names, script));
  }

  private static String error(TestEngine engine, TestRegistry registry, String script) {
    return Objects.requireNonNull(
            catchThrowableOfType(ScriptException.class, () -> on(engine, registry, script)),
            "the script did not fail")
        .reason();
  }

  @OnEngines
  void wrongReferenceIsRefusedBeforeAnythingIsSent(TestEngine engine) {
    assertThat(failure(engine, "docker.images.push()"))
        .isEqualTo("push wants one image reference, got 0");
    assertThat(failure(engine, "docker.images.push('x@sha256:12')"))
        .isEqualTo("push wants a name with a tag, and 'x@sha256:12' has a digest: tag it first");
    assertThat(failure(engine, "docker.images.push('x:1', allTags: true)"))
        .isEqualTo("option 'allTags' of push: no tag goes with it");
    assertThat(failure(engine, "docker.images.pull('x:1', allTags: true)"))
        .isEqualTo("option 'allTags' of pull: no tag and no digest goes with it");
    assertThat(failure(engine, "docker.images.busybox.push(alltags: true)"))
        .isEqualTo("unknown option 'alltags' for push; did you mean 'allTags'?");
  }

  @OnEngines
  void wrongCredentialsAreRefusedWithoutShowingThem(TestEngine engine) {
    assertThat(failure(engine, "docker.images.push('x:1', auth: 'me:secret')"))
        .isEqualTo(
            "option 'auth' of push wants a map such as [username: 'me', password: '…'],"
                + " got a String");
    assertThat(failure(engine, "docker.images.pull('x:1', auth: [username: 'me'])"))
        .isEqualTo("option 'auth' of pull: it needs username and password, or an identitytoken");
    assertThat(failure(engine, "docker.images.pull('x', auth: [user: 'me', password: 'secret'])"))
        .isEqualTo("option 'auth' of pull: it has no field 'user'; did you mean 'username'?");
    assertThat(failure(engine, "docker.auth(serveraddress: 'x')"))
        .isEqualTo("auth wants 'username' and 'password', or 'identitytoken'");
  }

  @OnEngines
  void missingImageIsNotFoundInTheRegistry(TestEngine engine, TestRegistry registry) {
    assertThat(error(engine, registry, "docker.images.pull(\"$host/dsl-none:1\")"))
        .contains("Cannot pull or import image '" + registry.host() + "/dsl-none': ")
        .contains("(404 on POST /images/create, ");
    assertThat(error(engine, registry, "docker.images.push(\"$host/dsl-none:1\")"))
        .contains("Cannot push image '" + registry.host() + "/dsl-none': ")
        .contains("does not exist");
  }

  @OnEngines
  void pushedImageIsPulledAgainByTagAndByDigest(TestEngine engine, TestRegistry registry) {
    assertThat(
            on(
                engine,
                registry,
                """
                def name = "$host/dsl-push:1"
                def id = docker.images.busybox.tag(name).id
                def heard = []
                def pushed = docker.images.push(name) { heard << it }
                def seen = [pushed.Tag, pushed.Digest ==~ /sha256:[0-9a-f]{64}/, heard.size() > 2]
                docker.images[name].untag(name)
                def pulled = docker.images.pull(name, quiet: true)
                seen << (pulled.id == id) << pulled.digests.contains("$host/dsl-push@$pushed.Digest".toString())
                pulled.untag(name)
                seen << (docker.images.pull("$host/dsl-push@$pushed.Digest").id == id)
                seen << (docker.images.distribution(name).Descriptor.digest == pushed.Digest)
                """))
        .isEqualTo("[1, true, true, true, true, true, true]");
  }

  @OnEngines
  void allTagsTravelTogether(TestEngine engine, TestRegistry registry) {
    assertThat(
            on(
                engine,
                registry,
                """
                def name = "$host/dsl-all"
                docker.images.busybox.tag("$name:1").tag("$name:2")
                def pushed = docker.images.push(name, allTags: true)*.Tag.sort()
                ["$name:1", "$name:2"].each { docker.images[it].untag(it.toString()) }
                [pushed, docker.images.pull(name, allTags: true)*.tags.flatten()
                  .findAll { it.startsWith(name) }*.minus(host).sort()]
                """))
        .isEqualTo("[[1, 2], [/dsl-all:1, /dsl-all:2]]");
  }

  @OnEngines
  void imageOfSeveralNamesHasToBeNamed(TestEngine engine, TestRegistry registry) {
    assertThat(
            error(
                engine,
                registry,
                "docker.images.busybox.tag(\"$host/dsl-a:1\").tag(\"$host/dsl-b:1\").push()"))
        .contains(": say which to push, as image.push('name')");
  }

  @OnEngines
  void registryWithPasswordLetsNobodyElseIn(
      TestEngine engine, @WithPassword TestRegistry registry) {
    String push =
        "docker.images.busybox.tag(\"$host/dsl-auth:1\"); docker.images.push(\"$host/dsl-auth:1\"";
    assertThat(error(engine, registry, push + ")")).contains("no basic auth credentials");
    String wrong = ", auth: [username: registry.user(), password: 'hunter2'])";
    assertThat(error(engine, registry, push + wrong))
        .contains("Cannot push image")
        .contains("unauthorized")
        .doesNotContain("hunter2");
    assertThat(
            error(
                engine,
                registry,
                "docker.auth(username: 'me', password: 'hunter2', serveraddress: host)"))
        .contains("Cannot check credentials: ")
        .contains(" on POST /auth, ")
        .doesNotContain("hunter2");
  }

  @OnEngines
  void credentialsOpenIt(TestEngine engine, @WithPassword TestRegistry registry) {
    assertThat(
            on(
                engine,
                registry,
                """
                def name = "$host/dsl-auth:2"
                def auth = [username: registry.user(), password: registry.password()]
                def image = docker.images.busybox.tag(name)
                def pushed = docker.images.push(name, auth: auth)
                docker.images[name].untag(name)
                [docker.images.pull(name, auth: auth).id == image.id,
                  docker.images.distribution(name, auth: auth).Descriptor.digest == pushed.Digest,
                  docker.auth(*: auth, serveraddress: host).Status]
                """))
        .isEqualTo(List.of(true, true, "Login Succeeded").toString());
  }
}

package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  /** What must not be seen contains {@code hush}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'password': 'hush'}",
        "{'a': [{'IdentityToken': 'hush'}]}",
        "{'registrytoken': 'hush', 'serveraddress': 'x'}",
        "{'auth': 'hush'}",
        "{'Env': ['A=b', 'DB_PASS=hush', 'MYSQL_ROOT_PASSWORD=hush',"
            + " 'AWS_SECRET_ACCESS_KEY=hush']}",
        "{'buildargs': {'NPM_TOKEN': 'hush'}}",
        "{'DriverOpts': {'o': 'addr=1.2.3.4,username=me,password=hush,vers=3'}}",
        "{'Cmd': ['login', '--password=hush', '--api-key=hush']}",
        "{'Remote': 'https://me:hush@example.org/x.git'}",
        "{'JoinToken': 'SWMTKN-1-hush-hush'}",
        "{'JoinTokens': {'Worker': 'SWMTKN-1-hush-hush'}}",
        "{'UnlockKey': 'SWMKEY-1-hush'}",
        "{'SigningCAKey': 'hush'}",
        "no JSON at all, but token=hush, and password: hush"
      })
  void secretsAreBlackedOut(String text) {
    assertThat(Redaction.json(text.replace('\'', '"'), false))
        .contains("***")
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Image': 'tools/token:1.2', 'Cmd': ['sh', '-c', 'echo key monkey author']}",
        "{'SecretID': 'abc', 'SecretName': 'db', 'Secrets': [{'File': {'Name': 'x'}}]}",
        "{'Env': ['PATH=/bin', 'KEYBOARD=de', 'AUTHOR=me', 'TOKENIZER=x']}",
        "{ 'a' : 1.50 }",
        "{'url': 'https://example.org:8080/x@y'}",
        "[1, null, true, '']"
      })
  void whatIsHarmlessKeepsItsSpelling(String text) {
    String json = text.replace('\'', '"');
    assertThat(Redaction.json(json, false)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource({"true, ***", "false, aHVzaA=="})
  void dataIsBlackWhereItIsThatOfASecret(boolean secret, String shown) {
    assertThat(Redaction.json("{\"Name\":\"db\",\"Data\":\"aHVzaA==\"}", secret))
        .isEqualTo("{\"Name\":\"db\",\"Data\":\"" + shown + "\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Registry-Auth, ***",
    "Authorization,   ***",
    "X-Meta-Anything, ***",
    "Content-Type,    value",
    "upgrade,         value"
  })
  void onlyHarmlessHeadersAreShown(String name, String shown) {
    assertThat(Redaction.header(name, "value")).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker.login('r:5000', username: 'me', password: 'hush')",
        "docker.login(username: 'me', password:'hush hush')",
        "login(['password': \"hush\"])",
        "docker.secrets.create('db', 'hush')",
        "docker.secrets.create 'db', 'hush'",
        "docker.swarm.join('h', token: 'SWMTKN-1-hush-hush')",
        "docker.swarm.unlock('SWMKEY-1-hush')",
        "docker.run('x', env: ['DB_PASSWORD=hush'])",
        "docker.run('x', env: [DB_PASSWORD: 'hush'])",
        "docker.images.build('https://me:hush@example.org/x.git')"
      })
  void secretsOfAScriptsLineAreStars(String line) {
    String shown = Redaction.line(line);
    assertThat(shown).contains("****").doesNotContain("hush").hasSameSizeAs(line);
  }

  @Test
  void messageOfADaemonLosesOnlyWhatIsASecretByItsForm() {
    assertThat(
            Redaction.message("token: expired; get https://me:hush@h/x: SWMKEY-1-hush is no key"))
        .isEqualTo("token: expired; get https://me:***@h/x: SWMKEY-*** is no key");
  }
}

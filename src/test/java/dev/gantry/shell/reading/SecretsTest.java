package dev.gantry.shell.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker.login('user', 'hunter2')",
        "docker.login username: 'u', password: 'hunter2'",
        "docker.images.pull('x', auth: [username: 'u'])",
        "docker.run('x', env: [DB_PASSWORD: 'hunter2'])",
        "docker.run('x', env: ['API_TOKEN=hunter2'])",
        "token = 'hunter2'",
        "m['secret'] = 'x'",
        "apiKey: 'x'",
        "def authToken = 'x'",
      })
  void entryWithASecretIsRecognised(String entry) {
    assertThat(Secrets.isIn(entry)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker.secrets.list()",
        "author = 'me'",
        "docker.run('x', name: 'tokenizer')",
        "if (token == null) 1",
        "docker.swarm.joinTokens",
      })
  void ordinaryEntryIsNot(String entry) {
    assertThat(Secrets.isIn(entry)).isFalse();
  }
}

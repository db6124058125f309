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
        "docker.login 'registry:5000', 'u', pw",
        "/!docker login -u me -p hunter2",
        "docker.images.pull('x', auth: [username: 'u'])",
        "docker.run('x', env: [DB_PASSWORD: 'hunter2'])",
        "docker.run('x', env: ['DB_PASSWORD=hunter2'])",
        "docker.run('x', env: ['API_TOKEN=hunter2'])",
        "docker.run('x', env: ['MYSQL_PWD=hunter2', 'A=b'])",
        "docker.run('x', env: ['AWS_SECRET_ACCESS_KEY=hunter2'])",
        "docker.run('x', env: [PGPASSWORD: 'hunter2'])",
        "docker.run('x') {\n  env = [\n    DB_PASSWORD: 'hunter2'\n  ]\n}",
        "docker.run('x', 'mysql', '-phunter2')",
        "docker.run('x', 'tool', '--password', 'hunter2')",
        "docker.run('x', 'tool', '--token=hunter2')",
        "docker.get('/x', headers: [Authorization: 'Bearer abcdef123456'])",
        "docker.get('/x', headers: ['Authorization': v])",
        "h = 'Basic dXNlcjpodW50ZXIy'",
        "docker.get('/x', headers: ['X-Registry-Auth': 'abc'])",
        "s = '{\"auths\": {\"r\": {\"auth\": \"dTpw\"}}}'",
        "token = 'hunter2'",
        "m['secret'] = 'x'",
        "m.put('client_secret', 'x')",
        "config.setPassword('hunter2')",
        "apiKey: 'x'",
        "def authToken = 'x'",
        "privateKey = 'x'",
        "def pw = 'hunter2'",
        "password 'hunter2'",
        "docker.secrets.create('db', 'hunter2')",
        "docker.secrets.create(name: 'db', data: 'hunter2')",
        "docker.swarm.unlock('hunter2')",
        "docker.swarm.join('10.0.0.1', 'SWMTKN-1-abc-def')",
        "docker.images.pull('https://me:hunter2@registry.example.org/x')",
        "git = 'https://a1b2c3d4e5f6a7b8@git.example.org/x.git'",
        "redis = 'redis://:hunter2@cache:6379'",
        "x = 'ghp_0123456789abcdefABCDEF0123456789abcd'",
        "x = 'dckr_pat_0123456789abcdefABC'",
        "x = 'AKIA0123456789ABCDEF'",
        "x = 'eyJhbGciOiJIUzI1NiJ9.e30.abc'",
        "key = '''-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----'''",
        "/!curl -u me:hunter2 https://example.org",
      })
  void entryWithASecretIsRecognised(String entry) {
    assertThat(Secrets.isIn(entry)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker.secrets.list()",
        "docker.services.create('x', secrets: ['db'])",
        "author = 'me'",
        "docker.run('x', name: 'tokenizer')",
        "'a,b'.tokenize(',')",
        "if (token == null) 1",
        "docker.swarm.joinTokens",
        "docker.run('x', user: '1000:1000', workdir: '/pass')",
        "docker.run('nginx', ports: ['8080:80'], env: [LANG: 'C'])",
        "docker.images.pull('localhost:5000/team/app@sha256:0123456789abcdef')",
        "docker.on('ssh://deploy@host.example.org')",
        "docker.containers.list(filters: [label: 'tier=web'])",
        "c.exec('sh', '-c', 'echo $PATH')",
        "m.passed = true",
        "compass = 'north'",
      })
  void ordinaryEntryIsNot(String entry) {
    assertThat(Secrets.isIn(entry)).isFalse();
  }
}

package dev.gantry.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.cli.doctor.Finding.Status;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose socket it is, and who gets in; nobody here is who runs the test. */
class SocketCheckTest {
  private static final int STRANGER = 65_534;

  @TempDir Path folder;
  private Path socket;

  @BeforeEach
  void leaveASocket() throws IOException {
    socket = folder.resolve("d.sock");
    try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(socket));
    }
  }

  @Test
  void missingSocketAsksForTheDaemon() {
    Finding finding = look(folder.resolve("gone"), somebody(STRANGER, Set.of()));
    assertThat(finding.status()).isEqualTo(Status.FAILED);
    assertThat(finding.detail()).endsWith("gone is not there");
    assertThat(finding.todo()).contains("systemctl start docker", "--host");
  }

  @Test
  void folderAndFileInItsPlaceAreTold() throws IOException {
    assertThat(look(folder, somebody(STRANGER, Set.of())))
        .matches(finding -> finding.detail().endsWith("is a folder and not a socket"))
        .matches(finding -> finding.todo().contains("remove the folder"));
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(look(file, somebody(STRANGER, Set.of())).detail()).endsWith("file and not a socket");
  }

  @Test
  void strangerIsToldWhichGroupAndWhatItMeans() throws IOException {
    rights("rw-rw----");
    Finding finding = look(socket, somebody(STRANGER, Set.of(STRANGER)));
    assertThat(finding.status()).isEqualTo(Status.FAILED);
    assertThat(finding.detail())
        .contains("the rights rw-rw----; user 'eve' is neither that user nor in that group");
    assertThat(finding.todo())
        .startsWith("Run as root")
        .contains(group().equals("root") ? "groupadd docker" : "usermod -aG " + group() + " eve")
        .contains("can become root on this host.");
  }

  @Test
  void newMemberIsToldToLogInAnew() throws IOException {
    rights("rw-rw----");
    Account account =
        new Account("eve", STRANGER, Set.of(STRANGER), List.of(group() + ":x:7:adam,eve"));
    Finding finding = look(socket, account);
    assertThat(finding.status()).isEqualTo(Status.FAILED);
    assertThat(finding.todo()).contains("newgrp " + group());
  }

  @Test
  void memberIsToldThatMembersAreAsGoodAsRoot() throws IOException {
    rights("rw-rw----");
    int gid = (Integer) Files.getAttribute(socket, "unix:gid");
    Finding finding = look(socket, somebody(STRANGER, Set.of(gid)));
    assertThat(finding.status()).isEqualTo(Status.OK);
    assertThat(finding.detail()).contains("you are in the group", "can become root on this host");
  }

  @Test
  void ownerWithoutRightsIsRefusedWhateverTheGroupMay() throws IOException {
    rights("r--rw----");
    int uid = (Integer) Files.getAttribute(socket, "unix:uid");
    int gid = (Integer) Files.getAttribute(socket, "unix:gid");
    SocketRights rights = new SocketRights(7, gid, Files.getPosixFilePermissions(socket));
    assertThat(rights.allow(somebody(7, Set.of(gid)))).isFalse();
    assertThat(rights.allow(somebody(8, Set.of(gid)))).isTrue();
    assertThat(rights.allow(somebody(0, Set.of()))).isTrue();
    assertThat(look(socket, somebody(uid, Set.of())).status())
        .isEqualTo(uid == 0 ? Status.OK : Status.FAILED);
  }

  @Test
  void socketThatIsOpenToAllIsAWarning() throws IOException {
    rights("rw-rw-rw-");
    Finding finding = look(socket, somebody(STRANGER, Set.of()));
    assertThat(finding.status()).isEqualTo(Status.WARNING);
    assertThat(finding.todo()).isEqualTo("chmod o= " + socket);
  }

  @Test
  void whoRunsThisIsKnown() {
    Account account = Account.ofThisProcess();
    assertThat(account.name()).isEqualTo(System.getProperty("user.name"));
    assertThat(account.isRoot()).isEqualTo(account.name().equals("root"));
  }

  @Test
  void addressesWithoutAFileAreNotLookedAt() {
    assertThat(new SocketCheck().look(Patients.at("unix://@abstract", null))).isEmpty();
    assertThat(new SocketCheck().look(Patients.at("tcp://127.0.0.1:1", null))).isEmpty();
  }

  private void rights(String text) throws IOException {
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString(text));
  }

  private String group() throws IOException {
    return Files.getAttribute(socket, "posix:group").toString();
  }

  private static Account somebody(int user, Set<Integer> groups) {
    return new Account("eve", user, groups, List.of());
  }

  private static Finding look(Path path, Account account) {
    return new SocketCheck().look(Patients.at("unix://" + path, null).as(account)).get(0);
  }
}

package dev.gantry.transport;

/**
 * All that is needed to run ssh for one host.
 *
 * @param command what it is called with
 * @param configuration what its configuration says
 * @param keeper starts it, and sees that nothing is left of it
 */
record SshPlace(SshCommand command, SshConfiguration configuration, SshKeeper keeper) {

  static SshPlace of(DockerHost host, SshSettings settings) {
    SshCommand command = SshCommand.find(host, settings.env());
    SshKeeper keeper = new SshKeeper(settings);
    return new SshPlace(command, SshConfiguration.of(command, keeper), keeper);
  }

  SshDiagnosis diagnosis() {
    return new SshDiagnosis(command);
  }

  /** Whether sessions share connections that are opened here. */
  boolean shares() {
    return configuration.leavesSharingToUs() && SshLine.fits(keeper.folder());
  }
}

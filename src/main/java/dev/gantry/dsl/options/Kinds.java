package dev.gantry.dsl.options;

import static java.util.Map.entry;

import java.io.InputStream;
import java.util.Map;

/** Every kind of value, by the name that tables use. */
final class Kinds {
  private static final Map<String, Kind> BY_NAME =
      Map.ofEntries(
          entry("text", Kind.of("a text", Texts::one)),
          entry("texts", Kind.texts("a text or a list of texts", (texts, asked) -> texts)),
          entry("flag", Kind.of("true or false", Scalars::flag)),
          entry("number", Kind.of("a whole number", Scalars::number)),
          entry("fileMode", Kind.of("a mode such as 0644 or '0644'", Scalars::fileMode)),
          entry("retries", Kind.of("a number of tries", Scalars::retries)),
          entry("swappiness", Kind.of("a number from 0 to 100, or -1", Scalars::swappiness)),
          entry("cpus", Kind.of("a number of CPUs such as 1.5", Scalars::nanoCpus)),
          entry("size", Kind.of("a size such as '512m' or a number of bytes", Sizes::bytes)),
          entry(
              "sizeOrUnlimited",
              Kind.of(
                  "a size such as '1g', a number of bytes, or -1 for no limit",
                  Sizes::bytesOrUnlimited)),
          entry(
              "interval",
              Kind.of("a duration such as '1m30s' or a number of seconds", Durations::nanoseconds)),
          entry(
              "seconds",
              Kind.of("a number of seconds or a duration such as '1m30s'", Durations::seconds)),
          entry(
              "pairs",
              Kind.joined(
                  "a map, or a list of texts such as 'name=value'",
                  '=',
                  (texts, asked) -> Pairs.map(texts))),
          entry(
              "keyed",
              Kind.joined("a map, or a list of texts such as 'name=value'", '=', Pairs::keyed)),
          entry(
              "labels",
              Kind.joined("a map, or a list of texts such as 'name=value'", '=', Pairs::labels)),
          entry(
              "env",
              Kind.joined(
                  "a map, or a list of texts such as 'NAME=value'", '=', Pairs::environment)),
          entry(
              "buildArgs",
              Kind.joined("a map, or a list of texts such as 'NAME=value'", '=', Pairs::arguments)),
          entry("envFile", Kind.texts("the name of a file or several", PairFiles::environment)),
          entry("labelFile", Kind.texts("the name of a file or several", PairFiles::labels)),
          entry(
              "ports",
              Kind.of(
                  "ports such as '8080:80', 80, or a map of container port to host port",
                  Ports::publish)),
          entry("expose", Kind.texts("ports such as 80, '53/udp' or '8000-8010'", Ports::expose)),
          entry("networks", Kind.of("a network's name, a map, or a list of them", Networks::read)),
          entry("ips", Kind.texts("an IP address or a list of them", Addresses::ips)),
          entry("ipv4", Kind.of("an IPv4 address", Addresses::ipv4)),
          entry("ipv6", Kind.of("an IPv6 address", Addresses::ipv6)),
          entry("mac", Kind.of("a MAC address", Addresses::mac)),
          entry("domains", Kind.texts("a domain or a list of domains", Addresses::domains)),
          entry(
              "hosts",
              Kind.joined(
                  "a map of host name to address, or texts such as 'name:ip'",
                  '=',
                  Addresses::hosts)),
          entry(
              "links",
              Kind.joined("texts such as 'container:alias', or a map", ':', Addresses::links)),
          entry(
              "volumes",
              Kind.joined("texts such as '/host:/container:ro', or a map", ':', Volumes::read)),
          entry(
              "mounts",
              Kind.of(
                  "texts such as 'type=bind,src=/a,dst=/b', or maps with these keys",
                  Mounts::read)),
          entry(
              "tmpfs",
              Kind.joined(
                  "paths such as '/run:size=64m', or a map of path to options",
                  ':',
                  Volumes::tmpfs)),
          entry(
              "ulimits",
              Kind.joined("texts such as 'nofile=1024:2048', or a map", '=', Ulimits::read)),
          entry(
              "weights",
              Kind.joined("texts such as '/dev/sda:200', or a map", ':', BlockDevices::weights)),
          entry(
              "rates",
              Kind.joined("texts such as '/dev/sda:1000', or a map", ':', BlockDevices::rates)),
          entry(
              "byteRates",
              Kind.joined("texts such as '/dev/sda:1mb', or a map", ':', BlockDevices::byteRates)),
          entry(
              "devices",
              Kind.joined("texts such as '/dev/x:/dev/y:rwm', or a map", ':', Devices::read)),
          entry("deviceRules", Kind.texts("texts such as 'c 42:* rmw'", Devices::rules)),
          entry(
              "gpus",
              Kind.of("'all', a number, or a text such as 'device=0', or a map", Gpus::read)),
          entry("capabilities", Kind.texts("names such as 'NET_ADMIN'", Choices::capabilities)),
          entry(
              "security",
              Kind.joined("texts such as 'seccomp=profile.json'", '=', SecurityOptions::read)),
          entry("input", Kind.of("a text, bytes, a File, a Path or an InputStream", Inputs::read)),
          entry(
              "target",
              Kind.of(
                  "a file, an OutputStream, a closure, a Process or the words of a command",
                  Targets::read)),
          entry("streams", Kind.texts("any of 'stdin', 'stdout', 'stderr'", Streams::read)),
          entry("command", Kind.of("a list of words such as ['ls', '-l']", Commands::command)),
          entry("entrypoint", Kind.of("a program or a list of words", Commands::entrypoint)),
          entry("healthCmd", Kind.of("a command line, or a list of words", Commands::health)),
          entry(
              "filters",
              Kind.of("a map such as [label: 'tier=web', status: ['exited']]", Filters::read)),
          entry(
              "moment",
              Kind.of("a point in time, seconds since 1970, or how long ago", Moments::read)),
          entry("restart", Kind.of("a policy such as 'on-failure:3'", Choices::restart)),
          entry("pull", Kind.of("'always', 'missing' or 'never'", Choices::pull)),
          entry("platform", Kind.of("a platform such as 'linux/arm64'", Platforms::read)),
          entry("serviceMode", Kind.of("a mode such as 'global'", ServiceMode::read)),
          entry("count", Kind.of("a whole number from 0 on", Scalars::retries)),
          entry("ratio", Kind.of("a number from 0 to 1", Placements::ratio)),
          entry("restartCondition", Kind.of("'none', 'on-failure' or 'any'", Choices::condition)),
          entry(
              "swarmPorts",
              Kind.of("ports such as '8080:80', or maps with target", PublishedPorts::read)),
          entry("swarmNetworks", Kind.of("names of networks, or maps", Placements::networks)),
          entry(
              "swarmHosts",
              Kind.joined("a map of host name to address, or texts", '=', Placements::hosts)),
          entry(
              "placementPrefs",
              Kind.texts("texts such as 'spread=node.labels.rack'", Placements::preferences)),
          entry(
              "genericResources",
              Kind.joined("texts such as 'GPU=2', or a map", '=', Placements::resources)),
          entry(
              "fileReferences",
              Kind.of("names, texts such as 'source=a,target=b', or maps", FileReferences::read)),
          entry("payload", Kind.of("a text, bytes or a stream", Kinds::payload)),
          entry("platformJson", Kind.of("a platform such as 'linux/arm64'", Platforms::json)),
          entry(
              "grant",
              Kind.of("names of privileges, or a map such as [network: 'host']", Grants::read)),
          entry("unsupported", Kind.of("nothing", Kinds::unsupported)),
          entry("auth", Kind.of("a map such as [username: 'me', password: '…']", AuthFields::read)),
          entry("body", Kind.of("a map", Texts::map)));

  private Kinds() {}

  /** Data, of which no message says more than its type. */
  private static Object payload(Object given, Asked asked) {
    if (given instanceof CharSequence || given instanceof byte[] || given instanceof InputStream) {
      return given;
    }
    throw asked.wants(given);
  }

  /** A flag of the CLI that is known so that its refusal can say more than "unknown". */
  private static Object unsupported(Object given, Asked asked) {
    if (Boolean.FALSE.equals(given)) {
      return given;
    }
    throw asked.bad("not supported: " + asked.option().summary());
  }

  static Kind named(String name) {
    Kind kind = BY_NAME.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("no kind of value is named " + name);
    }
    return kind;
  }
}

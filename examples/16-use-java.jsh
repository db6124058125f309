// Runs a container from Java, asks it, follows it and removes it: gantry --jshell examples/16-use-java.jsh
// Needs: an engine with the image busybox, and a JDK. Options: none; it is JShell that reads it.

var script = "echo ready; exec sleep 60";
var options = opts("name", "java-web", "labels", Map.of("tier", "web"), "init", true);
Container web = docker.getContainers().create(options, "busybox", "sh", "-c", script).start();

show(docker.ps(Map.of("filters", Map.of("label", "tier=web"))))
System.out.println("it is " + web.getStatus() + " since " + at(web, "/State/StartedAt"));
System.out.println(web.exec("echo", "asked").trim());

docker.getContainers().get("java-web").logs(opts("tail", 1), line -> System.out.println("it wrote " + line));
Result hello = docker.run(opts("rm", true), "busybox", "echo", "hi");
System.out.println(hello.trim() + ", status " + hello.getExitCode());

web.remove(opts("force", true, "volumes", true));
System.out.println(docker.ps(opts("all", true)).stream().noneMatch(c -> c.getName().equals("java-web")) ? "gone" : "left");
/exit

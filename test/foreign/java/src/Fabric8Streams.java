import io.fabric8.kubernetes.client.*;
import io.fabric8.kubernetes.client.dsl.*;
import java.io.*;
import java.util.concurrent.TimeUnit;

/** fabric8's streams: logs, exec with exit codes and input. The pod `web` runs. */
class Fabric8Streams {
  static String streams() throws Exception {
    try (KubernetesClient client = Fabric8.open()) {
      var web = client.pods().inNamespace("default").withName("web");
      ByteArrayOutputStream followed = new ByteArrayOutputStream();
      try (LogWatch log = web.watchLog(followed)) {
        Foreign.until("a line of the log", () -> followed.toString().equals("ready\n"));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      int code;
      try (ExecWatch exec = web.writingOutput(out).exec("say", "hello")) {
        code = exec.exitCode().get(10, TimeUnit.SECONDS);
      }
      int failed;
      try (ExecWatch exec = web.redirectingOutput().exec("exit", "7")) {
        failed = exec.exitCode().get(10, TimeUnit.SECONDS);
      }
      ByteArrayOutputStream echoed = new ByteArrayOutputStream();
      try (ExecWatch exec = web.redirectingInput().writingOutput(echoed).exec("cat")) {
        exec.getInput().write("typed".getBytes());
        exec.getInput().flush();
        Foreign.until("what was typed", () -> echoed.toString().contains("typed"));
      }
      return Foreign.told(web.tailingLines(1).getLog(), out, code, failed, echoed);
    }
  }
}

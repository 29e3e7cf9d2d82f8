import io.kubernetes.client.*;
import io.kubernetes.client.openapi.*;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import java.io.*;
import java.util.concurrent.TimeUnit;

/** The official client's streams: logs and exec. The pod `web` runs. */
class OfficialStreams {
  static String streams() throws Exception {
    ApiClient client = Official.open();
    String log = new CoreV1Api().readNamespacedPodLog("web", "default").tailLines(1).execute();
    BufferedReader followed = new BufferedReader(new InputStreamReader(new PodLogs(client).streamNamespacedPodLog("default", "web", "app")));
    Foreign.must("ready".equals(followed.readLine()), "a line of the log");
    Exec exec = new Exec(client);
    Process said = exec.exec("default", "web", new String[] {"say", "hello"}, false);
    String out = new String(said.getInputStream().readAllBytes());
    said.waitFor(10, TimeUnit.SECONDS);
    Process failed = exec.exec("default", "web", new String[] {"exit", "7"}, false);
    failed.waitFor(10, TimeUnit.SECONDS);
    Process typing = exec.exec("default", "web", new String[] {"cat"}, true);
    typing.getOutputStream().write("typed".getBytes());
    typing.getOutputStream().flush();
    byte[] echoed = typing.getInputStream().readNBytes(5);
    typing.destroy();
    return Foreign.told(log, out, said.exitValue(), failed.exitValue(), new String(echoed));
  }
}

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** A stranger to Operon: Java's clients as anybody uses them. Each part of it prints a line of JSON, or fails with a sentence. */
public class Foreign {
  public static void main(String[] words) {
    try {
      String said = switch (words[0]) {
        case "fabric8" -> Fabric8.session();
        case "fabric8-watch" -> Fabric8Watch.watch(words[1]);
        case "fabric8-streams" -> Fabric8Streams.streams();
        case "operate" -> Operate.operate();
        case "official" -> Official.session();
        case "official-watch" -> OfficialWatch.watch();
        case "official-streams" -> OfficialStreams.streams();
        case "inside" -> "[" + Fabric8.inside() + "," + Official.inside() + "]";
        default -> throw new IllegalArgumentException("no part " + words[0]);
      };
      System.out.println(said);
      System.out.flush();
      Runtime.getRuntime().halt(0);
    } catch (Throwable error) {
      error.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  static void must(boolean so, String sentence) {
    if (!so) throw new AssertionError("not so: " + sentence);
  }

  /** A list of texts as JSON. */
  static String told(Object... texts) {
    return told(Arrays.asList(texts));
  }

  static String told(List<?> texts) {
    List<String> quoted = new ArrayList<>();
    for (Object text : texts)
      quoted.add('"' + String.valueOf(text).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"');
    return "[" + String.join(",", quoted) + "]";
  }

  static void until(String what, Callable<Boolean> isSo) throws Exception {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!isSo.call()) {
      must(System.nanoTime() < end, "within 30 s: " + what);
      Thread.sleep(20);
    }
  }
}

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.client.*;
import io.fabric8.kubernetes.client.informers.*;
import java.util.*;
import java.util.concurrent.*;

/** fabric8's watches: over WebSocket, as it asks first, or without (`http`); its informer, and both after the connection has ended. */
class Fabric8Watch {
  static String watch(String namespace) throws Exception {
    try (KubernetesClient client = Fabric8.open()) {
      client.namespaces().resource(new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build()).create();
      var maps = client.configMaps().inNamespace(namespace);
      BlockingQueue<String> seen = new LinkedBlockingQueue<>();
      var made = maps.resource(map("before")).create();
      var options = new ListOptionsBuilder().withResourceVersion(made.getMetadata().getResourceVersion()).withTimeoutSeconds(1L).build();
      Watch watch = maps.watch(options, new Watcher<ConfigMap>() {
        public void eventReceived(Action action, ConfigMap one) {
          seen.add(action + " " + one.getMetadata().getName());
        }

        public void onClose(WatcherException cause) {
          seen.add("closed " + cause);
        }
      });
      BlockingQueue<String> informed = new LinkedBlockingQueue<>();
      SharedIndexInformer<ConfigMap> informer = maps.inform(new ResourceEventHandler<ConfigMap>() {
        public void onAdd(ConfigMap one) {
          informed.add("added " + one.getMetadata().getName());
        }

        public void onUpdate(ConfigMap old, ConfigMap now) {
          if (!old.equals(now)) informed.add("updated " + now.getMetadata().getName());
        }

        public void onDelete(ConfigMap one, boolean unknown) {
          informed.add("deleted " + one.getMetadata().getName());
        }
      });
      live(maps);
      List<String> first = take(seen, 3);
      List<String> firstInformed = take(informed, 4);
      // The watch's second is over; it comes back by itself.
      Thread.sleep(2500);
      live(maps);
      List<String> told = new ArrayList<>(first);
      told.addAll(take(seen, 3));
      told.addAll(firstInformed);
      told.addAll(take(informed, 3));
      told.add("store " + informer.getStore().list().size());
      watch.close();
      informer.close();
      return Foreign.told(told);
    }
  }

  static ConfigMap map(String name) {
    return new ConfigMapBuilder().withNewMetadata().withName(name).endMetadata().build();
  }

  static void live(io.fabric8.kubernetes.client.dsl.NonNamespaceOperation<ConfigMap, ConfigMapList, io.fabric8.kubernetes.client.dsl.Resource<ConfigMap>> maps) {
    maps.resource(map("one")).create();
    maps.withName("one").edit(one -> new ConfigMapBuilder(one).addToData("a", "ä\n").build());
    maps.withName("one").delete();
  }

  static List<String> take(BlockingQueue<String> queue, int count) throws Exception {
    List<String> taken = new ArrayList<>();
    while (taken.size() < count) {
      String next = queue.poll(20, TimeUnit.SECONDS);
      Foreign.must(next != null, "there is more after " + taken);
      taken.add(next);
    }
    return taken;
  }
}

import com.google.gson.reflect.TypeToken;
import io.kubernetes.client.informer.*;
import io.kubernetes.client.openapi.*;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.*;
import io.kubernetes.client.util.*;
import io.kubernetes.client.util.generic.GenericKubernetesApi;
import java.util.*;
import java.util.concurrent.*;

/** The official client's watch and informer. */
class OfficialWatch {
  static String watch() throws Exception {
    ApiClient client = Official.open();
    client.setReadTimeout(0);
    CoreV1Api core = new CoreV1Api();
    core.createNamespace(new V1Namespace().metadata(new V1ObjectMeta().name("watched"))).execute();
    core.createNamespacedConfigMap("watched", Official.map("before", Map.of())).execute();
    BlockingQueue<String> informed = new LinkedBlockingQueue<>();
    SharedInformerFactory factory = new SharedInformerFactory(client);
    var api = new GenericKubernetesApi<>(V1ConfigMap.class, V1ConfigMapList.class, "", "v1", "configmaps", client);
    var informer = factory.sharedIndexInformerFor(api, V1ConfigMap.class, 0, "watched");
    informer.addEventHandler(new ResourceEventHandler<V1ConfigMap>() {
      public void onAdd(V1ConfigMap one) {
        informed.add("added " + one.getMetadata().getName());
      }

      public void onUpdate(V1ConfigMap old, V1ConfigMap now) {
        if (!old.equals(now)) informed.add("updated " + now.getMetadata().getName());
      }

      public void onDelete(V1ConfigMap one, boolean unknown) {
        informed.add("deleted " + one.getMetadata().getName());
      }
    });
    factory.startAllRegisteredInformers();
    Foreign.until("synced", informer::hasSynced);
    String from = core.listNamespacedConfigMap("watched").execute().getMetadata().getResourceVersion();
    List<String> seen = new ArrayList<>();
    core.createNamespacedConfigMap("watched", Official.map("one", Map.of())).execute();
    core.replaceNamespacedConfigMap("one", "watched", Official.map("one", Map.of("a", "1"))).execute();
    core.deleteNamespacedConfigMap("one", "watched").execute();
    var call = core.listNamespacedConfigMap("watched").resourceVersion(from).watch(true).timeoutSeconds(2).allowWatchBookmarks(true).buildCall(null);
    try (Watch<V1ConfigMap> watch = Watch.createWatch(client, call, new TypeToken<Watch.Response<V1ConfigMap>>() {}.getType())) {
      for (Watch.Response<V1ConfigMap> event : watch) seen.add(event.type + " " + event.object.getMetadata().getName());
    }
    seen.addAll(Fabric8Watch.take(informed, 4));
    seen.add("store " + informer.getIndexer().list().size());
    factory.stopAllRegisteredInformers();
    return Foreign.told(seen);
  }
}

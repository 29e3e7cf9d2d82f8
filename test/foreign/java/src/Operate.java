import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.model.annotation.*;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.*;
import io.javaoperatorsdk.operator.processing.event.source.*;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.*;

/** An operator of the Java operator SDK: elected, makes what wishes own, and lets them go by its finalizer. */
class Operate {
  public static class Spec {
    public String of;
    public Integer replicas;
  }

  public static class Status {
    public Boolean granted;
    public Integer replicas;
  }

  @Group("java.example")
  @Version("v1")
  @Plural("wishes")
  @Kind("Wish")
  public static class Wish extends CustomResource<Spec, Status> implements io.fabric8.kubernetes.api.model.Namespaced {}

  @ControllerConfiguration(name = "wish", finalizerName = "java.example/granted")
  public static class Granter implements Reconciler<Wish>, Cleaner<Wish> {
    final List<String> forgotten = Collections.synchronizedList(new ArrayList<>());

    @Override
    public List<EventSource<?, Wish>> prepareEventSources(EventSourceContext<Wish> context) {
      var config = InformerEventSourceConfiguration.from(ConfigMap.class, Wish.class).build();
      return List.of(new InformerEventSource<>(config, context));
    }

    @Override
    public UpdateControl<Wish> reconcile(Wish wish, Context<Wish> context) {
      var map = new ConfigMapBuilder().withNewMetadata().withName(wish.getMetadata().getName()).withNamespace(wish.getMetadata().getNamespace()).endMetadata().addToData("of", wish.getSpec().of).build();
      map.addOwnerReference(wish);
      context.getClient().resource(map).fieldManager("java").forceConflicts().serverSideApply();
      Wish granted = new Wish();
      granted.setMetadata(new ObjectMetaBuilder().withName(wish.getMetadata().getName()).withNamespace(wish.getMetadata().getNamespace()).build());
      granted.setStatus(new Status());
      granted.getStatus().granted = true;
      return UpdateControl.patchStatus(granted);
    }

    @Override
    public DeleteControl cleanup(Wish wish, Context<Wish> context) {
      forgotten.add(wish.getMetadata().getName());
      return DeleteControl.defaultDelete();
    }
  }

  static String operate() throws Exception {
    KubernetesClient client = Fabric8.open();
    Fabric8.define(client);
    Granter granter = new Granter();
    Operator operator = new Operator(config -> config.withKubernetesClient(client).withCloseClientOnStop(false)
        .withLeaderElectionConfiguration(new LeaderElectionConfiguration("java-operator", "default", "me")));
    operator.register(granter);
    operator.start();
    var wishes = client.resources(Wish.class).inNamespace("default");
    var maps = client.configMaps().inNamespace("default");
    Wish tea = new Wish();
    tea.setMetadata(new ObjectMetaBuilder().withName("tea").build());
    tea.setSpec(new Spec());
    tea.getSpec().of = "tea";
    wishes.resource(tea).create();
    wishes.withName("tea").waitUntilCondition(one -> one != null && one.getStatus() != null && Boolean.TRUE.equals(one.getStatus().granted), 30, java.util.concurrent.TimeUnit.SECONDS);
    Foreign.until("its map", () -> holds(maps.withName("tea").get(), "tea"));
    wishes.withName("tea").edit(one -> {
      one.getSpec().of = "milk";
      return one;
    });
    Foreign.until("its map follows", () -> holds(maps.withName("tea").get(), "milk"));
    maps.withName("tea").edit(one -> new ConfigMapBuilder(one).addToData("of", "water").build());
    Foreign.until("its map is mended", () -> holds(maps.withName("tea").get(), "milk"));
    Foreign.must(wishes.withName("tea").get().getMetadata().getFinalizers().equals(List.of("java.example/granted")), "held by the finalizer");
    wishes.withName("tea").delete();
    Foreign.until("it is gone", () -> wishes.withName("tea").get() == null);
    Foreign.must(client.leases().inNamespace("default").withName("java-operator").get().getSpec().getHolderIdentity().equals("me"), "it was elected");
    return Foreign.told(granter.forgotten);
  }

  static boolean holds(ConfigMap map, String what) {
    return map != null && what.equals(map.getData().get("of"));
  }
}

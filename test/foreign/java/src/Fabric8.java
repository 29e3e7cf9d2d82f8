import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.apps.*;
import io.fabric8.kubernetes.api.model.apiextensions.v1.*;
import io.fabric8.kubernetes.api.model.authentication.*;
import io.fabric8.kubernetes.client.*;
import io.fabric8.kubernetes.client.dsl.base.*;
import io.fabric8.kubernetes.client.extended.leaderelection.*;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.Collectors;

/** fabric8's client: objects live their lives, and each refusal is understood. */
class Fabric8 {
  static KubernetesClient open() {
    return new KubernetesClientBuilder().build();
  }

  static final String DEFINITION = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: wishes.java.example}
      spec:
        group: java.example
        scope: Namespaced
        names: {plural: wishes, singular: wish, kind: Wish, shortNames: [wi]}
        versions:
        - name: v1
          served: true
          storage: true
          subresources: {status: {}, scale: {specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas}}
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  required: [of]
                  properties:
                    of: {type: string}
                    replicas: {type: integer, default: 0, maximum: 9}
                status:
                  type: object
                  properties: {granted: {type: boolean}, replicas: {type: integer}}
      """;

  static void define(KubernetesClient client) throws Exception {
    client.load(new java.io.ByteArrayInputStream(DEFINITION.getBytes())).serverSideApply();
    client.apiextensions().v1().customResourceDefinitions().withName("wishes.java.example")
        .waitUntilCondition(one -> one != null && one.getStatus() != null && one.getStatus().getConditions().stream()
            .anyMatch(each -> each.getType().equals("Established") && each.getStatus().equals("True")), 10, TimeUnit.SECONDS);
  }

  static GenericKubernetesResource wish(String name, Object spec) {
    GenericKubernetesResource wish = new GenericKubernetesResource();
    wish.setApiVersion("java.example/v1");
    wish.setKind("Wish");
    wish.setMetadata(new ObjectMetaBuilder().withName(name).withNamespace("fab").build());
    wish.setAdditionalProperty("spec", spec);
    return wish;
  }

  static String session() throws Exception {
    try (KubernetesClient client = open()) {
      client.namespaces().resource(new NamespaceBuilder().withNewMetadata().withName("fab").endMetadata().build()).create();
      client.serviceAccounts().inNamespace("fab").resource(new ServiceAccountBuilder().withNewMetadata().withName("default").endMetadata().build()).unlock().createOr(one -> one.update());
      Foreign.must(client.getKubernetesVersion().getMajor().equals("1"), "a version");
      define(client);
      patches(client);
      applies(client);
      pages(client);
      deployments(client);
      wishes(client);
      List<String> found = discovered(client);
      elected(client);
      List<String> refusals = refusals(client);
      return "[" + Foreign.told(refusals) + "," + Foreign.told(found) + "]";
    }
  }

  static void patches(KubernetesClient client) {
    var maps = client.configMaps().inNamespace("fab");
    var made = maps.resource(new ConfigMapBuilder().withNewMetadata().withGenerateName("map-").endMetadata().addToData("a", "1").addToData("b", "2").build()).create();
    var one = maps.withName(made.getMetadata().getName());
    one.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"a\":null,\"c\":\"3\"}}");
    one.patch(PatchContext.of(PatchType.STRATEGIC_MERGE), "{\"metadata\":{\"labels\":{\"of\":\"java\"}}}");
    one.patch(PatchContext.of(PatchType.JSON), "[{\"op\":\"move\",\"from\":\"/data/c\",\"path\":\"/data/d\"}]");
    Foreign.must(one.get().getData().keySet().equals(Set.of("b", "d")), "the patches did what they say");
    one.edit(map -> new ConfigMapBuilder(map).addToData("e", "5").build());
    one.dryRun().patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":null}");
    var changed = new ConfigMapBuilder(one.get()).addToData("f", "6").build();
    Foreign.must(maps.resource(changed).update().getData().size() == 4, "replaced");
    List<StatusDetails> gone = one.withPropagationPolicy(DeletionPropagation.BACKGROUND).delete();
    Foreign.must(gone.size() == 1 && gone.get(0).getName().equals(made.getMetadata().getName()) && one.get() == null, "deleted");
    Foreign.must(maps.withName("nothing").delete().isEmpty(), "nothing to delete is no error");
  }

  static void applies(KubernetesClient client) {
    var maps = client.configMaps().inNamespace("fab");
    var map = new ConfigMapBuilder().withNewMetadata().withName("applied").endMetadata();
    maps.resource(map.addToData("a", "1").addToData("b", "1").build()).fieldManager("one").serverSideApply();
    var other = new ConfigMapBuilder().withNewMetadata().withName("applied").endMetadata().addToData("a", "2").build();
    try {
      maps.resource(other).fieldManager("two").serverSideApply();
      throw new AssertionError("no conflict");
    } catch (KubernetesClientException refused) {
      var cause = refused.getStatus().getDetails().getCauses().get(0);
      Foreign.must(refused.getCode() == 409 && cause.getReason().equals("FieldManagerConflict") && cause.getField().equals(".data.a"), "a conflict of a field");
    }
    var forced = maps.resource(other).fieldManager("two").forceConflicts().serverSideApply();
    Foreign.must(forced.getData().equals(Map.of("a", "2", "b", "1")) && forced.getMetadata().getManagedFields().size() == 2, "both manage");
  }

  static void pages(KubernetesClient client) {
    var secrets = client.secrets().inNamespace("fab");
    for (int number = 0; number < 25; number++)
      secrets.resource(new SecretBuilder().withNewMetadata().withName("s-" + number).addToLabels("odd", String.valueOf(number % 2)).endMetadata().addToStringData("k", "v").build()).create();
    Set<String> seen = new HashSet<>();
    String next = null;
    do {
      var page = secrets.list(new ListOptionsBuilder().withLimit(10L).withContinue(next).build());
      page.getItems().forEach(one -> seen.add(one.getMetadata().getName()));
      if (next == null) Foreign.must(page.getMetadata().getRemainingItemCount() >= 15, "how many remain");
      next = page.getMetadata().getContinue();
    } while (next != null && !next.isEmpty());
    Foreign.must(seen.size() == 25, "all pages together are all");
    Foreign.must(secrets.withLabelIn("odd", "1", "7").list().getItems().size() == 12, "by label");
    Foreign.must(secrets.withField("metadata.name", "s-3").list().getItems().size() == 1, "by field");
    secrets.withLabel("odd", "1").delete();
    Foreign.must(secrets.list().getItems().size() == 13, "a selection deleted");
  }

  static void deployments(KubernetesClient client) throws Exception {
    var deployments = client.apps().deployments().inNamespace("fab");
    var deployment = new DeploymentBuilder().withNewMetadata().withName("web").endMetadata().withNewSpec().withReplicas(1)
        .withNewSelector().addToMatchLabels("app", "web").endSelector()
        .withNewTemplate().withNewMetadata().addToLabels("app", "web").endMetadata()
        .withNewSpec().addNewContainer().withName("web").withImage("web:1").endContainer().endSpec().endTemplate().endSpec().build();
    deployments.resource(deployment).create();
    var web = deployments.withName("web");
    var scale = web.scale();
    scale.getSpec().setReplicas(3);
    Foreign.must(web.scale(scale).getSpec().getReplicas() == 3, "scaled");
    web.editStatus(one -> new DeploymentBuilder(one).withNewStatus().withReplicas(2).endStatus().build());
    Foreign.must(web.get().getStatus().getReplicas() == 2 && web.get().getMetadata().getGeneration() == 2, "a status, no generation");
    web.edit(one -> new DeploymentBuilder(one).editSpec().editTemplate().editSpec().addNewContainer().withName("side").withImage("side:1").endContainer().endSpec().endTemplate().endSpec().build());
    Foreign.must(web.get().getSpec().getTemplate().getSpec().getContainers().size() == 2, "edited");
    web.withPropagationPolicy(DeletionPropagation.FOREGROUND).delete();
    Foreign.must(web.get().getMetadata().getFinalizers().equals(List.of("foregroundDeletion")), "waits for what it owns");
  }

  static void wishes(KubernetesClient client) {
    var wishes = client.genericKubernetesResources("java.example/v1", "Wish").inNamespace("fab");
    wishes.resource(wish("tea", Map.of("of", "tea"))).create();
    var tea = wishes.withName("tea");
    Foreign.must(tea.get().<Integer>get("spec", "replicas") == 0, "defaults are set");
    tea.editStatus(one -> {
      one.setAdditionalProperty("status", Map.of("granted", true));
      return one;
    });
    Foreign.must(tea.get().<Boolean>get("status", "granted"), "granted");
    tea.scale(4);
    Foreign.must(tea.get().<Integer>get("spec", "replicas") == 4, "scaled");
    tea.edit(one -> {
      one.getMetadata().setFinalizers(List.of("java.example/held"));
      return one;
    });
    tea.delete();
    Foreign.must(tea.get().isMarkedForDeletion(), "held");
    tea.edit(one -> {
      one.getMetadata().setFinalizers(List.of());
      return one;
    });
    Foreign.must(tea.get() == null, "let go");
  }

  static List<String> discovered(KubernetesClient client) {
    Foreign.must(client.supports("java.example/v1", "Wish") && client.hasApiGroup("java.example", true), "found");
    var resources = client.getApiResources("apps/v1").getResources();
    return resources.stream().map(one -> one.getName()).filter(name -> name.startsWith("deployments")).sorted().collect(Collectors.toList());
  }

  static void elected(KubernetesClient client) throws Exception {
    List<String> leaders = new CopyOnWriteArrayList<>();
    List<CompletableFuture<?>> running = new ArrayList<>();
    for (String who : List.of("one", "two")) {
      var config = new LeaderElectionConfigBuilder().withName("java").withReleaseOnCancel(true)
          .withLock(new LeaseLock("fab", "java", who))
          .withLeaseDuration(Duration.ofSeconds(5)).withRenewDeadline(Duration.ofSeconds(3)).withRetryPeriod(Duration.ofMillis(200))
          .withLeaderCallbacks(new LeaderCallbacks(() -> leaders.add(who), () -> {}, id -> {})).build();
      var elector = client.leaderElector().withConfig(config).build();
      running.add(elector.start());
      if (who.equals("one")) Foreign.until("one leads", () -> leaders.size() == 1);
    }
    running.get(0).cancel(true);
    Foreign.until("two leads after it", () -> leaders.equals(List.of("one", "two")));
    running.get(1).cancel(true);
  }

  /** Code, reason and fields of the causes of each. */
  static List<String> refusals(KubernetesClient client) {
    var maps = client.configMaps().inNamespace("fab");
    var pod = new PodBuilder().withNewMetadata().withName("Bad_Name").endMetadata().withNewSpec().addNewContainer().withName("a").endContainer().endSpec().build();
    var stale = new ConfigMapBuilder(maps.withName("applied").get()).editMetadata().withResourceVersion("1").endMetadata().build();
    return List.of(
        refused(() -> maps.withName("nothing").patch("{\"data\":{}}")),
        refused(() -> maps.resource(new ConfigMapBuilder().withNewMetadata().withName("applied").endMetadata().build()).create()),
        refused(() -> maps.resource(stale).lockResourceVersion("1").update()),
        refused(() -> client.pods().inNamespace("fab").resource(pod).create()),
        refused(() -> client.genericKubernetesResources("java.example/v1", "Wish").inNamespace("fab").resource(wish("much", Map.of("replicas", 12))).create()),
        refused(() -> maps.list(new ListOptionsBuilder().withLimit(1L).withContinue("nonsense").build())));
  }

  static String refused(Callable<?> asked) {
    try {
      return "not refused: " + asked.call();
    } catch (KubernetesClientException error) {
      var details = error.getStatus() == null ? null : error.getStatus().getDetails();
      var causes = details == null || details.getCauses() == null ? List.<StatusCause>of() : details.getCauses();
      var fields = causes.stream().map(cause -> cause.getReason() + " " + cause.getField()).sorted().collect(Collectors.joining(", "));
      return (error.getCode() + " " + error.getStatus().getReason() + " " + fields).trim();
    } catch (Exception error) {
      return "something else: " + error;
    }
  }

  static String inside() {
    try (KubernetesClient client = open()) {
      var review = client.resource(new SelfSubjectReviewBuilder().build()).create();
      var pods = client.pods().list().getItems().size();
      var secrets = refused(() -> client.secrets().list());
      return Foreign.told(client.getNamespace(), review.getStatus().getUserInfo().getUsername(), pods > 0, secrets);
    }
  }
}

import io.kubernetes.client.custom.*;
import io.kubernetes.client.extended.leaderelection.*;
import io.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.kubernetes.client.openapi.*;
import io.kubernetes.client.openapi.apis.*;
import io.kubernetes.client.openapi.models.*;
import io.kubernetes.client.util.*;
import io.kubernetes.client.util.generic.dynamic.*;
import io.kubernetes.client.Discovery;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.Collectors;

/** The official client: objects live their lives, and each refusal is understood. */
class Official {
  static ApiClient open() throws Exception {
    ApiClient client = Config.defaultClient();
    Configuration.setDefaultApiClient(client);
    return client;
  }

  static V1ConfigMap map(String name, Map<String, String> data) {
    return new V1ConfigMap().apiVersion("v1").kind("ConfigMap").metadata(new V1ObjectMeta().name(name)).data(data);
  }

  static String session() throws Exception {
    ApiClient client = open();
    CoreV1Api core = new CoreV1Api();
    core.createNamespace(new V1Namespace().metadata(new V1ObjectMeta().name("off"))).execute();
    core.createNamespacedServiceAccount("off", new V1ServiceAccount().metadata(new V1ObjectMeta().name("default"))).execute();
    Foreign.must(new VersionApi().getCode().execute().getMajor().equals("1"), "a version");
    patches(client, core);
    applies(client, core);
    pages(core);
    deployments(client);
    List<String> found = custom(client);
    elected();
    return "[" + Foreign.told(refusals(core)) + "," + Foreign.told(found) + "]";
  }

  static V1ConfigMap patch(ApiClient client, CoreV1Api core, String name, String type, String body) throws Exception {
    return PatchUtils.patch(V1ConfigMap.class, () -> core.patchNamespacedConfigMap(name, "off", new V1Patch(body)).buildCall(null), type, client);
  }

  static void patches(ApiClient client, CoreV1Api core) throws Exception {
    core.createNamespacedConfigMap("off", map("m", new HashMap<>(Map.of("a", "1", "b", "2")))).fieldManager("java").execute();
    patch(client, core, "m", V1Patch.PATCH_FORMAT_JSON_MERGE_PATCH, "{\"data\":{\"a\":null,\"c\":\"3\"}}");
    patch(client, core, "m", V1Patch.PATCH_FORMAT_STRATEGIC_MERGE_PATCH, "{\"metadata\":{\"labels\":{\"of\":\"java\"}}}");
    V1ConfigMap patched = patch(client, core, "m", V1Patch.PATCH_FORMAT_JSON_PATCH, "[{\"op\":\"move\",\"from\":\"/data/c\",\"path\":\"/data/d\"}]");
    Foreign.must(patched.getData().keySet().equals(Set.of("b", "d")), "the patches did what they say");
    patched.getData().put("e", "5");
    Foreign.must(core.replaceNamespacedConfigMap("m", "off", patched).execute().getData().size() == 3, "replaced");
    core.replaceNamespacedConfigMap("m", "off", map("m", Map.of())).dryRun("All").execute();
    Foreign.must(core.readNamespacedConfigMap("m", "off").execute().getData().size() == 3, "a dry run changes nothing");
    V1Status gone = core.deleteNamespacedConfigMap("m", "off").execute();
    Foreign.must("Success".equals(gone.getStatus()) && "m".equals(gone.getDetails().getName()), "deleted");
  }

  static void applies(ApiClient client, CoreV1Api core) throws Exception {
    apply(client, core, "one", false, "{\"a\":\"1\",\"b\":\"1\"}");
    try {
      apply(client, core, "two", false, "{\"a\":\"2\"}");
      throw new AssertionError("no conflict");
    } catch (ApiException refused) {
      Foreign.must(refused.getCode() == 409 && refused.getResponseBody().contains("FieldManagerConflict"), "a conflict");
    }
    Foreign.must(apply(client, core, "two", true, "{\"a\":\"2\"}").getData().equals(Map.of("a", "2", "b", "1")), "forced");
  }

  static V1ConfigMap apply(ApiClient client, CoreV1Api core, String manager, boolean force, String data) throws ApiException {
    String body = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"applied\"},\"data\":" + data + "}";
    return PatchUtils.patch(V1ConfigMap.class, () -> core.patchNamespacedConfigMap("applied", "off", new V1Patch(body)).fieldManager(manager).force(force).buildCall(null), V1Patch.PATCH_FORMAT_APPLY_YAML, client);
  }

  static void pages(CoreV1Api core) throws Exception {
    for (int number = 0; number < 25; number++)
      core.createNamespacedSecret("off", new V1Secret().metadata(new V1ObjectMeta().name("s-" + number).putLabelsItem("odd", String.valueOf(number % 2))).putStringDataItem("k", "v")).execute();
    Set<String> seen = new HashSet<>();
    String next = null;
    do {
      V1SecretList page = core.listNamespacedSecret("off").limit(10)._continue(next).execute();
      page.getItems().forEach(one -> seen.add(one.getMetadata().getName() + new String(one.getData().get("k"))));
      next = page.getMetadata().getContinue();
    } while (next != null && !next.isEmpty());
    Foreign.must(seen.size() == 25 && seen.contains("s-3v"), "all pages together are all");
    core.deleteCollectionNamespacedSecret("off").labelSelector("odd=1").execute();
    Foreign.must(core.listNamespacedSecret("off").execute().getItems().size() == 13, "a selection deleted");
  }

  static void deployments(ApiClient client) throws Exception {
    AppsV1Api apps = new AppsV1Api();
    V1Deployment web = new V1Deployment().metadata(new V1ObjectMeta().name("web")).spec(new V1DeploymentSpec().replicas(1)
        .selector(new V1LabelSelector().putMatchLabelsItem("app", "web"))
        .template(new V1PodTemplateSpec().metadata(new V1ObjectMeta().putLabelsItem("app", "web"))
            .spec(new V1PodSpec().addContainersItem(new V1Container().name("web").image("web:1").resources(new V1ResourceRequirements().putLimitsItem("cpu", Quantity.fromString("100m")))))));
    apps.createNamespacedDeployment("off", web).execute();
    V1Scale scale = apps.readNamespacedDeploymentScale("web", "off").execute();
    scale.getSpec().setReplicas(3);
    Foreign.must(apps.replaceNamespacedDeploymentScale("web", "off", scale).execute().getSpec().getReplicas() == 3, "scaled");
    V1Deployment now = apps.readNamespacedDeploymentStatus("web", "off").execute();
    now.setStatus(new V1DeploymentStatus().replicas(2));
    now = apps.replaceNamespacedDeploymentStatus("web", "off", now).execute();
    Foreign.must(now.getStatus().getReplicas() == 2 && now.getMetadata().getGeneration() == 2, "a status, no generation");
    apps.deleteNamespacedDeployment("web", "off").propagationPolicy("Orphan").execute();
  }

  static List<String> custom(ApiClient client) throws Exception {
    // Sent as the client writes it, with an empty list for each that is not set; its own type lacks what 1.36 answers (status.observedGeneration).
    V1CustomResourceDefinition definition = (V1CustomResourceDefinition) Yaml.load(Fabric8.DEFINITION);
    var definitions = new DynamicKubernetesApi("apiextensions.k8s.io", "v1", "customresourcedefinitions", client);
    var defined = definitions.create(new DynamicKubernetesObject(com.google.gson.JsonParser.parseString(JSON.serialize(definition)).getAsJsonObject()));
    Foreign.must(defined.isSuccess() || defined.getHttpStatusCode() == 409, "defined: " + defined.getStatus());
    var objects = new CustomObjectsApi();
    Object made = objects.createNamespacedCustomObject("java.example", "v1", "off", "wishes", Map.of("apiVersion", "java.example/v1", "kind", "Wish", "metadata", Map.of("name", "tea"), "spec", Map.of("of", "tea"))).execute();
    Foreign.must(made.toString().contains("replicas=0"), "defaults are set: " + made);
    var four = List.of(Map.of("op", "replace", "path", "/spec/replicas", "value", 4));
    PatchUtils.patch(Object.class, () -> objects.patchNamespacedCustomObjectScale("java.example", "v1", "off", "wishes", "tea", four).buildCall(null), V1Patch.PATCH_FORMAT_JSON_PATCH, client);
    var api = new DynamicKubernetesApi("java.example", "v1", "wishes", client);
    DynamicKubernetesObject tea = api.get("off", "tea").throwsApiException().getObject();
    Foreign.must(tea.getRaw().getAsJsonObject("spec").get("replicas").getAsInt() == 4, "scaled");
    Set<Discovery.APIResource> all = new Discovery(client).findAll();
    return all.stream().filter(one -> one.getGroup().equals("java.example")).map(one -> one.getKind() + " " + one.getResourcePlural() + " " + one.getNamespaced() + " " + new TreeSet<>(one.getSubResources())).collect(Collectors.toList());
  }

  static void elected() throws Exception {
    List<String> leaders = new CopyOnWriteArrayList<>();
    List<LeaderElector> electors = new ArrayList<>();
    for (String who : List.of("one", "two")) {
      var config = new LeaderElectionConfig(new LeaseLock("off", "java", who), Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofMillis(200));
      LeaderElector elector = new LeaderElector(config);
      electors.add(elector);
      Thread thread = new Thread(() -> elector.run(() -> leaders.add(who), () -> {}));
      thread.setDaemon(true);
      thread.start();
      if (who.equals("one")) Foreign.until("one leads", () -> leaders.size() == 1);
    }
    electors.get(0).close();
    Foreign.until("two leads after it", () -> leaders.equals(List.of("one", "two")));
    electors.get(1).close();
  }

  static List<String> refusals(CoreV1Api core) throws Exception {
    V1ConfigMap stale = core.readNamespacedConfigMap("applied", "off").execute();
    stale.getMetadata().setResourceVersion("1");
    V1Pod pod = new V1Pod().metadata(new V1ObjectMeta().name("Bad_Name")).spec(new V1PodSpec().addContainersItem(new V1Container().name("a")));
    return List.of(
        refused(() -> core.readNamespacedConfigMap("nothing", "off").execute()),
        refused(() -> core.createNamespacedConfigMap("off", map("applied", Map.of())).execute()),
        refused(() -> core.replaceNamespacedConfigMap("applied", "off", stale).execute()),
        refused(() -> core.createNamespacedPod("off", pod).execute()),
        refused(() -> core.createNamespacedConfigMap("off", map("x", Map.of("bad key", "v"))).execute()),
        refused(() -> core.listNamespacedConfigMap("off").limit(1)._continue("nonsense").execute()));
  }

  static String refused(Callable<?> asked) throws Exception {
    try {
      return "not refused: " + asked.call();
    } catch (ApiException error) {
      V1Status status = JSON.deserialize(error.getResponseBody(), V1Status.class);
      var causes = status.getDetails() == null || status.getDetails().getCauses() == null ? List.<V1StatusCause>of() : status.getDetails().getCauses();
      var fields = causes.stream().map(cause -> cause.getReason() + " " + cause.getField()).sorted().collect(Collectors.joining(", "));
      return (error.getCode() + " " + status.getReason() + " " + fields).trim();
    }
  }

  static String inside() throws Exception {
    ApiClient client = ClientBuilder.cluster().build();
    Configuration.setDefaultApiClient(client);
    var user = new AuthenticationV1Api().createSelfSubjectReview(new V1SelfSubjectReview()).execute().getStatus().getUserInfo();
    CoreV1Api core = new CoreV1Api();
    return Foreign.told(user.getUsername(), core.listNamespacedPod("team").execute().getItems().size() > 0, refused(() -> core.listNamespacedSecret("team").execute()));
  }
}

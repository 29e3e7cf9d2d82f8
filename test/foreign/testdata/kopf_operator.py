"""An operator as a user of kopf writes one: every Widget gets a ConfigMap of its size, and leaves one behind when it goes."""
import kopf
import kubernetes

kubernetes.config.load_kube_config()
core = kubernetes.client.CoreV1Api()


@kopf.on.create("shop.example", "v1", "widgets")
def made(spec, name, namespace, **_):
    body = {"metadata": {"name": f"{name}-made"}, "data": {"size": str(spec["size"])}}
    kopf.adopt(body)
    core.create_namespaced_config_map(namespace, body)
    return {"configmap": f"{name}-made"}


@kopf.on.update("shop.example", "v1", "widgets", field="spec.size")
def resized(old, new, body, name, namespace, **_):
    core.patch_namespaced_config_map(f"{name}-made", namespace, {"data": {"size": str(new)}})
    kopf.info(body, reason="Resized", message=f"{old} to {new}")


@kopf.on.delete("shop.example", "v1", "widgets")
def gone(name, namespace, **_):
    core.create_namespaced_config_map(namespace, {"metadata": {"name": f"{name}-gone"}})


@kopf.timer("shop.example", "v1", "widgets", interval=0.2)
def tick(patch, status, **_):
    patch.status["ticks"] = status.get("ticks", 0) + 1

/**
 * What kubectl prints of both servers, line by line: the sessions of test/kubectl as far as they need no running pods, and more that every kind is asked.
 * KUBECTL names the program (kubectl), SESSIONS some of the sessions. Longer ones are in sessions/ (kubectl-sessions.mjs).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shells } from './shells.mjs'

const tree = fileURLToPath(new URL('../../../', import.meta.url))
const chosen = process.env['SESSIONS']?.split(',')

/** Nothing of it can end where no pods run. */
const needsPods =
  /rollout status|\bwait\b|\blogs\b|\bexec\b|\battach\b|port-forward|kubectl cp|kubectl debug|kubectl proxy| -w\b|--watch|drain|kubectl top|config |sleep|for i in/

const more = [
  'kubectl api-resources -o wide',
  'kubectl api-resources --namespaced=false -o name',
  'kubectl api-resources --categories=all',
  'kubectl api-resources --sort-by=kind',
  'kubectl api-versions',
  'kubectl auth whoami',
  'kubectl auth whoami -o json',
  'kubectl auth can-i --list',
  'kubectl auth can-i create pods --as=jane',
  'kubectl auth can-i --list --as=jane',
  'kubectl auth can-i get pods/none',
  'kubectl auth can-i get nothings',
  'kubectl cluster-info',
  'kubectl get --raw /version | grep -v build',
  'kubectl get nothing',
  'kubectl get pods/x deploy/y',
  'kubectl get pods,services,configmaps -n none',
  'kubectl describe pod none',
  'kubectl top nodes',
  'kubectl top pods',
  'kubectl get all -A',
  'kubectl get apiservices',
  'kubectl get flowschemas',
  'kubectl get prioritylevelconfigurations',
  'kubectl get priorityclasses',
  'kubectl get clusterroles',
  'kubectl get clusterrolebindings -o wide',
  'kubectl get roles,rolebindings -A -o wide',
  'kubectl get servicecidrs,ipaddresses',
  'kubectl get cm -A',
  'kubectl describe clusterrole view',
  'kubectl describe clusterrolebinding cluster-admin',
  'kubectl describe ns kube-system',
  'kubectl describe priorityclass system-node-critical',
  'kubectl describe svc kubernetes',
  'kubectl describe flowschema exempt',
  'kubectl describe apiservice v1.apps',
  'kubectl get ns default -o yaml',
  'kubectl get svc kubernetes -o yaml',
  'kubectl get endpointslice kubernetes -o yaml',
  'kubectl get pods --field-selector=none=x',
  "kubectl get pods -l '!'",
  'kubectl create ns compared',
  'kubectl -n compared create cm a --from-literal=x=1',
  'kubectl -n compared create cm a --from-literal=x=1',
  'kubectl -n compared create cm B --from-literal=x=1',
  'kubectl -n compared create secret generic s --from-literal=x=1 --dry-run=server -o yaml',
  'kubectl -n compared create deployment web --image=i --replicas=2 --port=80 -o yaml --dry-run=server',
  'kubectl -n compared create deployment web --image=i --replicas=2 --port=80',
  'kubectl -n compared create job j --image=i -o yaml --dry-run=server',
  'kubectl -n compared create cronjob c --image=i --schedule="* * * * *" -o yaml --dry-run=server',
  'kubectl -n compared create cronjob c --image=i --schedule="x" --dry-run=server',
  'kubectl -n compared create cronjob c --image=i --schedule="0 0 1 1 *"',
  'kubectl -n compared create job from --from=cronjob/c',
  'kubectl -n compared create quota q --hard=pods=3,cpu=1',
  'kubectl -n compared create quota bad --hard=pods=x',
  'kubectl -n compared create pdb p --selector=app=web --min-available=1 -o yaml --dry-run=server',
  'kubectl -n compared create ingress i --rule=a.example/x*=web:80 -o yaml --dry-run=server',
  'kubectl -n compared create role r --verb=get --resource=pods -o yaml --dry-run=server',
  'kubectl -n compared create rolebinding rb --role=r --user=u -o yaml --dry-run=server',
  'kubectl create clusterrole cr --verb=get --non-resource-url=/x -o yaml --dry-run=server',
  'kubectl create priorityclass pc --value=10 -o yaml --dry-run=server',
  'kubectl -n compared create sa robot',
  'kubectl -n compared create token robot --duration=10m | cut -c1-2',
  'kubectl -n compared create token none',
  'kubectl -n compared create service nodeport np --tcp=80 -o yaml --dry-run=server',
  'kubectl -n compared create service externalname en --external-name=a.example',
  'kubectl -n compared expose deployment web --port=80 --target-port=8080',
  'kubectl -n compared expose deployment web --port=80',
  'kubectl -n compared autoscale deployment web --max=3',
  'kubectl -n compared set image deploy/web i=j',
  'kubectl -n compared set image deploy/web i=j',
  'kubectl -n compared set resources deploy/web --limits=cpu=1 -o yaml --dry-run=server',
  'kubectl -n compared set env deploy/web A=b',
  'kubectl -n compared set env deploy/web --list',
  'kubectl -n compared set serviceaccount deploy/web robot',
  'kubectl -n compared set selector svc/web app=other',
  'kubectl -n compared rollout history deploy/web',
  'kubectl -n compared rollout pause deploy/web',
  'kubectl -n compared rollout pause deploy/web',
  'kubectl -n compared rollout resume deploy/web',
  'kubectl -n compared rollout restart deploy/web',
  'kubectl -n compared rollout undo deploy/web --to-revision=99',
  'kubectl -n compared scale deploy/web --replicas=-1',
  'kubectl -n compared label deploy/web a=b',
  'kubectl -n compared label deploy/web a=c',
  'kubectl -n compared label deploy/web a=-',
  'kubectl -n compared annotate deploy/web a=b',
  'kubectl -n compared annotate deploy/web a=c --overwrite',
  'kubectl -n compared annotate deploy/web "a b=c"',
  `kubectl -n compared patch deploy/web -p '{"spec":{"replicas":1}}'`,
  `kubectl -n compared patch deploy/web -p '{"spec":{"replicas":1}}'`,
  `kubectl -n compared patch deploy/web -p '{"spec":{"replicas":"x"}}'`,
  `kubectl -n compared patch deploy/web --type=json -p '[{"op":"remove","path":"/none"}]'`,
  `kubectl -n compared patch deploy/web --type=json -p '[{"op":"test","path":"/spec/replicas","value":9}]'`,
  `kubectl -n compared patch deploy/web --type=merge -p '{"spec":{"selector":{"matchLabels":{"x":"y"}}}}'`,
  'kubectl -n compared get deploy web -o jsonpath={.spec.replicas}',
  'kubectl -n compared get deploy,svc,hpa,cj,quota,sa,secret -o wide',
  'kubectl -n compared describe deploy web',
  'kubectl -n compared describe svc web',
  'kubectl -n compared describe hpa web',
  'kubectl -n compared describe quota q',
  'kubectl -n compared describe cj c',
  'kubectl -n compared describe job from',
  'kubectl -n compared describe sa robot',
  'kubectl -n compared get deploy web -o yaml --show-managed-fields',
  'kubectl -n compared get cm a -o yaml | kubectl replace -f -',
  'kubectl -n compared get cm a -o yaml | sed "s/resourceVersion: .*/resourceVersion: \\"1\\"/" | kubectl replace -f -',
  'kubectl -n compared get cm a -o yaml | sed "s/x: .*/x: \\"2\\"/" | kubectl diff -f - | tail -n +3',
  'kubectl -n compared get cm a -o yaml | kubectl apply -f -',
  'kubectl -n compared get cm a -o yaml | kubectl apply --server-side -f -',
  'kubectl -n compared get cm a -o yaml | sed "s/x: .*/x: \\"3\\"/;/managedFields/,$!b" | kubectl apply --server-side -f - --field-manager=other',
  'kubectl -n compared delete cm none',
  'kubectl -n compared delete cm a --dry-run=server',
  'kubectl -n compared delete cm,svc --all',
  'kubectl certificate approve none',
  'kubectl cordon none',
  'kubectl taint nodes none a=b:NoSchedule',
  'kubectl get events -n compared -o name | wc -l | sed s/.*/counted/',
  'kubectl delete ns compared --wait=false',
  'kubectl delete ns none',
  'kubectl delete ns default',
  'kubectl replace --raw /api/v1/namespaces/none -f /dev/null',
  'kubectl create -f /dev/null',
  `echo '{"apiVersion":"v1","kind":"Nothing"}' | kubectl apply -f -`,
  `echo '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"dat":{}}' | kubectl apply -f -`,
  `echo '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"dat":{}}' | kubectl apply --validate=warn --dry-run=server -f -`,
  `echo '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x"},"spec":{}}' | kubectl create -f - 2>&1 | cut -c1-50`,
]

function commandsOf(session) {
  const text = readFileSync(join(tree, 'test/kubectl', session), 'utf8')
  return text.split('\n').flatMap((line) => (line.startsWith('$ ') && !needsPods.test(line) ? [line.slice(2)] : []))
}

export default async function compareKubectl(twins) {
  twins.known.push(
    [/no operator answers/, 'said where nothing acts'],
    [/rejected our request due to an error in our request/, 'we say which'],
    [/manager: (kube-|serviceaccount|operon|deployment|disruption)/, 'who keeps what'],
  )
  const ask = shells(twins, join(tree, 'test/kubectl'))
  const sessions = readdirSync(join(tree, 'test/kubectl')).filter((name) => name.endsWith('.session'))
  for (const session of sessions) {
    if (chosen && !chosen.includes(session.replace('.session', ''))) continue
    console.log(`--- ${session}`)
    for (const command of commandsOf(session)) await ask(command)
  }
  if (chosen && !chosen.includes('more')) return
  console.log('--- more')
  for (const command of more) await ask(command)
  const { json } = await twins.operon.ask({ path: '/apis' })
  const groupVersions = ['v1', ...json.groups.flatMap(({ versions }) => versions.map((each) => each.groupVersion))]
  for (const groupVersion of groupVersions) {
    const root = groupVersion === 'v1' ? '/api/v1' : `/apis/${groupVersion}`
    const { json: list } = await twins.operon.ask({ path: root })
    for (const { name } of list.resources.filter((each) => !each.name.includes('/')))
      await ask(
        `kubectl explain --recursive ${name} --api-version=${groupVersion} | grep -P '^(GROUP|KIND|VERSION|FIELDS|FIELD| +\\S+\\t<)'`,
      )
  }
}

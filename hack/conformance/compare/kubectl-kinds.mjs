/**
 * What kubectl makes of real projects' definitions and samples (REAL as in real-kinds.mjs): each definition applied, explained, listed; each sample created, applied by client and by server, changed, edited, deleted.
 * ONLY is a pattern of their names; SAMPLES how many of each kind (1).
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dump } from 'js-yaml'
import { shells } from './shells.mjs'

const read = (name) => JSON.parse(readFileSync(`${process.env.REAL}/${name}.json`, 'utf8')).map(({ d }) => d)
const only = new RegExp(process.env['ONLY'] ?? '')
const most = Number(process.env['SAMPLES']) || 1

export default async function compareRealKinds(twins) {
  twins.known.push(
    [/^Warning: unrecognized format/, 'upstream tells it of definitions alone'],
    [/^ *Observed Generation:/, 'what the issue asks beyond upstream'],
    [/some validation rules were not checked|the rules of the schema have not been asked/, 'in our own words'],
    [/Standard object|metadata: name, labels|objects have|#metadata$/, 'descriptions in our own words'],
    [/^The request is invalid: patch:/, 'shows the whole object, its members in another order'],
    [/failed to create typed patch object/, '400 here, 500 upstream'],
  )
  const folder = mkdtempSync(join(tmpdir(), 'kinds-'))
  const ask = shells(twins, folder)
  await ask('kubectl create ns real; kubectl config set-context --current --namespace=real')
  const samples = read('samples')
  for (const definition of read('definitions')) {
    const { metadata, spec } = definition
    if (!only.test(metadata.name)) continue
    const mine = samples.filter(
      ({ apiVersion, kind }) => apiVersion.split('/')[0] === spec.group && kind === spec.names.kind,
    )
    writeFileSync(join(folder, 'definition.yaml'), dump({ ...definition, spec: { ...spec, conversion: undefined } }))
    await askDefinition(ask, { ...spec, name: metadata.name })
    for (const [at, sample] of mine.slice(0, most).entries()) {
      const { namespace: _, ...rest } = sample.metadata
      writeFileSync(join(folder, 'sample.yaml'), dump({ ...sample, metadata: { ...rest, name: `it-${at}` } }))
      await askSample(ask, `${spec.names.plural}.${sample.apiVersion.split('/')[1]}.${spec.group}/it-${at}`)
    }
    await ask(`kubectl delete crd ${metadata.name}; kubectl get ${metadata.name}`)
  }
  await ask('kubectl delete ns real')
}

async function askDefinition(ask, { name, group, names, versions }) {
  await ask('kubectl create -f definition.yaml --dry-run=server -o name')
  await ask(
    `kubectl apply --server-side -f definition.yaml; until kubectl wait --for=condition=Established crd/${name} >/dev/null 2>&1; do sleep .2; done; sleep 2`,
  )
  await ask(`kubectl apply --server-side -f definition.yaml; kubectl diff --server-side -f definition.yaml`)
  await ask(`kubectl api-resources --api-group=${group} -o wide; kubectl get crd ${name} -o wide`)
  for (const version of versions.filter(({ served }) => served)) {
    const at = `${names.plural} --api-version=${group}/${version.name}`
    await ask(
      `kubectl explain ${at} --recursive; kubectl explain ${at}; kubectl explain ${names.plural}.spec --api-version=${group}/${version.name}`,
    )
  }
  for (const short of names.shortNames ?? []) await ask(`kubectl get ${short}`)
  for (const category of names.categories ?? []) await ask(`kubectl get ${category} -o name`)
}

async function askSample(ask, at) {
  await ask('kubectl diff -f sample.yaml | grep -v -e "^diff" -e "^[-+][-+][-+] "')
  await ask('kubectl create -f sample.yaml --save-config; kubectl create -f sample.yaml; kubectl apply -f sample.yaml')
  await ask(`kubectl get ${at} -o yaml --show-managed-fields; kubectl get ${at} -o wide; kubectl describe ${at}`)
  await ask(
    'kubectl apply --server-side -f sample.yaml; kubectl apply --server-side -f sample.yaml --field-manager=kubectl',
  )
  await ask('sed "s/^spec:/spec:\\n  nobodyKnows: 1/" sample.yaml | kubectl apply -f -')
  await ask('sed "s/^spec:/spec:\\n  nobodyKnows: 1/" sample.yaml | kubectl apply --server-side -f - | cut -c1-80')
  await ask(`kubectl label ${at} a=b; kubectl annotate ${at} a=b; kubectl patch ${at} --type=merge -p '{"spec":null}'`)
  await ask(
    `kubectl patch ${at} --type=merge -p '{"spec":[]}'; kubectl patch ${at} --subresource=status --type=merge -p '{"status":{}}'`,
  )
  await ask(`EDITOR='sed -i /a:.b/d' kubectl edit ${at}; kubectl get ${at} -o yaml | kubectl replace -f -`)
  await ask(`kubectl get ${at} -o yaml --show-managed-fields`)
  await ask(`kubectl delete -f sample.yaml --cascade=foreground; kubectl get ${at}`)
}

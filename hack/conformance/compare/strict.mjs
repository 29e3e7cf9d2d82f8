/** What is said of unknown and repeated fields: order, paths and how many, under each fieldValidation, of JSON and YAML bodies, patches of each sort and applies, of workloads and of people's own kinds. */
import { dump } from 'js-yaml'
import { apart, patchTypes, place, webSpec, yaml } from './writing.mjs'

const levels = ['', 'Ignore', 'Warn', 'Strict']

/** Texts of JSON, and where they stand. `NAME` is the object's. */
const bodies = (head) => {
  const object = (spec, more = '') => `{${head},"metadata":{"name":"NAME"},"spec":${spec}${more}}`
  const pods = (container, pod = '') =>
    `{"replicas":1,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[${container}]${pod}}}}`
  const main = '"name":"web","image":"web:1"'
  return {
    'unknown at the top': object(pods(`{${main}}`), ',"what":1'),
    'unknown in metadata': `{${head},"metadata":{"name":"NAME","what":1,"labels":{"a":"b","a":"c"}},"spec":${pods(`{${main}}`)}}`,
    'unknown in a list': object(
      pods(`{${main},"what":1,"ports":[{"containerPort":80,"odd":1},{"containerPort":81,"odd":2}]}`),
    ),
    'repeated at the top': object(pods(`{${main}}`), ',"kind":"Deployment"'),
    'repeated in a list': object(pods(`{${main},"image":"b","image":"c"}`)),
    'repeated spec': object(pods(`{${main}}`), `,"spec":${pods(`{${main}}`)}`),
    'both, in some order': object(
      pods(`{"zz":1,${main},"aa":1,"image":"b"}`, ',"zz":1,"aa":2,"nodeName":"a","nodeName":"b"'),
      ',"zz":1,"aa":2',
    ),
    'wrong case': object(pods(`{${main},"Image":"x","imagepullpolicy":"Always"}`)),
    'null unknown': object(pods(`{${main},"what":null,"other":{},"third":[]}`)),
    'deep in the unknown': object(pods(`{${main},"what":{"a":1,"a":2,"b":{"c":1,"c":2}}}`)),
    'repeated unknown': object(pods(`{${main},"what":1,"what":2}`)),
    'repeated in a map': object(
      pods(`{${main},"resources":{"limits":{"cpu":"1","cpu":"2"}}}`, ',"nodeSelector":{"a":"b","a":"c"}'),
    ),
    'dots and slashes': object(pods(`{${main},"a.b/c":1,"[0]":1,"":1,"a\\"b":1,"ä":1}`)),
    many: object(pods(`{${main}${Array.from({ length: 120 }, (_, at) => `,"odd${at}":1`).join('')}}`)),
    'many repeated': object(pods(`{${main}${Array.from({ length: 120 }, () => ',"image":"b"').join('')}}`)),
    long: object(pods(`{${main},"${'x'.repeat(5000)}":1}`)),
    'unknown and wrong': object(pods(`{${main},"what":1,"ports":"x"}`)),
    'unknown and invalid': object(pods(`{${main},"what":1,"ports":[{"containerPort":-1}]}`)),
  }
}

const yamls = (head) => {
  const start = `${head}\nmetadata:\n  name: NAME\n`
  const spec =
    'spec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n      - name: web\n        image: web:1\n'
  return {
    unknown: `${start}${spec}        what: 1\n        ports:\n        - containerPort: 80\n          odd: 1\n`,
    repeated: `${start}${spec}        image: b\n`,
    'repeated twice': `${start}${spec}        image: b\n        image: c\n        name: d\nkind: Deployment\n`,
    'repeated and unknown': `${start}${spec}        image: b\n        what: 1\nmore: {a: 1, a: 2}\n`,
    flow: `${start}${spec}        resources: {limits: {cpu: 1, cpu: 2}}\n`,
    'repeated spec': `${start}${spec}${spec}`,
    quoted: `${start}${spec}        "image": b\n        'na\\tme': 1\n`,
    merged: `${start}${spec}        env: [&a {name: x}, {<<: *a, value: y}]\n`,
    'number as key': `${start}${spec}        1: b\n        true: c\n        null: d\n`,
  }
}

export default async function strict(twins) {
  const name = apart('strict')
  await place(twins, name)
  await definition(twins, name)
  const ask = (method, path, more, note) => twins.ask({ method, path, ...more }, { note })
  const apps = `/apis/apps/v1/namespaces/${name}/deployments`
  const own = `/apis/${name}.example.com/v1/namespaces/${name}/things`
  for (const [path, kind] of [
    [apps, '"apiVersion":"apps/v1","kind":"Deployment"'],
    [own, `"apiVersion":"${name}.example.com/v1","kind":"Thing"`],
  ]) {
    const plain = { metadata: { name: 'here' }, spec: webSpec }
    const standing = JSON.parse(`{${kind},"rest":0}`)
    await ask('POST', path, { body: { ...standing, rest: undefined, ...plain } }, 'made')
    const head = kind.replaceAll('"', '').replaceAll(',', '\n').replaceAll(':', ': ')
    for (const level of levels) {
      const query = `dryRun=All${level ? `&fieldValidation=${level}` : ''}`
      for (const [what, text] of Object.entries(bodies(kind))) {
        const note = `${level} ${what}`
        await ask('POST', `${path}?${query}`, { body: text.replace('NAME', 'new') }, note)
        const body = text.replace('NAME', 'here')
        await ask('PUT', `${path}/here?${query}`, { body }, note)
        for (const type of ['merge', 'strategic', 'apply'])
          await ask(
            'PATCH',
            `${path}/here?${query}${type === 'apply' ? '&fieldManager=me&force=true' : ''}`,
            { body, headers: patchTypes[type] },
            `${type} ${note}`,
          )
        await ask(
          'PATCH',
          `${path}/new?${query}&fieldManager=me`,
          { body: text.replace('NAME', 'new'), headers: patchTypes.apply },
          `apply new ${note}`,
        )
      }
      for (const [what, text] of Object.entries(yamls(head))) {
        const note = `${level} YAML ${what}`
        await ask('POST', `${path}?${query}`, { body: text.replace('NAME', 'new'), headers: yaml }, note)
        await ask('PUT', `${path}/here?${query}`, { body: text.replace('NAME', 'here'), headers: yaml }, note)
        await ask(
          'PATCH',
          `${path}/here?${query}&fieldManager=me&force=true`,
          { body: text.replace('NAME', 'here'), headers: patchTypes.apply },
          `apply ${note}`,
        )
      }
      const containers = '/spec/template/spec/containers/0'
      for (const body of [
        [{ op: 'add', path: `${containers}/what`, value: 1 }],
        [
          { op: 'add', path: '/what', value: 1 },
          { op: 'add', path: '/spec/what', value: { a: 1 } },
        ],
        [{ op: 'add', path: `${containers}/what`, value: 1, more: 2 }],
        `[{"op":"add","op":"add","path":"${containers}/image","value":"b"}]`,
        `[{"op":"add","path":"${containers}/resources","value":{"limits":{"cpu":"1"},"limits":{"cpu":"2"}}}]`,
        [
          { op: 'add', path: '/metadata/what', value: 1 },
          { op: 'remove', path: '/metadata/what' },
        ],
      ])
        await ask(
          'PATCH',
          `${path}/here?${query}`,
          { body, headers: patchTypes.json },
          `${level} ${JSON.stringify(body)}`,
        )
      for (const status of [
        `{${kind},"metadata":{"name":"here"},"status":{"what":1,"replicas":1,"replicas":2},"more":1}`,
      ])
        for (const type of ['merge', 'apply'])
          await ask(
            'PATCH',
            `${path}/here/status?${query}${type === 'apply' ? '&fieldManager=me' : ''}`,
            { body: status, headers: patchTypes[type] },
            `${level} status ${type}`,
          )
    }
  }
}

async function definition(twins, name) {
  const group = `${name}.example.com`
  const container = {
    type: 'object',
    properties: {
      name: { type: 'string' },
      image: { type: 'string' },
      ports: { type: 'array', items: { type: 'object', properties: { containerPort: { type: 'integer' } } } },
      resources: { type: 'object', additionalProperties: { type: 'object', additionalProperties: { type: 'string' } } },
      env: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string' }, value: { type: 'string' } } },
      },
    },
  }
  const strings = { type: 'object', additionalProperties: { type: 'string' } }
  const pod = {
    type: 'object',
    properties: {
      containers: { type: 'array', items: container },
      nodeSelector: strings,
      nodeName: { type: 'string' },
    },
  }
  const spec = {
    type: 'object',
    properties: {
      replicas: { type: 'integer' },
      selector: { type: 'object', properties: { matchLabels: strings } },
      template: {
        type: 'object',
        properties: { metadata: { type: 'object', properties: { labels: strings } }, spec: pod },
      },
    },
  }
  const status = { type: 'object', properties: { replicas: { type: 'integer' } } }
  const schema = { openAPIV3Schema: { type: 'object', properties: { spec, status } } }
  await twins.ask({
    method: 'POST',
    path: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
    headers: yaml,
    body: dump({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `things.${group}` },
      spec: {
        group,
        scope: 'Namespaced',
        names: { plural: 'things', kind: 'Thing' },
        versions: [{ name: 'v1', served: true, storage: true, schema, subresources: { status: {} } }],
      },
    }),
  })
  await new Promise((resolve) => setTimeout(resolve, 2000))
}

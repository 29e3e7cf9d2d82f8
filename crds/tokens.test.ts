/** The generated kind tokens and types, as operators use them. */
import { expect } from 'chai'
import { apiVersionOf, type KindToken, type KubeObject, objectKey, resourcePath } from '../core/meta/index.js'
import { builtInKinds, type Container, Deployment, Event, EventsEvent, HorizontalPodAutoscaler, Pod } from './generated/tokens.js'

describe('kind tokens', () => {
  it('name what is served', () => {
    expect(resourcePath(Deployment, { namespace: 'default', name: 'web' })).to.equal('/apis/apps/v1/namespaces/default/deployments/web')
    expect(apiVersionOf(HorizontalPodAutoscaler)).to.equal('autoscaling/v2')
    expect([Event.group, EventsEvent.group]).to.deep.equal(['', 'events.k8s.io'])
    expect(builtInKinds).to.include(Pod).and.to.have.length(68)
  })

  it('carry types that are objects to every function that takes one', () => {
    const container: Container = { name: 'web', image: 'nginx', ports: [{ containerPort: 80 }] }
    const pod: Pod = { metadata: { namespace: 'default', name: 'web' }, spec: { containers: [container], restartPolicy: 'Always' } }
    const asObject: KubeObject = pod
    const generic = <T extends KubeObject>(kind: KindToken<T>, object: T) => `${kind.kind} ${objectKey(object)}`
    expect(generic(Pod, pod)).to.equal('Pod default/web')
    expect(objectKey(asObject)).to.equal('default/web')
  })
})

/** The kubelet process: the pods of this machine, over a container runtime. */
import { Client } from '../../client/index.js'
import { runChild } from './child.js'
import { type NodeConfiguration, runNode } from './node-work.js'

void runChild<NodeConfiguration>((configuration, { port, ...world }) =>
  runNode(configuration, {
    ...world,
    installer: new Client(port.transport(), { userAgent: 'operon' }),
    clientOf: (name) => new Client(port.transport(name), { userAgent: name }),
  }),
)

/** The operators process: every operator but the kubelet, each under its own identity. */
import { Client } from '../../client/index.js'
import { runChild } from './child.js'
import { type OperatorsConfiguration, runOperators } from './operators-work.js'

void runChild<OperatorsConfiguration>((configuration, { port, ...world }) =>
  runOperators(configuration, {
    ...world,
    installer: new Client(port.transport(), { userAgent: 'operon' }),
    clientOf: (name) => new Client(port.transport(name), { userAgent: name }),
  }),
)

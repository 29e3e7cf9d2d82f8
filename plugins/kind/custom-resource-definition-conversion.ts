/** What the conversion of a definition must be like. */
import type { CustomResourceDefinition } from '../../crds/generated/tokens.js'
import { dns1035LabelErrors, type StatusCause } from '../../core/meta/index.js'
import type { KindContext } from '../../core/registry/contract.js'
import { forbidden, invalid, required, unsupported } from './causes.js'
import { holdsCertificate } from './rules/certificate-form.js'
import { ofPorts } from './rules/names.js'
import { webhookPathErrors } from './webhook-path.js'
import { webhookUrlErrors } from './webhook-url.js'
import { repeated } from './repeated.js'

type Spec = CustomResourceDefinition['spec']
type ClientConfig = NonNullable<NonNullable<NonNullable<Spec['conversion']>['webhook']>['clientConfig']>

const path = 'spec.conversion'

/** Steps, or the function of a package. */
const annotations = ['operon.dev/conversion', 'operon.dev/conversion-function'] as const

export function conversionErrors(
  { spec, metadata }: CustomResourceDefinition,
  old: CustomResourceDefinition | undefined,
  context: Pick<KindContext, 'conversionErrors'>,
): StatusCause[] {
  const [steps, named] = annotations.map((each) => metadata.annotations?.[each])
  const causes = strategyErrors(spec, old)
  if (steps === undefined && named === undefined) return causes
  const [field, other] = annotations.map((each) => `metadata.annotations[${each}]`) as [string, string]
  if (spec.conversion?.strategy === 'Webhook') {
    const why = 'either a webhook converts, or what is declared here'
    return [...causes, forbidden(steps === undefined ? other : field, why)]
  }
  if (steps === undefined) return [...causes, ...nameErrors(named!, other)]
  if (named !== undefined)
    causes.push(forbidden(other, `either a function converts, or the steps in ${annotations[0]}`))
  return [...causes, ...context.conversionErrors(steps, spec.versions, field)]
}

function nameErrors(named: string, field: string): StatusCause[] {
  const why = 'must be PACKAGE/FUNCTION: the name in its package.json, and what its file exports'
  return /^(@[\w.-]+\/)?[\w.-]+\/[A-Za-z_$][\w$]*$/.test(named) ? [] : [invalid(field, named, why)]
}

const onlyOfWebhook = 'only a strategy of Webhook has it'

/** Fields are named as upstream's own (unversioned) form has them, which its errors show. */
function strategyErrors({ conversion }: Spec, old: CustomResourceDefinition | undefined): StatusCause[] {
  if (!conversion) return []
  const { strategy, webhook } = conversion
  const causes: StatusCause[] = []
  if (!strategy) causes.push(required(`${path}.strategy`, strategies.join(' or ')))
  else if (!strategies.includes(strategy)) causes.push(unsupported(`${path}.strategy`, strategy, strategies))
  if (strategy === 'Webhook') {
    const reviewed = webhook?.conversionReviewVersions ?? []
    return [...causes, ...clientErrors(webhook?.clientConfig, old), ...reviewErrors(reviewed, old)]
  }
  if (webhook?.clientConfig) causes.push(forbidden(`${path}.webhookClientConfig`, onlyOfWebhook))
  if (webhook?.conversionReviewVersions?.length)
    causes.push(forbidden(`${path}.conversionReviewVersions`, onlyOfWebhook))
  return causes
}

const strategies = ['None', 'Webhook']

function clientErrors(
  clientConfig: ClientConfig | undefined,
  old: CustomResourceDefinition | undefined,
): StatusCause[] {
  const field = `${path}.webhookClientConfig`
  if (!clientConfig) return [required(field, 'the address of the webhook, by url or by service')]
  const { url, service } = clientConfig
  if ((url !== undefined && url !== null) === Boolean(service))
    return [required(field, 'say `url` or `service`, one of them')]
  const errors =
    typeof url === 'string' ? webhookUrlErrors(url, `${field}.url`) : serviceErrors(service!, `${field}.service`)
  if (!holdsGoodAuthority(old) || !isBadAuthority(clientConfig)) return errors
  return [...errors, invalid(`${field}.caBundle`, clientConfig.caBundle, notCertificates)]
}

function serviceErrors(service: NonNullable<ClientConfig['service']>, field: string): StatusCause[] {
  const { name, namespace, port, path: place } = service
  const causes: StatusCause[] = []
  // Upstream hands the two over in the wrong order.
  if (!namespace) causes.push(required(`${field}.name`, 'the namespace of the service'))
  if (!name) causes.push(required(`${field}.namespace`, 'the name of the service'))
  if (port !== undefined && port !== null && (port < 1 || port > 65_535))
    causes.push(invalid(`${field}.port`, port, ofPorts))
  return [...causes, ...webhookPathErrors(place, `${field}.path`)]
}

const notCertificates = 'must hold a certificate as PEM'

/** A definition that is served does not lose a good bundle; one that is not is told by its condition. */
function holdsGoodAuthority(old: CustomResourceDefinition | undefined): boolean {
  const established = old?.status?.conditions?.some(({ type, status }) => type === 'Established' && status === 'True')
  return established === true && !isBadAuthority(old?.spec.conversion?.webhook?.clientConfig)
}

function isBadAuthority(clientConfig: ClientConfig | undefined): boolean {
  const text = Buffer.from(clientConfig?.caBundle ?? '', 'base64').toString('latin1')
  return text !== '' && !holdsCertificate(text)
}

/** Why the definition can't be served yet; undefined when nothing of its conversion is in the way. */
export function conversionObstacle({ conversion }: Spec): string | undefined {
  if (conversion?.strategy !== 'Webhook' || !isBadAuthority(conversion.webhook?.clientConfig)) return undefined
  return `the caBundle of the conversion webhook ${notCertificates}`
}

const understood = ['v1', 'v1beta1']

function reviewErrors(versions: readonly string[], old: CustomResourceDefinition | undefined): StatusCause[] {
  const field = `${path}.conversionReviewVersions`
  if (versions.length === 0) return [required(field, 'at least one of v1 and v1beta1')]
  const causes: StatusCause[] = []
  const again = repeated(versions)
  versions.forEach((version, at) => {
    if (again[at]) causes.push(invalid(`${field}[${at}]`, version, 'duplicate version'))
    else for (const why of dns1035LabelErrors(version)) causes.push(invalid(`${field}[${at}]`, version, why))
  })
  const before = old?.spec.conversion?.webhook?.conversionReviewVersions ?? []
  if (!areUnderstood(versions) && (before.length === 0 || areUnderstood(before)))
    causes.push(invalid(field, versions, `must name ${understood.join(' or ')}, which can be spoken here`))
  return causes
}

const areUnderstood = (versions: readonly string[]) => versions.some((version) => understood.includes(version))

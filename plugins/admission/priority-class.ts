/** Lets no second PriorityClass be the default one, and keeps the system's (upstream's Priority admission, and its registry). */
import type { AdmissionPlugin } from '../../core/admission/contract.js'
import { forbidden, type KubeObject } from '../../core/meta/index.js'
import { systemPriorityClasses } from './priority.js'

const group = 'scheduling.k8s.io'
const plural = 'priorityclasses'
const classes = `${group}/${plural}`

const isDefault = (object: KubeObject | undefined): boolean => object?.['globalDefault'] === true
const isSystem = (name: string): boolean => systemPriorityClasses.some(({ metadata }) => metadata.name === name)

export const priorityClasses: AdmissionPlugin = {
  name: 'priority-classes',
  views: [classes],
  admits: (request) =>
    request.group === group &&
    request.plural === plural &&
    request.subresource === '' &&
    request.operation !== 'CONNECT',
  validate({ operation, object, oldObject, ofCollection }, context) {
    const name = String((object ?? oldObject)?.metadata.name ?? '')
    const refused = (why: string) => forbidden({ group, plural }, name, why)
    if (operation === 'DELETE') {
      // As upstream's: who deletes all classes takes the system's too, which are made again at the next start.
      if (isSystem(name) && !ofCollection) throw refused('the system needs this class, and keeps it')
      return
    }
    if (!isDefault(object)) return
    for (const each of context.view(classes).list())
      if (isDefault(each) && each.metadata.name !== name)
        throw refused(`${each.metadata.name} is the default class already: take globalDefault from it first`)
  },
}

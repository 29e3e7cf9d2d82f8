/** The definition operator: removes the objects of a definition that is being deleted, migrates stored objects, and gives names that have become free to those who wait for them. */
import { defineOperator } from '../../core/operator.js'
import { run } from './run.js'

export const definition = defineOperator({
  name: 'definition',
  description:
    'Removes the objects of definitions that are being deleted, migrates objects to a new storage version, and hands on names that have become free',
  permissions: [
    {
      apiGroups: ['apiextensions.k8s.io'],
      resources: ['customresourcedefinitions'],
      verbs: ['get', 'list', 'watch', 'patch'],
    },
    { apiGroups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions/status'], verbs: ['patch'] },
    { apiGroups: ['*'], resources: ['*'], verbs: ['list', 'patch', 'deletecollection', 'delete'] },
  ],
  run,
})

/** The api-service operator: an APIService for each group-version of people's own definitions. */
import { defineOperator } from '../../core/operator.js'
import { run } from './run.js'

export const apiService = defineOperator({
  name: 'api-service',
  description: "Keeps an APIService for each group-version of people's own definitions",
  permissions: [
    {
      apiGroups: ['apiextensions.k8s.io'],
      resources: ['customresourcedefinitions'],
      verbs: ['list', 'watch'],
    },
    {
      apiGroups: ['apiregistration.k8s.io'],
      resources: ['apiservices'],
      verbs: ['list', 'watch', 'create', 'patch', 'delete'],
    },
    { apiGroups: [], resources: [], nonResourceURLs: ['/apis/*'], verbs: ['get'] },
  ],
  run,
})

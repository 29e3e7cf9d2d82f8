/** Differences of objects that are on purpose, or that each server chooses by itself. */
export const expected = [
  [/^body\.spec\.clusterIPs?(\[0\])?: "10\.96\.[^ ]* \| "10\.96\./, 'addresses are chosen by each server'],
  [/^body\.spec\.(ports\[\d\]\.nodePort|healthCheckNodePort): 3\d+ \| 3\d+$/, 'node ports are chosen by each server'],
  [/^body\.metadata\.name: "(.*)[^"]{5}" \| "\1[^"]{5}"/, 'generated names end at random'],
  [/^body\.metadata\.managedFields/, 'compared where writing is'],
  [/^body\.metadata\.finalizers: \["kubernetes\.io\/(pv|pvc|vac)-protection"\] \| -$/, 'nobody here would take it off'],
  [/^body\.spec\.(username|groups|uid|extra)/, 'the administrators are called otherwise'],
  [
    /^body\.status\.(observedGeneration|typeChecking): - /,
    'expressions are checked at once; upstream has a controller for it',
  ],
  [/^body\.status\.lastPhaseTransitionTime: "[^ ]*" \| "/, 'the time of its own'],
  [/^body\.[^:]*: - \| (""|0|false)$/, 'zeros that are left out, until they are'],
  [/^body\.spec\.taints.*node\.kubernetes\.io\/not-ready/, 'admission: compared where that is'],
]

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
  [/^body\..*\.timeAdded: "[^ ]*" \| "/, 'the time of its own'],
  [/^body\.status\.lastPhaseTransitionTime: "[^ ]*" \| "/, 'the time of its own'],
  [/^body\.[^:]*: - \| (""|0|false)$/, 'zeros that are left out, until they are'],
  [
    /^body\.details\.causes\.webhooks\[\d\]\.clientConfig\.service\.(name|namespace) Required/,
    'upstream calls the one that is missing by the name of the other',
  ],
  [
    /^body\.status\.conditions\[\d\]\.(reason|message): "(Found|This FlowSchema)/,
    'said by an operator, in its own words',
  ],
  [
    /^body\.status\.conditions\[\d\]\.message: "(not all names|\\".*\\" is already in use)/,
    'conditions explain in our own words',
  ],
  [
    /^header warning: "299 - (\\".*\\", 299 - )?\\"(tls: |spec\.driver: |spec\.serviceAccountTokenInSecrets|.*(RFC 5952|non-standard IP|invalid empty name|must be >= 0|retains all|In Indexed Jobs|TZ or CRON_TZ|spec\.external|is ignored|FQDN endpoints|PreferClose)).* \| "299 /,
    'warnings explain in our own words',
  ],
]

/** What a browser is shown at the server's root: it has no certificate, and the API would only tell it that it may not. */
import type { Mount } from '../http/index.js'

const page = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Operon</title>
<body style="font: 16px/1.5 system-ui; max-width: 40em; margin: 4em auto">
<h1>Operon</h1>
<p>This is the API of a Kubernetes cluster. It is made for <code>kubectl</code> and its like:</p>
<pre>export KUBECONFIG=&lt;data directory&gt;/kubeconfig
kubectl get namespaces</pre>
<p>Open to everybody: <a href="/version">/version</a>, <a href="/readyz?verbose">/readyz</a>, <a href="/livez?verbose">/livez</a>.</p>
</body></html>
`

export const welcome: Mount = (router) => {
  router.all('/', (request, response, next) => {
    if (request.method !== 'GET' || !request.headers.accept?.includes('text/html')) return next()
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    response.end(page)
  })
}

/** Jobs and CronJobs as a user runs them: `operon up` and a real kubectl. */
import { expect } from 'chai'
import { Cluster } from '../kit/cluster.js'
import { describeWith } from '../kit/needs.js'

const image = '--image=localhost/host'

describeWith(['root', 'kubectl', 'ip'], 'jobs', function () {
  this.timeout(90_000)
  let cluster: Cluster

  before(async () => {
    cluster = await Cluster.start()
  })
  after(() => cluster?.remove())

  const read = (what: string, path: string) => cluster.must('get', what, '-o', `jsonpath=${path}`)

  it('run to their end, without a warning', () => {
    const { code, err } = cluster.kubectl('create', 'job', 'hello', image, '--', 'echo', 'hello from a job')
    expect({ code, err }).to.deep.equal({ code: 0, err: '' })
    cluster.must('wait', '--for=condition=complete', 'job/hello', '--timeout=60s')
    expect(cluster.must('logs', 'job/hello')).to.equal('hello from a job\n')
    expect(cluster.must('get', 'job', 'hello')).to.match(/hello +Complete +1\/1 /)
    const told = cluster.must('events', '--for', 'job/hello', '--no-headers')
    expect(told).to.match(/Normal +SuccessfulCreate +Job\/hello +Created pod: hello-/)
    expect(told).to.match(/Normal +Completed +Job\/hello +Job completed/)
  })

  it('give each pod its index', () => {
    const job = indexedJob('parts', 'echo part $JOB_COMPLETION_INDEX of $(cat /etc/hostname)')
    cluster.mustWith(job, 'create', '-f', '-')
    cluster.must('wait', '--for=condition=complete', 'job/parts', '--timeout=60s')
    expect(read('job/parts', '{.status.completedIndexes}')).to.equal('0-2')
    const said = cluster.must('logs', '-l', 'job-name=parts', '--tail=-1').trim().split('\n').sort()
    expect(said).to.deep.equal(['part 0 of parts-0', 'part 1 of parts-1', 'part 2 of parts-2'])
  })

  it('fail when their limit is reached', () => {
    cluster.mustWith(indexedJob('broken', 'exit 3', { backoffLimit: 0 }), 'create', '-f', '-')
    cluster.must('wait', '--for=condition=failed', 'job/broken', '--timeout=60s')
    expect(read('job/broken', '{.status.conditions[?(@.type=="Failed")].reason}')).to.equal('BackoffLimitExceeded')
    cluster.must('wait', '--for=jsonpath={.status.failed}', 'job/broken', '--timeout=10s')
  })

  it('are gone some time after their end, with their pods', () => {
    cluster.mustWith(indexedJob('brief', 'true', { ttlSecondsAfterFinished: 0 }), 'create', '-f', '-')
    cluster.must('wait', '--for=delete', 'job/brief', '--timeout=60s')
    expect(cluster.must('get', 'pods', '-l', 'job-name=brief', '-o', 'name')).to.equal('')
  })

  it('take their pods with them when they are deleted while they run', () => {
    cluster.mustWith(indexedJob('long', 'sleep 1000'), 'create', '-f', '-')
    cluster.must('wait', '--for=jsonpath={.status.ready}=3', 'job/long', '--timeout=60s')
    cluster.must('delete', 'job', 'long')
    cluster.must('wait', '--for=delete', 'pods', '-l', 'job-name=long', '--timeout=60s')
    expect(cluster.must('get', 'pods', '-l', 'job-name=long', '-o', 'name')).to.equal('')
  })

  it('replace a pod that somebody deletes', () => {
    cluster.mustWith(indexedJob('kept', 'sleep 1000', { completions: 1, parallelism: 1 }), 'create', '-f', '-')
    cluster.must('wait', '--for=jsonpath={.status.ready}=1', 'job/kept', '--timeout=60s')
    const old = cluster.must('get', 'pods', '-l', 'job-name=kept', '-o', 'name').trim()
    cluster.must('delete', old)
    cluster.must('wait', '--for=jsonpath={.status.ready}=1', 'job/kept', '--timeout=60s')
    expect(cluster.must('get', 'pods', '-l', 'job-name=kept', '-o', 'name'))
      .to.match(/^pod\/kept-0-\w{5}\n$/)
      .and.not.contain(old)
    cluster.must('delete', 'job', 'kept')
  })

  it('are stopped and go on', () => {
    cluster.mustWith(indexedJob('paused', 'sleep 1', { suspend: true }), 'create', '-f', '-')
    cluster.must('wait', '--for=condition=suspended', 'job/paused', '--timeout=30s')
    expect(cluster.must('get', 'pods', '-l', 'job-name=paused', '-o', 'name')).to.equal('')
    cluster.must('patch', 'job/paused', '-p', '{"spec":{"suspend":false}}')
    cluster.must('wait', '--for=condition=complete', 'job/paused', '--timeout=60s')
  })

  it('are made from a CronJob by hand, and by its schedule', () => {
    const { code, err } = cluster.kubectl(
      'create',
      'cronjob',
      'tick',
      image,
      '--schedule=0 0 1 1 *',
      '--',
      'echo',
      'tick',
    )
    expect({ code, err }).to.deep.equal({ code: 0, err: '' })
    cluster.must('create', 'job', '--from=cronjob/tick', 'by-hand')
    cluster.must('wait', '--for=condition=complete', 'job/by-hand', '--timeout=60s')
    expect(cluster.must('logs', 'job/by-hand')).to.equal('tick\n')
    cluster.must('patch', 'cronjob/tick', '-p', '{"spec":{"schedule":"@every 1s"}}')
    cluster.must('wait', '--for=jsonpath={.status.lastScheduleTime}', 'cronjob/tick', '--timeout=60s')
    const [made = ''] = /job.batch\/tick-\d{8}/.exec(cluster.must('get', 'jobs', '-o', 'name')) ?? []
    cluster.must('wait', '--for=condition=complete', made, '--timeout=60s')
    expect(cluster.must('logs', made)).to.equal('tick\n')
    cluster.must('wait', '--for=jsonpath={.status.lastSuccessfulTime}', 'cronjob/tick', '--timeout=60s')
    cluster.must('delete', 'cronjob', 'tick', '--cascade=foreground')
    expect(cluster.must('get', 'jobs', '-o', 'name')).to.not.match(/tick-|by-hand/)
  })
})

function indexedJob(name: string, script: string, more: object = {}): string {
  const containers = [{ name: 'c', image: 'localhost/host', command: ['sh', '-c', script] }]
  const template = { spec: { restartPolicy: 'Never', terminationGracePeriodSeconds: 1, containers } }
  const spec = { completions: 3, parallelism: 3, completionMode: 'Indexed', template, ...more }
  return JSON.stringify({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name }, spec })
}

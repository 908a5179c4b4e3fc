/**
 * Lets each client have only so many requests in work at once, so that one client's storm does not stand before everybody
 * else's next page: `alone` while nobody else has asked for anything for `quiet` ms, `shared` while somebody has, whose next
 * page is near. All share one processor: each request of a storm that is begun beside another's page makes that page wait for
 * its own time again. What waits is begun in the order in which it came; what waits behind `waiting` others of the same client
 * is refused.
 */
export function turns({ alone, shared, waiting, quiet }) {
  const clients = new Map()
  /** Those that have something waiting. */
  const queued = new Set()
  let active = 0
  /** Who asked last, and who last before them. */
  let [last, before] = [null, null]

  function isAlone(client) {
    const other = last?.key === client.key ? before : last
    return client.active === active && (other === null || performance.now() - other.at > quiet)
  }
  const mayBegin = (client) => client.active < (isAlone(client) ? alone : shared)

  function noteAsking(key) {
    if (last !== null && last.key !== key) before = last
    last = { key, at: performance.now() }
  }

  /** Whose turn it is now: where one client's last request has ended, another may be alone. */
  function beginWaiting() {
    for (const client of queued) {
      while (client.queue.length > 0 && mayBegin(client)) client.queue.shift()()
      if (client.queue.length === 0) queued.delete(client)
    }
  }

  function finish(key, client) {
    client.active -= 1
    active -= 1
    if (client.active === 0 && client.queue.length === 0) clients.delete(key)
    beginWaiting()
  }

  /** Runs `work(done)` when it is the client's turn and gives true; false where its queue is full. */
  return function take(key, work) {
    const client = clients.get(key) ?? { key, active: 0, queue: [] }
    clients.set(key, client)
    noteAsking(key)
    const begin = () => {
      client.active += 1
      active += 1
      let finished = false
      work(() => {
        if (finished) return
        finished = true
        finish(key, client)
      })
    }
    if (client.queue.length === 0 && mayBegin(client)) begin()
    else if (client.queue.length < waiting) {
      client.queue.push(begin)
      queued.add(client)
    } else return false
    return true
  }
}

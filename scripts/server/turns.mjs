/**
 * Lets each client have only so many requests in work at once, so that one client's storm does not stand before
 * everybody else's next page. What waits is begun in the order in which it came; what waits too long a queue is refused.
 */
export function turns({ atOnce, waiting }) {
  const clients = new Map()

  function finish(key, client) {
    client.active -= 1
    client.queue.shift()?.()
    if (client.active === 0 && client.queue.length === 0) clients.delete(key)
  }

  /** Runs `work(done)` when it is the client's turn and gives true; false where its queue is full. */
  return function take(key, work) {
    const client = clients.get(key) ?? { active: 0, queue: [] }
    clients.set(key, client)
    const begin = () => {
      client.active += 1
      let finished = false
      work(() => {
        if (finished) return
        finished = true
        finish(key, client)
      })
    }
    if (client.active < atOnce) begin()
    else if (client.queue.length < waiting) client.queue.push(begin)
    else return false
    return true
  }
}

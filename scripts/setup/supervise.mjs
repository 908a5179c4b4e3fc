import { setTimeout as wait } from 'node:timers/promises'
import { Refusal, say } from './terminal.mjs'
import { sentenceFor } from './trouble.mjs'

/** Seconds to wait before each further attempt: about a minute in all, so that a full disk can be cleared meanwhile. */
const pauses = [0, 1, 2, 4, ...Array(7).fill(8)]

/** Who ran this long had started well, in milliseconds: the next loss is a new one. */
const settled = 60_000

/**
 * Keeps one of our processes running. `whenLost` resolves when it has ended, `begin` starts it again and rejects where that
 * fails. Rejects with the last reason when no attempt helped, and with what `check` throws when everything ends.
 */
export async function keepRunning(name, { whenLost, begin }, check, pauseFor = (seconds) => wait(seconds * 1000)) {
  let attempts = 0
  for (;;) {
    const begun = performance.now()
    await whenLost()
    check()
    if (performance.now() - begun > settled) attempts = 0
    say(`${name}意外停止，正在重新启动……`)
    let reason = ''
    for (let isRunning = false; !isRunning; ) {
      if (attempts >= pauses.length) throw new Refusal(`${name}反复意外停止，已放弃重新启动。请查看上面的输出，排除原因后再启动。`)
      await pauseFor(pauses[attempts++])
      check()
      isRunning = await begin().then(
        () => true,
        (error) => {
          if (attempts >= pauses.length) throw error
          const sentence = sentenceFor(error) ?? error.message
          if (sentence !== reason) say(`${name}没有启动，将继续尝试：${sentence}`)
          reason = sentence
          return false
        },
      )
    }
    say(`${name}已重新启动。`)
  }
}

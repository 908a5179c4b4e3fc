/** What the person at the terminal can act on, in their words. Shown without a stack trace. */
export class Refusal extends Error {}

/** Says what is being done. On stderr: a command's own output has stdout to itself. */
export const say = (text) => process.stderr.write(`${text}\n`)

/** Says why it ends, and ends with status 1. A bug keeps its stack trace. */
export function fail(error) {
  say(error instanceof Refusal ? `\n✗ ${error.message}` : `\n✗ 意外错误\n${error?.stack ?? error}`)
  process.exitCode = 1
}

import type { CellStore } from './cell-store'

/** Resolves once nothing of the form is on its way to the server. */
export const whenAnswered = (store: CellStore): Promise<void> =>
  new Promise((resolve) => {
    if (!store.form().saving) return resolve()
    const stop = store.subscribeAll(() => {
      if (store.form().saving) return
      stop()
      resolve()
    })
  })

import { installDependencies } from './dependencies.mjs'
import { cacheFolder, fontFolder } from './folders.mjs'
import { inTurn } from './in-turn.mjs'
import { generatePrismaClient } from './prisma-client.mjs'

/** Installs and prepares what is missing, in a fresh clone everything. Gives the folder of the prepared fonts. `check` throws where it must end. */
export const install = (check) =>
  inTurn(
    cacheFolder,
    async () => {
      await installDependencies()
      check()
      await generatePrismaClient()
      const { prepareFonts } = await import('../fonts.mjs')
      return prepareFonts(fontFolder)
    },
    check,
  )

import { checkSecret, isDemoMode } from '@/lib/auth/settings'
import { startSealer } from '@/lib/data/audit/audit-sealer'
import { checkInstallation } from '@/lib/data/database/installation'
import { tellGauge } from '@/lib/data/database/request'
import { fillSearch } from '@/lib/data/database/search'
import { settleOlder } from '@/lib/data/evaluation/assessments'
import { startFileKeeping } from '@/lib/data/files/file-keeper'
import { unfinishedJobs } from '@/lib/data/jobs/running-jobs'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import { startJobs } from '@/lib/jobs/queue'
import { refusalSentence } from '@/lib/messages/refusals'

/**
 * Settings without which nobody could be told apart, or a database that does not fit the mode, stop the program here.
 * Schemes that came with a newer program are stored, what an older one could not be searched by is filled in, and long
 * work that was left is taken up. From then on what is written into the 操作日志 is sealed.
 */
export async function prepareServer(): Promise<void> {
  const secret = checkSecret(process.env.AUTH_SECRET)
  const fit = secret.ok ? await checkInstallation(isDemoMode()) : secret
  if (!fit.ok) {
    console.error(refusalSentence(fit.refusal))
    process.exit(1)
  }
  await storeBundledSchemes()
  await fillSearch()
  await startJobs()
  startSealer()
  startFileKeeping()
  tellGauge('hengji_jobs_unfinished', '未办完的后台任务数', async () => (await unfinishedJobs()).length)
  // Pages do not wait for it: until then they say what is computed.
  void settleOlder().catch((error: unknown) => console.error('assessments', error))
}

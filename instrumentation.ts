/**
 * Runs once before the server answers anything. Settings without which nobody could be told apart, or a database that
 * does not fit the mode, stop the program here. Schemes that came with a newer program are stored. Each request is marked with the address of its connection, which a
 * client could otherwise make up.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { markAddresses } = await import('@/lib/auth/connection-address')
  const { checkSecret, isDemoMode } = await import('@/lib/auth/settings')
  const { checkInstallation } = await import('@/lib/data/installation')
  const { storeBundledSchemes } = await import('@/lib/data/schemes')
  const { refusalSentence } = await import('@/lib/messages/refusals')

  const secret = checkSecret(process.env.AUTH_SECRET)
  const fit = secret.ok ? await checkInstallation(isDemoMode()) : secret
  if (!fit.ok) {
    console.error(refusalSentence(fit.refusal))
    process.exit(1)
  }
  await storeBundledSchemes()
  markAddresses()
}

import 'server-only'
import { cookies } from 'next/headers'
import { DISPLAY_COOKIE, type Display, displayOf } from '@/components/shell/display'

/** How this browser wants to see the pages; the cookie holds nothing else. */
export const readDisplay = async (): Promise<Display> => displayOf((await cookies()).get(DISPLAY_COOKIE)?.value)

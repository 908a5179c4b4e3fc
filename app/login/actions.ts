'use server'
import { redirect } from 'next/navigation'
import { endCurrentSession } from '@/lib/auth/sign-out'

/** 退出登录 */
export async function signOut(): Promise<void> {
  await endCurrentSession()
  redirect('/login')
}

'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/acting'
import { hashPassword, makePassword } from '@/lib/auth/passwords'
import { isDemoMode } from '@/lib/auth/settings'
import { keepRoster, previewRoster } from '@/lib/data/people/roster'
import type { Refusal } from '@/lib/domain/decision/decision'
import type { RosterLine } from '@/lib/domain/people/roster'
import { readRoster, rosterForm, rosterRows } from '@/lib/forms/administration/roster'
import { refused, saved } from '@/lib/forms/saving/form-answers'
import { idle } from '@/lib/forms/state/form-state'
import { typedIn } from '@/lib/forms/state/form-texts'
import { missingGlyphs, unprintable } from '@/lib/report/glyphs'

/** 检查名册, or 按名册建立 */
export const takeRoster = formAction(rosterForm, async (viewer, { list, step }, formData) => {
  const read = readRoster(list)
  if (!read.ok) return refused(read.refusal, formData, 'list')
  const plan = await previewRoster(viewer, read.value.lines)
  if (plan === null) return refused('not-permitted', formData)
  const roster = rosterRows(read.value, plan, unfit)
  const wrong = roster.filter(({ sentences }) => sentences.length > 0).length
  if (wrong > 0) return { ...refused({ code: 'roster-faulty', facts: { count: `${wrong}` } }, formData), roster }
  if (step === 'check') return { ...idle, typed: typedIn(formData), roster }

  const made = plan.people.map(({ loginName, name }) => ({ loginName, name, password: makePassword() }))
  const hashes = new Map<string, string>()
  // One after another: who signs in meanwhile waits for one of them, not for all.
  for (const { loginName, password } of made) hashes.set(loginName, await hashPassword(password))
  const kept = await keepRoster(viewer, read.value.lines, { hashes, demo: isDemoMode() })
  if (!kept.ok) return { ...refused(kept.refusal, formData), roster }
  revalidatePath('/', 'layout')
  const { departments, people, grants } = kept.value
  return { ...saved(`已建立 ${departments.length} 个部门、${people.length} 个账号，另授予 ${grants.length} 个角色。`), issued: made }
})

/** Names stand on papers. */
const unfit = ({ name, person }: RosterLine): Refusal[] =>
  [name, person?.name].flatMap((text) => {
    const missing = text ? unprintable(text) : []
    return missing.length > 0 ? [missingGlyphs(missing).refusal] : []
  })

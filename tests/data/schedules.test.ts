import { beforeAll, expect, test } from 'vitest'
import { saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { recall } from '@/lib/data/review/recall'
import { submit } from '@/lib/data/review/review'
import { type AddressText, isAddress } from '@/lib/domain/cells/addresses'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { SaveAnswer, TypedCell } from '@/lib/forms/saving/save-form'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, fillIn, line, revisionOf } from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'
import { aFate, aSavingForm, aWorld, type Fate, random } from '@/tests/support/unreliable'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
})

/** Forms over a network that loses, delays and doubles, before the real database. The long run takes 1,000: HENGJI_LONG=1. HENGJI_SEED plays one again. */
const SCHEDULES = process.env.HENGJI_LONG === '1' ? 1_000 : 12
const FIRST = Number(process.env.HENGJI_SEED ?? Math.trunc(Math.random() * 1e9))
const LONG = 3_600_000

const GOOD: Fate = { there: 10, back: 10, twice: null }
const CELLS = ['cover/phone', 'cover/preparer', 'cover/principal'] as const
type Cell = (typeof CELLS)[number]

async function saved(who: Viewer, cells: readonly TypedCell[]): Promise<SaveAnswer> {
  const changes = cells.flatMap(({ address, seen, text, anew = false }) =>
    isAddress(address) ? [{ address: address as AddressText, seen, value: line(text), anew }] : [],
  )
  const { saved: kept, refusals, conflicts } = value(await saveCells(who, district.street, changes))
  expect(refusals).toEqual([])
  return {
    saved: kept,
    refusals: [],
    conflicts: conflicts.flatMap((conflict) => {
      if (conflict.kind === 'removed') return []
      const { address, yours, theirs, number, byId, byName, at } = conflict
      return [{ address, typed: yours, current: theirs, revision: number, byName, own: byId === who.userId, at }]
    }),
    message: null,
  }
}

/** The last number that each cell has. */
async function standing(): Promise<Record<Cell, { text: string; seen: number }>> {
  const { cover } = await evaluationOf(district.editor, district.street)
  // A save of what stands there already gives its number
  const asked = await saved(
    district.editor,
    CELLS.map((address) => ({ address, seen: 0, text: cover[address.slice(6) as keyof typeof cover] })),
  )
  return Object.fromEntries(
    CELLS.map((address) => [
      address,
      { text: cover[address.slice(6) as keyof typeof cover], seen: asked.saved.find((one) => one.address === address)?.number ?? 0 },
    ]),
  ) as Record<Cell, { text: string; seen: number }>
}

type World = ReturnType<typeof aWorld>

/** What somebody has before them of the form, saving itself. */
function aForm(who: Viewer, world: World, cells: Record<Cell, { text: string; seen: number }>, dice: (below: number) => number) {
  let requests = 0
  return aSavingForm(world, cells, ({ cells: sent }) => {
    requests += 1
    return world.over(requests > 6 ? GOOD : aFate(dice), () => saved(who, sent))
  }).store
}

const text = async (address: Cell): Promise<string> => {
  const { cover } = await evaluationOf(district.editor, district.street)
  return cover[address.slice(6) as keyof typeof cover]
}

test(
  `two people in one form on a bad network: other cells both stand, of the same cell the second is told, none is silent (from seed ${FIRST})`,
  async () => {
    const { editor, colleague } = district
    let told = 0
    for (let seed = FIRST; seed < FIRST + SCHEDULES; seed += 1) {
      const dice = random(seed)
      const world = aWorld()
      const before = await standing()
      const forms = [editor, colleague].map((who) => aForm(who, world, before, dice))
      const own = ['cover/preparer', 'cover/principal'] as const
      const last = new Map<string, string>()
      for (let turn = 0; turn < 6; turn += 1) {
        const person = dice(2)
        const address = dice(2) === 0 ? 'cover/phone' : (own[person] ?? 'cover/phone')
        const typed = `${seed} ${person} ${turn}`
        forms[person]?.edit(address, typed)
        last.set(`${person} ${address}`, typed)
        await world.pass(dice(3) === 0 ? dice(60_000) : dice(2_000))
      }
      await world.pass(1_000_000)
      for (const [person, form] of forms.entries()) {
        const address = own[person] ?? 'cover/phone'
        const intent = last.get(`${person} ${address}`)
        if (intent !== undefined) expect({ seed, person, text: await text(address) }).toEqual({ seed, person, text: intent })
        const shared = last.get(`${person} cover/phone`)
        const { conflicts, unsaved } = form.form()
        expect({ seed, person, unsaved }).toEqual({ seed, person, unsaved: conflicts.length })
        if (conflicts.length === 0) continue
        told += 1
        // Both values are before who was second: the own one as typed last, also where they typed on once told, and the other's then
        expect({ seed, conflicts }).toMatchObject({ seed, conflicts: [{ address: 'cover/phone', own: false }] })
        expect({ seed, person, mine: form.value('cover/phone') }).toEqual({ seed, person, mine: shared })
        expect({ seed, others: conflicts[0]?.current?.startsWith(`${seed} ${1 - person} `) }).toEqual({ seed, others: true })
      }
      const shared = [0, 1].flatMap((person) => last.get(`${person} cover/phone`) ?? [])
      const conflicts = forms.map((form) => form.form().conflicts.length)
      // One of them stands; who typed the other knows
      if (shared.length > 0) expect({ seed, stands: shared.includes(await text('cover/phone')) }).toEqual({ seed, stands: true })
      for (const person of [0, 1]) {
        const intent = last.get(`${person} cover/phone`)
        if (intent !== undefined && intent !== (await text('cover/phone')))
          expect({ seed, person, told: conflicts[person] }).toEqual({ seed, person, told: 1 })
      }
    }
    if (SCHEDULES >= 100) expect(told).toBeGreaterThan(SCHEDULES / 10)
  },
  LONG,
)

test(
  `handed in again and again on a bad network: once each time, and what comes after it was taken back hands nothing in (from seed ${FIRST})`,
  async () => {
    const { townEditor, town } = district
    await fillIn(townEditor, town)
    const count = () =>
      Promise.all([
        database().submission.count({ where: { evaluationId: town } }),
        database().auditEntry.count({ where: { evaluationId: town, action: 'review.submit' } }),
      ])
    for (let seed = FIRST; seed < FIRST + SCHEDULES; seed += 1) {
      const dice = random(seed)
      const world = aWorld()
      const seen = await revisionOf(town)
      const [before] = await count()
      const answers: boolean[] = []
      const hand = (fate: Fate) => void world.over(fate, () => submit(townEditor, town, seen)).then(({ ok }) => answers.push(ok))
      for (let turn = 0; turn < 3; turn += 1) {
        hand(aFate(dice))
        await world.pass(dice(3) === 0 ? dice(60_000) : dice(2_000))
      }
      hand(GOOD)
      await world.pass(1_000)
      expect({ seed, answered: answers.every((ok) => ok) }).toEqual({ seed, answered: true })
      expect({ seed, counts: await count() }).toEqual({ seed, counts: [before + 1, before + 1] })
      value(await recall(townEditor, town, await revisionOf(town)))
      await world.pass(1_000_000)
      const { status } = await evaluationOf(townEditor, town)
      expect({ seed, status, counts: await count() }).toEqual({ seed, status: 'draft', counts: [before + 1, before + 1] })
    }
  },
  LONG,
)

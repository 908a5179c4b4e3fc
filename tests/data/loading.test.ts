import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database'
import { loadEvaluation } from '@/lib/data/evaluation-rows'
import { findLastYear } from '@/lib/data/evaluations'
import { projectionOf } from '@/lib/data/projections'
import { LIST_NAMES } from '@/lib/domain/cells/cells'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, fillIn, openedYear } from '@/tests/support/evaluations'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
  await fillIn(district.editor, district.street)
})

const loaded = async (extent: 'whole' | 'content' | 'figures') => {
  const found = await loadEvaluation(database(), district.street, extent)
  if (found === null) throw new Error('no evaluation')
  return found
}

test('without revisions an evaluation is the same, and nothing else of it is missing', async () => {
  const [whole, content] = [await loaded('whole'), await loaded('content')]
  expect(content.evaluation).toEqual(whole.evaluation)
  expect(projectionOf(content.evaluation, content.stored.explanations)).toEqual(projectionOf(whole.evaluation, whole.stored.explanations))
  expect(whole.stored.indicators.every(({ revisions }) => revisions.length > 0)).toBe(true)
  expect(LIST_NAMES.flatMap((list) => content.stored[list].flatMap(({ revisions }) => revisions))).toEqual([])
})

test('with its figures alone it has the same scores, and no texts', async () => {
  const [whole, figures] = [await loaded('whole'), await loaded('figures')]
  expect(scoreEvaluation(figures.evaluation)).toEqual(scoreEvaluation(whole.evaluation))
  expect(figures.evaluation.indicators).toEqual(whole.evaluation.indicators)
  expect(LIST_NAMES.filter((list) => figures.stored[list].length > 0)).toEqual(['indicators'])
})

test('last year’s is found by its subject, for who may see it', async () => {
  const { administrator, editor, townEditor, departments, street } = district
  const [next] = await openedYear(administrator, 2024, 'national-2020', [departments.street.id])
  const now = (await loadEvaluation(database(), next?.id ?? ''))?.evaluation
  if (now === undefined) throw new Error('no evaluation')
  expect(await findLastYear(editor, now)).toMatchObject({ id: street, year: 2023 })
  expect(await findLastYear(townEditor, now)).toBeNull()
  expect(await findLastYear(editor, { ...now, year: 2023 })).toBeNull()
})

import { expect, test } from 'vitest'
import { FIGURE_ITEMS } from '@/lib/domain/cells/funds'
import { emptyNarrative } from '@/lib/domain/cells/narrative'
import { bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { cellsOfDocument, rowIdsOf, typedBeside } from '@/lib/exchange/document-cells'
import { documentOf } from '@/lib/exchange/evaluation-document'
import { anEvaluation, anIndicator, figuresInWan, untold } from '@/tests/support/builders'
import { cellTexts } from '@/tests/support/cell-texts'

const scheme = bundledSchemes.find(({ fixedIndicators }) => fixedIndicators.some(({ formula }) => formula !== null))
const computed = scheme?.fixedIndicators.find(({ formula }) => formula !== null)

const figureNames = Object.entries(FIGURE_ITEMS).flatMap(([item, { columns }]) => columns.map((column) => `${item}/${column}`))

const block = (id: string, text: string) => ({
  id,
  kind: 'item' as const,
  level: 1 as const,
  runs: [{ text }],
  mark: '' as const,
  basis: '',
})

const evaluation = anEvaluation({
  ...(scheme ? { scheme } : {}),
  figures: {
    ...figuresInWan(Object.fromEntries(figureNames.map((name, index) => [name, `${100 + index}`]))),
    'stateCapital/initialBudget': { state: 'notApplicable', reason: '无此项收入' },
  },
  narrative: {
    ...emptyNarrative(),
    duties: [block('b1', '职责')],
    conclusion: [{ ...block('b2', '结论'), runs: [{ datum: 'total' }, { text: '分' }] }],
  },
  goals: [{ id: 'g1', mark: '（一）', text: [{ text: '目标' }], completion: [] }],
  tasks: [
    { id: 't1', name: '任务一', ...untold, subItems: [], completion: [block('b3', '完成一')] },
    { id: 't2', name: '任务二', ...untold, subItems: [block('b4', '分项二')], completion: [block('b5', '完成二')] },
  ],
  indicators: [
    anIndicator({ id: 'i1', taskId: 't2', coefficient: '0.855555', selfScore: '8.5', reviewScore: '8' }),
    anIndicator({ id: 'i2', maxScore: null, deviationReason: '原因\n第二行' }),
    anIndicator({ id: 'i3', fixedId: computed?.id ?? null, actual: '下面填写的' }),
  ],
  problems: [{ id: 'p1', mark: '一是', text: [{ text: '问题' }], measureIds: ['m1', 'm2'] }],
  measures: [
    { id: 'm1', mark: '', text: [{ text: '措施一' }] },
    { id: 'm2', mark: '无', text: [{ text: '措施二' }] },
  ],
  cover: {
    annexNumber: '附件2',
    signature: '示例街道办事处',
    date: '2024-05-29',
    preparer: '',
    principal: '',
    phone: '',
    financePrincipal: '',
  },
})

test('a document with the ids of its rows, and what was typed beside it, gives every cell back', () => {
  const document = documentOf(evaluation)
  const typed = typedBeside(evaluation, document)
  expect(typed).toEqual({ 'indicators/i3/actual': '下面填写的' })
  expect(cellsOfDocument(document, rowIdsOf(evaluation), typed)).toEqual(cellTexts(evaluation))
})

test('a cell of an earlier release, which no list knows any more, is not lost', () => {
  expect(cellsOfDocument(documentOf(evaluation), {}, { 'goals/g1/former': '旧' }).at(-1)).toEqual(['goals/g1/former', '旧'])
})

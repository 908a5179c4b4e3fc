import { emptyNarrative } from '@/lib/domain/cells/narrative'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { schemeOfProjects } from '@/lib/domain/schemes/project-scheme'
import { anEvaluation, anIndicator, figuresInWan, scheme } from './builders'
import { block, text } from './findings'

/** A project in form B of 项目支出绩效自评表, filled in. */
export const projectInFormB = (): Evaluation => {
  const plain = anEvaluation()
  return anEvaluation({
    id: 'formb',
    kind: 'project',
    parentId: 'department',
    projectName: '示例沟渠整治',
    authorityName: '示例主管局',
    scheme: schemeOfProjects(scheme('sichuan')),
    figures: figuresInWan({
      'total/initialBudget': '100',
      'total/adjustedBudget': '120',
      'total/actualExpenditure': '90',
      'fiscalFunds/adjustedBudget': '110',
      'unitFunds/adjustedBudget': '10',
    }),
    goals: [{ id: 'g', mark: '', text: text('整治沟渠3公里'), completion: text('整治2公里') }],
    narrative: {
      ...emptyNarrative(),
      deviation: [block('d', '汛期停工，资金结转。')],
      implementation: [block('w', '分两期实施，先清淤后砌护。')],
      conclusion: [{ ...block('c', ''), runs: [{ text: '总体完成，自评' }, { datum: 'total' }, { text: '分。' }] }],
    },
    indicators: [
      anIndicator({
        id: 'i',
        name: '整治里程',
        target: '≥3公里',
        unit: '公里',
        actual: '2公里',
        maxScore: '90',
        deviationReason: '汛期停工',
      }),
    ],
    problems: [{ id: 'p', mark: '', text: text('工期偏紧'), measureIds: ['m'] }],
    measures: [{ id: 'm', mark: '', text: text('提前招标') }],
    cover: { ...plain.cover, principal: '示例乙', financePrincipal: '示例丙' },
  })
}

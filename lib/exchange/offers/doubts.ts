import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { EvaluationDocument } from '@/lib/exchange/document-format'
import type { PaperDoubt } from '@/lib/messages/paper-doubts'

/** Whether a read paper may be of another year, another department, or of a project. */
export function doubtsOf({ year, department, kind }: EvaluationDocument, evaluation: Evaluation): PaperDoubt[] {
  const doubts: PaperDoubt[] = []
  if (year != null && year !== evaluation.year) doubts.push({ code: 'otherYear', said: `${year}`, wanted: `${evaluation.year}` })
  if (department !== '' && !isSameDepartment(department, evaluation.departmentName))
    doubts.push({ code: 'otherDepartment', said: department, wanted: evaluation.departmentName })
  if (kind !== evaluation.kind && kind === 'project') doubts.push({ code: 'project' })
  return doubts
}

/** 某市某区某局 is 某区某局 and 某局: names come with and without the places above. */
function isSameDepartment(a: string, b: string): boolean {
  const [long = '', short = ''] = [a, b].map((name) => name.replace(/[\s（）()]|人民政府/g, '')).sort((x, y) => y.length - x.length)
  return long.endsWith(short)
}

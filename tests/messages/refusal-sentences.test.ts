import { expect, test } from 'vitest'
import type { PlainRefusal, Refusal, RefusalFacts } from '@/lib/domain/decision/decision'
import { evidenceKindLabels } from '@/lib/messages/evidence'
import { departmentKindLabels, nodeLabels } from '@/lib/messages/labels'
import { refusalCodes, refusalSentence } from '@/lib/messages/refusals'
import { flawOf } from '@/tests/support/sentences'

/** Facts as refusals carry them. What one needs and has not here does not compile. */
const FACTS: RefusalFacts = {
  'too-many-attempts': { minutes: '15' },
  'other-account': { now: '李明', drawnFor: '王芳' },
  'password-too-short': { shortest: '12' },
  'password-too-long': { longest: '128' },
  'login-name-taken': { loginName: 'liming' },
  'no-such-login-name': { loginName: 'liming' },
  'department-code-taken': { code: '990101', name: '示例局' },
  'department-name-taken': { name: '示例局' },
  'department-parent-kind': { kind: 'authority', parentKind: 'unit' },
  'department-has-open-children': { count: '3' },
  'department-changed': { name: '示例局' },
  'roster-contradicts': { code: '101' },
  'roster-department-incomplete': { code: '101' },
  'roster-parent-unknown': { code: '101' },
  'roster-columns': { names: '“单位代码”' },
  'roster-faulty': { count: '3' },
  'roster-too-long': { most: '1000' },
  'past-years-columns': { names: '“年度”' },
  'past-years-unknown': { names: '“水费”' },
  'past-years-faulty': { count: '2' },
  'past-years-too-long': { most: '500' },
  'past-year-department': { code: '101' },
  'past-year-twice': { line: '2' },
  'past-year-not-open': { year: '2021' },
  'past-year-locked': { year: '2021' },
  'past-year-current': { year: '2023' },
  'round-name-taken': { year: '2023', name: '年度自评' },
  'round-group-name-taken': { name: '镇街' },
  'project-name-taken': { name: '示例项目' },
  'project-code-taken': { code: 'P-1', name: '示例项目' },
  'projects-too-many': { most: '500' },
  'projects-unfinished': { names: '“示例项目”', count: '1' },
  'round-department-closed': { name: '示例局' },
  'round-department-alone': { name: '示例局' },
  'round-department-unavailable': { count: '2' },
  'round-department-already-in': { name: '示例局' },
  'round-department-begun': { name: '示例局' },
  'round-begun': { count: '3' },
  'deadline-node': { node: 'supervisor' },
  'deadline-order': { node: 'finance' },
  'scheme-has-draft': { version: '2' },
  'scheme-id-taken': { id: 'own-2024' },
  'scheme-unfit': { count: '4' },
  'scheme-problems': { count: '4' },
  'cell-too-long': { longest: '200', length: '201' },
  'sign-foreign': { sign: '²' },
  'reason-missing': { example: '不适用：本年无此项' },
  'share-ambiguous': { typed: '0.85' },
  'datum-unknown': { name: '总分数' },
  'above-most': { most: '10' },
  'too-long': { longest: '500' },
  'too-many-cells': { most: '1000' },
  'too-many-rows': { most: '200' },
  'row-changed': { byName: '李明' },
  'explained-meanwhile': { byName: '李明', text: '已核对' },
  'acted-elsewhere': { node: 'unit' },
  'carried-unconfirmed': { count: '3' },
  'open-findings': { errors: '2', warnings: '5' },
  'opened-already': { byName: '李明' },
  'year-without-evaluations': { year: '2021' },
  'missing-glyph': { characters: '𠀀' },
  'missing-glyph-in-project': { characters: '𠀀', project: '示例项目', cell: '填报人' },
  'fonts-missing': { fonts: '仿宋' },
  'typesetting-failed': { reason: '版面过大' },
  'workbook-of-another': { department: '示例局', year: '2023' },
  'evidence-ending': { ending: 'exe', kind: 'pdf' },
  'evidence-too-large': { size: '51.0' },
  'evidence-too-many': { most: '1000' },
  'evidence-here': { name: '台账.pdf' },
}
const LABELS: Readonly<Record<string, string>> = { ...nodeLabels, ...departmentKindLabels, ...evidenceKindLabels }

test.each(refusalCodes.filter((code): code is PlainRefusal => !Object.hasOwn(FACTS, code)))('%s is said in a whole sentence', (code) => {
  expect(flawOf(refusalSentence({ code }).replace(/openssl .*/, '示例命令。'))).toBeNull()
})

test.each(Object.entries(FACTS))('%s is said with all its facts', (code, facts) => {
  const sentence = refusalSentence({ code, facts } as Refusal)
  expect(sentence).not.toBe('')
  for (const fact of Object.values<string>(facts)) expect(sentence).toContain(LABELS[fact] ?? fact)
  expect(flawOf(Object.values<string>(facts).reduce((text, fact) => text.replaceAll(fact, '示例'), sentence))).toBeNull()
})

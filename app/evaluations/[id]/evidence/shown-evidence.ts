import 'server-only'
import type { PlaceChoice } from '@/components/evidence/evidence-upload'
import type { EvidenceGroup, ShownEvidence } from '@/components/evidence/shown-evidence'
import type { Explanation } from '@/lib/domain/checks/findings'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { scansOf } from '@/lib/domain/evaluation/evidence'
import { type EvidenceFile, isShown, sameElsewhere } from '@/lib/domain/evaluation/evidence-file'
import { sectionsOf } from '@/lib/domain/evaluation/sections'
import { formatTime } from '@/lib/messages/dates'
import { evidenceKindLabels, evidencePlaceLabel, sayFileSize } from '@/lib/messages/evidence'
import { sectionLabels } from '@/lib/messages/section-labels'

/** Every place of an evaluation that evidence can be brought for, in the order in which they are listed. */
export function evidencePlaces(evaluation: Evaluation, explanations: readonly Explanation[]): PlaceChoice[] {
  const { indicators, problems, measures } = evaluation
  const group = (name: string, places: readonly string[]) =>
    [...new Set(places)].map((place) => ({ place, label: evidencePlaceLabel(place, evaluation), group: name }))
  return [
    ...group(
      '指标',
      indicators.map(({ id }) => `indicators/${id}`),
    ),
    ...group('栏目', sectionsOf(evaluation)),
    ...group(sectionLabels.problems, [...problems.map(({ id }) => `problems/${id}`), ...measures.map(({ id }) => `measures/${id}`)]),
    ...group(
      '已说明的校验结果',
      explanations.map(({ code, at }) => `explanations/${code}/${at}`),
    ),
    ...group(
      '盖章扫描件',
      scansOf(evaluation).map((scan) => `scans/${scan}`),
    ),
  ]
}

/** Files of one place that are shown beside what they vouch for. */
export const MOST_BESIDE = 20

/** The files by place, in the order of the places; those whose place has gone come last. Of each place the latest `most`. */
export function evidenceGroups(
  evaluation: Evaluation,
  places: readonly PlaceChoice[],
  files: readonly EvidenceFile[],
  most = files.length,
): EvidenceGroup[] {
  const byPlace = new Map<string, EvidenceFile[]>(places.map(({ place }) => [place, []]))
  for (const file of files) byPlace.set(file.place, [...(byPlace.get(file.place) ?? []), file])
  return [...byPlace].flatMap(([place, here]) =>
    here.length === 0
      ? []
      : {
          place,
          label: evidencePlaceLabel(place, evaluation),
          count: here.length,
          files: here.slice(-most).map((file) => shownEvidence(file, evaluation, files)),
          all: `/evaluations/${evaluation.id}/evidence?${new URLSearchParams({ place })}`,
        },
  )
}

function shownEvidence(file: EvidenceFile, evaluation: Evaluation, all: readonly EvidenceFile[]): ShownEvidence {
  const others = sameElsewhere(file, all).map(({ place }) => evidencePlaceLabel(place, evaluation))
  return {
    id: file.id,
    name: file.name,
    about: `${evidenceKindLabels[file.kind]}，${sayFileSize(file.size)}，${file.byName} ${formatTime(file.at)}`,
    href: `/evaluations/${evaluation.id}/evidence/file?evidence=${file.id}`,
    isShown: isShown(file.kind),
    same: others.length === 0 ? null : `与${others.join('、')}的材料内容完全相同`,
  }
}

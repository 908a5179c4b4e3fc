import type { Refusal } from '@/lib/domain/decision/decision'

/**
 * What each kind of 后台任务 is started with. What is named here for its words alone (the round's name) is as it was
 * called then. A new kind: its line here, its work in `lib/jobs/works.ts`, its words in `lib/messages/jobs.ts`.
 */
export type JobInputs = {
  /** 建立自评表 for the departments of a round that have none yet; `carry`: with what the year before has (沿用上年). */
  'open-round': { roundId: string; year: number; name: string; carry?: boolean }
  /** 试算 of a version of a scheme on a year. */
  'try-scheme': { trialId: string; versionId: string; name: string; version: number; year: number }
  /** Computing the results of a year's evaluations anew and comparing them with those stored; `write`: putting right what differs. */
  recompute: { year: number; write: boolean }
}
export type JobKind = keyof JobInputs

/** 排队中 · 进行中 · 已完成 · 未完成 (with the refusal) · 已停止 */
export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'stopped'] as const
export type JobState = (typeof JOB_STATES)[number]

/** A piece of long work as its starter sees it. Times are ISO; null: not yet. */
export type Job = {
  [Kind in JobKind]: {
    id: string
    kind: Kind
    input: JobInputs[Kind]
    state: JobState
    /** How much is done and how much there is in all, in whatever the kind counts; 0 of 0 before it began. */
    done: number
    total: number
    /** Why it could not go on; null unless `failed`. */
    refusal: Refusal | null
    createdAt: string
    startedAt: string | null
    endedAt: string | null
  }
}[JobKind]

/** Whether it still moves by itself: its page is drawn again until it no longer does. */
export const isUnderWay = (state: JobState): boolean => state === 'waiting' || state === 'running'

/** Whether it stopped short and can be taken up where it was left. */
export const canBeContinued = (state: JobState): boolean => state === 'failed' || state === 'stopped'

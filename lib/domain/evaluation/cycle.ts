/** The stages of a year's cycle, in their order: 目标申报, 运行监控, 自评. One year has a round of each, of monitoring several. */
export const ROUND_STAGES = ['targets', 'monitoring', 'selfEvaluation'] as const
export type RoundStage = (typeof ROUND_STAGES)[number]

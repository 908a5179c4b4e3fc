/** Deeds that a task is counted by, each with the words that its figure may go by. */
export const DEEDS: readonly (readonly [rate: RegExp, done: RegExp])[] = [
  [/[开动]工率/, /[开动]工/],
  [/(?:[竣完]工|完成|建成)率/, /[竣完]工|完成|建成|改造/],
  [/入住率/, /入住/],
  [/验收率/, /验收/],
]
/** Behind the name of the deed, up to the figure. */
export const RATE_SAID = /率(?:分别)?(?:已|均|约)?(?:为|达到?|是)*$/
/** 占今年任务数的. */
export const SHARE_OF_TASK =
  /占(?:今年|全年|年度|当年|本年|上级|下达)*(?:的)?(?:任务|计划|目标任务|目标)(?:总?[数量])?的(?:比例)?(?:为|达到?)?$/
/** The task before its figure (改造任务为253户) or behind it (253户改造任务). */
export const TASK = /(?:任务|计划(?:任务)?|目标(?:任务)?)(?:总?[数量]|户数)?(?:共|约)?(?:为|是|达)?$/
export const TASK_BEHIND = /^的?[^，。；、\d]{0,10}?(?:目标任务|计划任务|任务|计划数)/
/** What went beyond the task. */
export const BEYOND_TASK = /^超(?:额|出|过)?(?:任务|计划|目标)数$/

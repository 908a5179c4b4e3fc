import { z } from 'zod'
import { cleanedText, storable } from '@/lib/domain/reading/typed'
import { LONGEST_MESSAGE } from '@/lib/domain/review/notes'
import { day } from '@/lib/forms/administration/rounds'
import { cleanText, list } from '@/lib/forms/state/parse-form'

/** The forms with which an evaluation is taken a step on, or sent back. */

/** More notes than a return has ever needed. */
const MOST_NOTES = 200

const evaluationId = z.string().min(1).max(40)
/** The revision of the evaluation that the person had before them. */
const revision = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

/** 送审, 公开, 批复: nothing but which evaluation, as it was seen. */
export const stepForm = z.object({ evaluationId, revision })

const reason = cleanText(LONGEST_MESSAGE, { empty: '请填写退回理由。', tooLong: `退回理由最多 ${LONGEST_MESSAGE} 个字。` })

const opinion = cleanText(LONGEST_MESSAGE, { tooLong: `意见最多 ${LONGEST_MESSAGE} 个字。` }).default('')

const noteText = cleanText(LONGEST_MESSAGE, { empty: '批注不能为空；不需要时请删除。', tooLong: `每条批注最多 ${LONGEST_MESSAGE} 个字。` })

const replyText = cleanText(LONGEST_MESSAGE, { empty: '答复不能为空；不需要时请删除。', tooLong: `每条答复最多 ${LONGEST_MESSAGE} 个字。` })

/** Notes at their places, and replies to notes by their ids, in pairs; a form whose pairs do not match is refused as a whole. */
const notes = {
  noteAt: list(z.string().min(1).max(120), MOST_NOTES),
  noteText: list(noteText, MOST_NOTES),
  replyTo: list(z.string().min(1).max(40), MOST_NOTES),
  replyText: list(replyText, MOST_NOTES),
}
type Pairs = Record<keyof typeof notes, string[]>
const inPairs = ({ noteAt, noteText: texts, replyTo, replyText: replies }: Pairs): boolean =>
  noteAt.length === texts.length && replyTo.length === replies.length
const NOT_IN_PAIRS = { path: ['noteText'], error: '批注与位置不对应，请刷新页面后重试。' }

function paired<Form extends Pairs>({ noteAt, noteText: texts, replyTo, replyText: answers, ...form }: Form) {
  const left = noteAt.map((at, index) => ({ at, text: texts[index] ?? '' }))
  const replies = replyTo.map((note, index) => ({ note, text: answers[index] ?? '' }))
  return { ...form, notes: left, replies }
}

/** 退回: a general reason, 整改期限, and notes at the places they concern. */
export const returnForm = z
  .object({ evaluationId, revision, reason, due: day.default(''), ...notes })
  .refine(inPairs, NOT_IN_PAIRS)
  .transform(paired)

/** 上报, 通过: an opinion that may be left out, and notes. */
export const passForm = z
  .object({ evaluationId, revision, opinion, ...notes })
  .refine(inPairs, NOT_IN_PAIRS)
  .transform(paired)

/** A draft as its writer has it: the place of a note, the id of the note that a reply answers, the code and cell of a warning, or nothing. */
export const reviewDraft = z.object({
  kind: z.enum(['note', 'reply', 'reason', 'opinion', 'explanation']),
  place: z.string().regex(/^[!-~]{0,120}$/),
  text: z.string().max(LONGEST_MESSAGE).transform(storable),
})

/** What is said in reply to a note, sent by a button. */
export const spokenReply = z.string().transform((text) => cleanedText(storable(text)))

/** 复核分 of one indicator with its grounds, each with the revision of the cell that was seen. */
export const reviewScoreForm = z.object({
  evaluationId,
  indicator: z.string().regex(/^[a-z0-9]{1,40}$/),
  score: z.string().max(40, '复核分过长。'),
  scoreSeen: revision,
  grounds: cleanText(5000, { tooLong: '复核依据最多 5000 个字。' }),
  groundsSeen: revision,
})

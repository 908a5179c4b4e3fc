import { isBlank, normalised } from './number-reading'

const NO_REASON = /^(?:无|暂无|没有|无偏差|(?:目前)?(?:暂无|没有|无)(?:存在的?)?(?:主要)?问题|不适用|N\/?A)[。.]?$/i
/** What every such answer has in it, however it is typed; most reasons have none of these signs. */
const NO = /[无没不nｎ]|[^\u4e00-\u9fff\u3000-\u3002\uff00-\uff5e\x20-\x7e]/i
/** Whether a reason was given: neither blank nor 无. */
export const isReason = (text: string): boolean => !isBlank(text) && !(NO.test(text) && NO_REASON.test(normalised(text)))

/** Words that only send the reader elsewhere, without saying where. */
const ELSEWHERE =
  /^(?:[同如见](?:上|前|左)(?:文|表)?(?:所?述)?|略|(?:具体)?(?:详|请|参|可)?见(?:附件|附表|附后|后附|正文|上文|下文|报告|自评报告|(?:相关|佐证)(?:材料|资料)))[。.]?$/

/** Whether a text of its own says why, as grounds of a score or an explanation must: neither 无 nor `/` nor 详见附件. In a table 同上 may be a reason. */
export const tellsWhy = (text: string): boolean => isReason(text) && /[\p{L}\p{N}]/u.test(text) && !ELSEWHERE.test(normalised(text))

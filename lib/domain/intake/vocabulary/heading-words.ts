import type { SectionKind } from './sections'

/**
 * Words that headings are made of and what each says of its section, by their weight: for headings that nobody has written down. What
 * stands at a heading's end weighs more, as a Chinese name ends with what it is of.
 */
export const HEADING_WORDS: readonly (readonly [SectionKind, number, RegExp])[] = [
  ['problems', 5, /问题|不足|困难|短板|薄弱|欠缺|瓶颈|制约|难点|困境|差距|教训|矛盾|短处|弱项|隐患/g],
  [
    'measures',
    5,
    /措施|建议|打算|改进|整改|对策|下一?步|今后|举措|思路|展望|努力方向|工作方向|应对|解决办法|提升方案|后续工作|未来|往后|怎么办|考虑|下一年|来年/g,
  ],
  ['measures', 2, /方向|方案|优化|完善|提升|规划/g],
  ['conclusion', 5, /结论|得分|等级|等次|评分|总评|评定|评级|分数/g],
  ['goals', 3, /目标|预期|愿景/g],
  ['completion', 4, /完成|实现|达成|履职|履行|产出|效益|效果|落实|兑现|满意度|达标|成果|影响/g],
  ['achievements', 4, /成效|成绩|亮点|做法|经验|业绩|贡献|特色|荣誉/g],
  ['tasks', 3, /任务|要点|重点工作|工作安排|建设内容|工作计划|主要工作/g],
  ['duties', 5, /职责|职能|职权|业务范围|主责/g],
  ['organisation', 4, /机构|编制|人员|科室|内设|架构|隶属|队伍/g],
  ['funds', 3, /预算|决算|收入|支出|收支|资金|经费|执行|拨款|结转|结余|投入|到位|财政|花费|用款/g],
  ['management', 4, /制度|内控|采购|资产|三公|合规|监督|监管|控制|公务/g],
  ['management', 3, /管理|规范/g],
  ['deviation', 6, /偏差|偏离|未完成|未达|未实现|差异/g],
  ['process', 5, /自评工作|评价工作|组织实施|评价方法|评价依据|评价程序|工作程序|工作过程|工作组织/g],
  ['basics', 4, /概况|简介|基本情况|概述|总体情况|基本信息/g],
  ['other', 6, /公开|应用|附件|名词解释|说明事项/g],
]

/** Words of sentences by what they tell: of what is wrong, of what will be done about it. */
export const WRONG =
  /不足|不够|欠缺|薄弱|滞后|偏低|偏少|偏慢|偏大|较少|较慢|困难|矛盾|缺乏|缺少|不高|不强|不大|不完善|不到位|不规范|不及时|不均|不平衡|不匹配|不精|不全|不准|有待|欠账|短缺|紧缺|难以|制约|老化|流失|压力大|参差不齐|脱节|较弱|突出问题|单一/g
export const WILL_BE =
  /(?:^|[，。；：])(?:一是|二是|三是|[（(]?[一二三四五六七八九\d]{1,2}[）)、.．])?(?:将|拟|要|继续|进一步|加强|强化|加大|健全|完善|积极|建立|推进|提高|严格|优化|规范|督促|探索|争取|落实|做好|加快|深化|持续|切实|建议|提前|细化|合理|认真|不断|改进|压实|明确|定期)(?!.{0,30}(?:了|已|全年|完成\d))/g
/** What was done is told with figures, or as done. */
export const WAS_DONE = /已|了|全年|共|累计|年内|完成|达到|\d(?!\d{3}年)/g

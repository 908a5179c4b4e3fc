import { directionOf, type LibraryIndicator } from '@/lib/domain/evaluation/library-indicator'
import { readTarget } from '@/lib/domain/reading/cell-reading'
import { operatorInForce } from '@/lib/domain/reading/meaning-of-target'

/** The 一级 of each 二级. */
const DIMENSIONS: Readonly<Record<string, string>> = {
  预算配置: '投入',
  预算执行: '过程',
  预算管理: '过程',
  资产管理: '过程',
  数量指标: '产出指标',
  质量指标: '产出指标',
  时效指标: '产出指标',
  成本指标: '产出指标',
  经济效益指标: '效益指标',
  社会效益指标: '效益指标',
  生态效益指标: '效益指标',
  服务对象满意度指标: '满意度指标',
}

/** The entries of a field of government, one a line: id, 二级, 三级, 年度指标值, 计量单位, 佐证, 计算. Throws where a line is not well-formed. */
export const fieldOf = (field: string, table: string): LibraryIndicator[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', group = '', name = '', target = '', unit = '', evidence = '', rule = '', ...more] = line.split('|')
      const dimension = DIMENSIONS[group]
      const context = { dimension: dimension ?? '', group, name, unit }
      const reading = readTarget(target, context)
      if (dimension === undefined || rule === '' || more.length > 0 || reading.kind !== 'number') throw new Error(`指标库：${line}`)
      const operator = operatorInForce(reading, context)
      return { id, field, dimension, group, name, target, unit, operator, direction: directionOf(operator), evidence, rule }
    })

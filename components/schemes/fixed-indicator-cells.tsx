'use client'
import { Section } from '@/components/ui/page'
import { FORMULA_FIGURES } from '@/lib/domain/schemes/formula-names'
import { Items, TextCell } from './editing'
import { RuleCells } from './rule-cells'

const empty = {
  id: '',
  dimension: '',
  group: '',
  name: '',
  unit: '%',
  maxScore: '',
  target: '',
  formula: '',
  rule: { kind: 'default' },
  clause: '',
}

/** 固定指标: given by the scheme to every department, some with a formula over its figures. */
export function FixedIndicatorCells() {
  return (
    <Section
      title="固定指标"
      description="由方案规定、每个部门都有的指标。填了公式的，实际完成值由部门填报的数据自动计算；没有公式的由部门填写。"
    >
      <details className="mb-4 text-sm">
        <summary className="cursor-pointer text-action underline underline-offset-4">公式怎么写</summary>
        <div className="mt-2 flex max-w-3xl flex-col gap-2">
          <p>
            用数字、下列数据名称和 + − × ÷ 及括号书写；可用
            最小（甲，乙）、最大（甲，乙）、四舍五入（值，小数位数）、如果（条件，值，值）。计量单位为 %
            的，公式算出的比例自动换算成百分数。
          </p>
          <p>有数据未填时不计分；数据不适用或 0 ÷ 0 时该指标不适用；非 0 的数除以 0 时由填报人评分并写明依据。</p>
          <p>{[...FORMULA_FIGURES.keys()].join('、')}</p>
        </div>
      </details>
      <Items path="fixedIndicators" itemName="固定指标" add={empty}>
        {(path) => (
          <div className="flex flex-col gap-3">
            <div className="grid gap-3 sm:grid-cols-3">
              <TextCell path={`${path}/name`} label="三级指标" />
              <TextCell path={`${path}/dimension`} label="一级指标" />
              <TextCell path={`${path}/group`} label="二级指标" />
              <TextCell path={`${path}/id`} label="编号" />
              <TextCell path={`${path}/maxScore`} label="分值" numeric />
              <TextCell path={`${path}/unit`} label="计量单位" />
              <TextCell path={`${path}/target`} label="年度指标值" />
              <TextCell path={`${path}/formula`} label="公式（没有则留空）" lines={2} className="sm:col-span-2" />
              <TextCell path={`${path}/clause`} label="条款或评分标准" lines={2} className="sm:col-span-3" />
            </div>
            <RuleCells path={`${path}/rule`} label="计分规则" />
          </div>
        )}
      </Items>
    </Section>
  )
}

'use client'
import { Section } from '@/components/ui/page'
import { parseQuantity, plain, plus, type Quantity, zero } from '@/lib/domain/quantities'
import { inPlainDigits } from '@/lib/domain/reading/number-reading'
import { CheckCell, Items, TextCell, useDraft, useValue } from './editing'
import { RuleCells } from './rule-cells'

/** 一级指标 and their 二级指标, with 分值 and rules. */
export function DimensionCells() {
  return (
    <Section
      title="指标体系"
      description="预算执行率与各一级指标的分值合计应为 100；填了分值的各级，下级合计应等于上级；只设固定指标的，固定指标合计应等于该级。分值留空表示由部门自行分配。"
    >
      <MaxScoreSum />
      <Items path="dimensions" itemName="一级指标" add={{ name: '', maxScore: '', groups: [] }} most={50}>
        {(path) => (
          <div className="flex flex-col gap-3">
            <div className="grid gap-3 sm:grid-cols-[1fr_8rem]">
              <TextCell path={`${path}/name`} label="一级指标" />
              <TextCell path={`${path}/maxScore`} label="分值" numeric />
            </div>
            <LevelCells path={path} />
            <Items path={`${path}/groups`} itemName="二级指标" add={{ name: '', maxScore: '' }} most={50}>
              {(group) => (
                <div className="grid gap-3 sm:grid-cols-[1fr_8rem]">
                  <TextCell path={`${group}/name`} label="二级指标" />
                  <TextCell path={`${group}/maxScore`} label="分值" numeric />
                  <div className="flex flex-col gap-3 sm:col-span-2">
                    <LevelCells path={group} />
                  </div>
                </div>
              )}
            </Items>
          </div>
        )}
      </Items>
    </Section>
  )
}

/** What 一级 and 二级指标 have in common: who sets the indicators below, and how these are scored. */
function LevelCells({ path }: { path: `dimensions/${number}` | `dimensions/${number}/groups/${number}` }) {
  const ruled = useValue(`${path}/rule`) !== undefined
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <RuleCells path={`${path}/rule`} label="其下指标的计分规则" optional />
        <CheckCell path={`${path}/closed`} label="只设固定指标，部门不自设指标" />
      </div>
      {ruled ? <TextCell path={`${path}/clause`} label="计分规则的条款" /> : null}
    </>
  )
}

/** 分值合计 as it stands while typing; texts that are no numbers are left out. */
function MaxScoreSum() {
  const { execution, dimensions } = useDraft()
  const parts = [execution?.maxScore ?? '', ...dimensions.map(({ maxScore }) => maxScore ?? '')].map((text) =>
    parseQuantity(inPlainDigits(text)),
  )
  const sum = parts.reduce<Quantity>((all, part) => (part === null ? all : plus(all, part)), zero)
  return <p className="mb-3 text-sm tabular-nums">{`预算执行率与一级指标分值合计：${plain(sum)} 分`}</p>
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader, Section } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { hasRoleAnywhere } from '@/lib/domain/people/permissions'
import { PastYearsForm } from './past-years-form'

export const metadata: Metadata = { title: '读入往年数据' }

/** Figures of past years of many departments by one list out of a workbook. */
export default async function PastYearsPage() {
  const viewer = await requireViewer()
  if (!hasRoleAnywhere(viewer, 'administrator')) notFound()
  return (
    <>
      <PageHeader
        title="读入往年数据"
        description="把各部门往年的收支数据一次填入往年的自评表，供次年沿用和逐年对照。往年的自评表先在“自评任务”中开启；检查时不写入任何内容，已填的数不会被改动。"
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '自评任务', href: '/rounds' }, { label: '读入往年数据' }]}
      />
      <Section>
        <PastYearsForm />
      </Section>
    </>
  )
}

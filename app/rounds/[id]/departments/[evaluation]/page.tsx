import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StatusTag } from '@/components/evaluation/status-tag'
import { DoneNotice } from '@/components/ui/done-notice'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { findPlaceInRound } from '@/lib/data/rounds/round-list'
import type { Query } from '@/lib/forms/query'
import { ExtendForm, TakeOutForm } from './place-forms'

export const metadata: Metadata = { title: '部门期限与移出' }

type Props = { params: Promise<{ id: string; evaluation: string }>; searchParams: Promise<Query> }

/** What an administrator may do about one department of a round. */
export default async function PlaceInRoundPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { id, evaluation } = await params
  const place = await findPlaceInRound(viewer, evaluation)
  if (place === null || place.roundId !== id) notFound()
  const { name, code, roundName, year, status, node, nodes, own, ofRound, begun, handedIn } = place
  return (
    <>
      <PageHeader
        title={name}
        description={
          <>
            {`${year} 年度 · ${code} `}
            <StatusTag status={status} node={node} />
          </>
        }
        breadcrumb={[
          { label: '工作台', href: '/' },
          { label: '自评任务', href: '/rounds' },
          { label: roundName, href: `/rounds/${id}` },
          { label: name },
        ]}
      />
      <DoneNotice query={await searchParams} />
      <p className="mb-4 text-sm">
        <Link href={`/evaluations/${evaluation}`} className="text-action underline underline-offset-4">
          查看自评表
        </Link>
      </p>
      <Section title="本部门期限" description="只对本部门有效；留空的环节按任务期限。退回时给定的整改期限也在这里，可以延长。">
        <ExtendForm evaluationId={evaluation} nodes={nodes} own={own} ofRound={ofRound} />
      </Section>
      <Section title="移出本任务">
        {handedIn ? (
          <p className="text-sm">本部门已经送审，办理记录须长期保存，不能移出。</p>
        ) : (
          <TakeOutForm evaluationId={evaluation} name={name} begun={begun} />
        )}
      </Section>
    </>
  )
}

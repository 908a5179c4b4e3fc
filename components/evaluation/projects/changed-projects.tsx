import { Link } from '@/components/ui/link'

/** A project that came, went or changed since the return; `href` null: it is gone. */
export type ChangedProject = { key: string; name: string; href: string | null; said: string }

/** Every project that is not what it was when the department was sent back, with the way to it. */
export function ChangedProjects({ projects }: { projects: readonly ChangedProject[] }) {
  return (
    <details open className="mb-4 rounded border border-line bg-surface px-3 py-2 text-sm print:hidden">
      <summary className="cursor-pointer font-medium">{`退回后有变化的项目 ${projects.length} 个`}</summary>
      <ul className="mt-1 grid max-h-60 gap-1 overflow-y-auto">
        {projects.map(({ key, name, href, said }) => (
          <li key={key}>
            {href === null ? (
              name
            ) : (
              <Link href={href} className="text-action underline underline-offset-4">
                {name}
              </Link>
            )}
            <span className="text-muted">：{said}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

import { Link } from './link'

/** Leads to the help page of this form or rule. */
export function HelpLink({ href, children = '填写说明' }: { href: string; children?: React.ReactNode }) {
  return (
    <Link href={href} className="text-sm text-action underline underline-offset-4">
      {children}
    </Link>
  )
}

'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { FormState, Issued } from '@/lib/forms/state/form-state'

/** Copies what an element shows, also where the browser gives its clipboard to secure pages only; false where it does not let anybody. */
async function copyShown(shown: Element): Promise<boolean> {
  const written = await navigator.clipboard?.writeText(shown.textContent ?? '').then(
    () => true,
    () => false,
  )
  if (written) return true
  window.getSelection()?.selectAllChildren(shown)
  return document.execCommand('copy')
}

/**
 * The passwords that were made by a form since its page was opened, to be copied or printed as slips. They are kept nowhere: with
 * the page they are gone, and not before.
 */
export function IssuedPasswords({ state }: { state: FormState }) {
  const [seen, setSeen] = useState(state)
  const [issued, setIssued] = useState<readonly Issued[]>([])
  const [copied, setCopied] = useState('')
  if (seen !== state) {
    setSeen(state)
    if (state.issued) setIssued([...issued, ...state.issued])
  }
  if (issued.length === 0) return null
  const copy = async ({ loginName }: Issued, button: Element) => {
    const shown = button.closest('li')?.querySelector('[data-password]')
    setCopied(shown && (await copyShown(shown)) ? loginName : '')
  }
  return (
    <div className="slips rounded border-l-4 border-success bg-success-soft px-4 py-3 text-sm">
      <p className="font-medium print:hidden">密码只在本页显示，离开后无法再查看。请转告本人，首次登录时须修改。</p>
      <ul role="status" className="mt-2 grid gap-2">
        {issued.map((one) => (
          <li
            key={`${one.loginName} ${one.password}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 print:border print:border-dashed print:p-4"
          >
            <span>
              {one.name}　用户名：<code>{one.loginName}</code>
            </span>
            <span>
              初始密码：
              <code data-password="" className="font-semibold select-all">
                {one.password}
              </code>
            </span>
            <Button
              variant="quiet"
              className="print:hidden"
              aria-label={`复制${one.name}的密码`}
              onClick={({ currentTarget }) => void copy(one, currentTarget)}
            >
              {copied === one.loginName ? '已复制' : '复制'}
            </Button>
            <span className="hidden basis-full print:block">首次登录时须修改密码。</span>
          </li>
        ))}
      </ul>
      <Button className="mt-2 print:hidden" onClick={() => window.print()}>
        打印密码条
      </Button>
    </div>
  )
}

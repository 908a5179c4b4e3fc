import { Button } from '@/components/ui/button'
import { PRODUCT_NAME } from '@/lib/messages/labels'
import type { Display } from './display'

const choices = {
  theme: { label: '颜色', options: { system: '跟随系统', light: '浅色', dark: '深色' } },
  contrast: { label: '对比度', options: { normal: '标准', high: '高对比' } },
  size: { label: '字号', options: { normal: '标准', large: '大字（适老）' } },
} as const satisfies { [K in keyof Display]: { label: string; options: Record<Display[K], string> } }

/** Foot of every page: display settings, which work without any script. */
export function AppFooter({ display }: { display: Display }) {
  return (
    <footer className="border-t border-line bg-surface text-sm text-muted print:hidden">
      <div className="mx-auto flex w-full max-w-[90rem] flex-wrap items-baseline justify-between gap-3 px-4 py-3 sm:px-6">
        <span>{PRODUCT_NAME}</span>
        <details>
          <summary className="min-h-6 text-action">显示设置</summary>
          <form action="/display" method="post" className="mt-2 flex flex-wrap items-end gap-3">
            {Object.entries(choices).map(([name, { label, options }]) => (
              <label key={name} className="flex flex-col gap-1">
                {label}
                <select
                  name={name}
                  defaultValue={display[name as keyof Display]}
                  className="min-h-8 rounded border border-line-strong bg-surface px-2 text-ink"
                >
                  {Object.entries(options).map(([value, text]) => (
                    <option key={value} value={value}>
                      {text}
                    </option>
                  ))}
                </select>
              </label>
            ))}
            <Button type="submit">应用</Button>
          </form>
        </details>
      </div>
    </footer>
  )
}

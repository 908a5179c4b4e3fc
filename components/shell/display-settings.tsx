import { Button } from '@/components/ui/button'
import type { Display } from './display'

const choices = {
  theme: { label: '颜色', options: { system: '跟随系统', light: '浅色', dark: '深色' } },
  contrast: { label: '对比度', options: { normal: '标准', high: '高对比' } },
  size: { label: '字号', options: { normal: '标准', large: '大字（适老）' } },
} as const satisfies { [K in keyof Display]: { label: string; options: Record<Display[K], string> } }

/**
 * How this browser shows the pages, beside the account; works without any script. Where it is open the summary lies over the whole page,
 * so that a press beside the panel closes it.
 */
export function DisplaySettings({ display }: { display: Display }) {
  return (
    <details className="group relative text-sm">
      <summary className="min-h-8 px-2 py-1 text-action group-open:before:fixed group-open:before:inset-0 group-open:before:z-30">
        显示设置
      </summary>
      <form
        action="/display"
        method="post"
        className="absolute top-full right-0 z-40 grid w-56 gap-3 rounded border border-line bg-surface p-4 shadow-lg"
      >
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
  )
}

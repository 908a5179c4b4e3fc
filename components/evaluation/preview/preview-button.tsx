'use client'
import { useRemembered } from '@/components/forms/remembered'
import { Button } from '@/components/ui/button'

export const usePreviewWanted = () => {
  const [chosen, choose] = useRemembered('preview')
  return [chosen === 'on', (on: boolean) => choose(on ? 'on' : '')] as const
}

/** 版面预览, on screens with room for it beside a form. */
export function PreviewButton() {
  const [wanted, want] = usePreviewWanted()
  return (
    <Button variant="quiet" className="max-xl:hidden" aria-pressed={wanted} onClick={() => want(!wanted)}>
      {wanted ? '关闭版面预览' : '版面预览'}
    </Button>
  )
}

'use client'
import { Button } from '@/components/ui/button'

/** Opens the browser's print dialogue; on paper stands what the screen shows as paper. */
export function PrintButton() {
  return <Button onClick={() => window.print()}>打印</Button>
}

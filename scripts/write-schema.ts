import { mkdirSync, writeFileSync } from 'node:fs'
import { documentJsonSchema } from '@/lib/exchange/document-format'

/** Writes the published JSON Schema of the evaluation document from the code that validates it. */
mkdirSync('public/schema', { recursive: true })
writeFileSync('public/schema/evaluation-1.json', `${JSON.stringify(documentJsonSchema(), null, 2)}\n`)

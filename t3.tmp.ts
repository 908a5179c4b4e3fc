import { readFileSync } from 'node:fs'
import { evaluateDocument } from '@/lib/exchange/evaluate'
const d=JSON.parse(readFileSync('/work/shared/corpus/seed-jinhua-2023.json','utf8'))
d.narrative=readFileSync('/work/shared/domain/jinhua-2023-report.txt','utf8')
const r=evaluateDocument(d); if(r.ok) for(const f of r.line.findings) console.log(f.code,f.severity,f.at,f.message,JSON.stringify((f as any)))

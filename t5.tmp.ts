import { assess } from '@/lib/domain/assessment'
import { findingSentence } from '@/lib/messages/findings'
import { foundingCase } from '@/tests/support/founding-case'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { documentOf } from '@/lib/exchange/evaluation-document'
import { readFileSync } from 'node:fs'
const e=foundingCase(); const a=assess(e)
for(const f of a.findings) console.log(f.code,f.severity,f.at,findingSentence(f))
const r=evaluateDocument(JSON.parse(JSON.stringify(documentOf(e))))
if(!r.ok) console.log(r.error); else {console.log(r.line.total,r.line.grade,r.line.executionRate); for(const f of r.line.findings) console.log('DOC',f.code,f.at,f.message)}
const j=evaluateDocument(JSON.parse(readFileSync('/work/shared/domain/jinhua-2023.json','utf8')))
if(j.ok) {console.log(j.line.total,j.line.grade); for(const f of j.line.findings) console.log('JSON',f.code,f.at,f.message)}

import { readFileSync } from 'node:fs'
import { jsonOf } from '@/lib/exchange/document-file'
import { parseDocument } from '@/lib/exchange/document-format'
import { formOfDocument } from '@/lib/exchange/form-of-document'
import { bundledScheme } from '@/lib/exchange/bundled-schemes'
import { checks, findingsOf } from '@/lib/domain/checks/catalogue'
const m=(s:string)=>{(globalThis as any).gc(); const u=process.memoryUsage(); console.log(s.padEnd(12),'heap',(u.heapUsed/1e6).toFixed(0),'rss',(u.rss/1e6).toFixed(0),'t',performance.now().toFixed(0))}
const f=process.argv[2]!
m('start')
let b:any=readFileSync(f); m('read')
let j:any=jsonOf(b); b=null; m('json')
let d:any=parseDocument(j.json); j=null; m('zod')
const form=formOfDocument(d.document,bundledScheme('national-2020')!); m('form')
d=null; m('form only')
for(const c of checks){const t=performance.now(); const n=c.find(form).length; const e=performance.now()-t; if(e>50) console.log(c.code,n,e.toFixed(0))}
const fs=findingsOf(form); m('findings '+fs.length)

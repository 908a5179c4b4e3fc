import { readFileSync, readdirSync } from 'node:fs'
import { evaluateDocument } from '@/lib/exchange/evaluate'
const dir='/work/shared/corpus/'
const expected=JSON.parse(readFileSync(dir+'expected.json','utf8')) as any[]
const verbose=process.argv.includes('-v')
for(const e of expected){
  const r=evaluateDocument(JSON.parse(readFileSync(dir+e.id+'.json','utf8')))
  if(!r.ok){console.log(e.id,'ERROR',r.error);continue}
  const l=r.line; const out:string[]=[]
  const is=(w:any,g:any)=>Array.isArray(w)?w.includes(g):w===g
  for(const f of ['executionRate','executionScore','total'] as const) if(f in e && !is(e[f],l[f])) out.push(`${f}: want ${JSON.stringify(e[f])} got ${l[f]}`)
  for(const [i,x] of Object.entries(e.indicators) as any){const g=l.indicators[i] as any; for(const k of Object.keys(x)) if(!is(x[k],g[k])) out.push(`ind ${i} ${k}: want ${JSON.stringify(x[k])} got ${g[k]} ${JSON.stringify(g)}`)}
  const under=(at:string,p:string)=>at===p||at.startsWith(p+'/')||p.startsWith(at+'/')
  for(const c of e.codes){const ats=c.at===undefined?null:[c.at].flat(); if(!l.findings.some(f=>f.code===c.code&&(ats===null||ats.some((p:string)=>under(f.at,p))))) out.push(`missing ${c.code} ${c.at}`)}
  for(const f of l.findings){const ok=e.mayRaise.includes(f.code)||e.codes.some((c:any)=>c.code===f.code&&(c.at===undefined||[c.at].flat().some((p:string)=>under(f.at,p)))); if(!ok||verbose) out.push(`${ok?'':'EXTRA '}${f.code} ${f.severity} ${f.at} ${f.message}`); if(e.clean&&f.severity==='error') out.push('ERROR IN CLEAN '+f.code)}
  console.log(e.id,out.length?'':'ok'); for(const o of out) console.log('   ',o)
}

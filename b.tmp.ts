import { readActual, readTarget } from '@/lib/domain/cell-reading'
import { compareCells } from '@/lib/domain/comparison'
const ctx={dimension:'产出指标',group:'数量指标',name:'示例指标',unit:''}
const cells=[['≥50个','60个'],['≥95%','96.5%'],['11月底前','10月'],['0起','全年未发生'],['有效提升','达成预期指标'],['2370人','2370人'],['≤202.6万元','132.9'],['不低于90%','95%以上']] as const
for(let k=0;k<5;k++){const t=performance.now(); for(let i=0;i<20000;i++) for(const [a,b] of cells){ compareCells(readTarget(a,ctx),readActual(b,ctx),ctx)} const e=performance.now()-t; console.log((e*1000/(20000*8)).toFixed(2),'µs per row')}
const t=performance.now(); for(let i=0;i<60000;i++) readTarget(cells[i%8]![0],ctx); console.log('60000 cells',(performance.now()-t).toFixed(0),'ms')

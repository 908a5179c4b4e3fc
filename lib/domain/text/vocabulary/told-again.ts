/** Words of what was left, each line of one sense. */
export const LEFT_SENSES: readonly RegExp[] = [
  /[欠拖]付|未[支拨]?付|尚有[^，。；\d]{0,4}$|待付|余款|尾款|结[余转]|未执行|未使用|剩余|未支出|沉淀/,
  /缺口|[尚还]差|不足|短缺|未到位/,
  /空编|缺编|空缺/,
]
/** Of another time, of each, of a plan, or of what was done with it. */
export const NOT_SAME_THING = /[上去]年|年初|\d{4}年|同期|计划|目标|预计|每|均|[较比]|增|减|收回|盘活|其中|节约/

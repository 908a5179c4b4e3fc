/**
 * Some programs that print to PDF, browsers among them, write whole signs as the radicals that look like them: ⽀出 for 支出. Read, copied
 * or searched for, the two are different signs. What is given back is as long as what was given.
 */

/** Radicals of which Unicode does not say what sign they are, or names the one that is not written here. */
const SUPPLEMENT: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⺁厂⺄乙⺇几⺈刀⺋卩⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺗心⺘手⺙攵⺛旡⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糸⺰纟⺱罓⺲罒⺴罒⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⼾户⾭青'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = '', sign = '']) => [radical, sign]),
)

/** A text in which whole signs stand for their radicals. */
export const withoutRadicals = (text: string): string =>
  text.replace(/[\u2e80-\u2fd5]/g, (radical) => SUPPLEMENT[radical] ?? radical.normalize('NFKC'))

import { searchText } from '@/lib/data/database/search'

/** A department to be generated, as its row stands in the database. */
export type Place = { id: string; parentId: string; kind: 'region' | 'authority' | 'unit'; name: string; code: string; path: string }

const CITIES = ['清源', '云岭', '安和', '泰宁', '平川', '长山', '南浦', '东溪', '西屏', '北原']
const COUNTIES = ['河口', '石桥', '青田', '白沙', '松林', '柳泉', '高台', '金塘', '银杏', '玉泉']
const BUREAUS = [
  '教育局',
  '卫生健康局',
  '民政局',
  '农业农村局',
  '水利局',
  '交通运输局',
  '文化旅游局',
  '市场监管局',
  '住房建设局',
  '应急管理局',
]
const UNITS = ['综合服务中心', '第一事务所', '第二事务所', '信息中心', '执法大队', '培训学校', '监测站', '项目办公室', '档案馆']

type Above = { id: string; path: string }

/** So many departments in an invented land: cities of ten counties, counties of ten bureaus, bureaus with nine units each. */
export function placesBelow(root: Above, count: number): { regions: Place[]; departments: Place[] } {
  const regions: Place[] = []
  const departments: Place[] = []
  let city = root
  let county: Place | undefined
  let bureau: Place | undefined
  for (let index = 0; index < count; index++) {
    const cityName = named(CITIES, Math.floor(index / 1000))
    if (index % 1000 === 0) {
      const made = below(root, 'region', `示例${cityName}市`, `8${digits(index / 1000, 2)}`)
      regions.push(made)
      city = made
    }
    if (index % 100 === 0 || county === undefined) {
      county = below(city, 'region', `示例${cityName}${named(COUNTIES, Math.floor(index / 100) % 10)}县`, `8${digits(index / 100, 4)}`)
      regions.push(county)
    }
    const code = `8${digits(index, 6)}`
    if (index % 10 === 0 || bureau === undefined) {
      bureau = below(county, 'authority', `${county.name}${BUREAUS[Math.floor(index / 10) % 10]}`, code)
      departments.push(bureau)
    } else departments.push(below(bureau, 'unit', `${bureau.name}${UNITS[(index % 10) - 1]}`, code))
  }
  return { regions, departments }
}

function below(parent: Above, kind: Place['kind'], name: string, code: string): Place {
  const id = `province${code}`
  return { id, parentId: parent.id, kind, name, code, path: `${parent.path}${id}/` }
}

const digits = (number: number, length: number): string => String(number).padStart(length, '0')
const named = (names: readonly string[], index: number): string =>
  `${names[index % names.length]}${index < names.length ? '' : Math.floor(index / names.length) + 1}`

/** The row as `COPY departments (id, parent_id, kind, name, code, path, search)` reads it. */
export const lineOf = ({ id, parentId, kind, name, code, path }: Place): string =>
  `${[id, parentId, kind, name, code, path, searchText(name, code)].join('\t')}\n`

import type { PlainRefusal, Refusal, RefusalCode, RefusalFacts } from '@/lib/domain/decision/decision'
import { evidenceKindLabels } from './evidence'
import { departmentKindLabels, nodeLabels } from './labels'

type Saying<Code extends keyof RefusalFacts> = (facts: RefusalFacts[Code]) => string
type Sentences = Readonly<Record<PlainRefusal, string>> & { readonly [Code in keyof RefusalFacts]: Saying<Code> }

/** Every refusal in Chinese, by its code. Append at the end of the group you belong to. */
const sentences: Sentences = {
  // Forms in general
  'not-permitted': '您无权进行此操作，或者该内容不存在。',
  'invalid-form': '填写有误，请按各栏提示修改后重新提交。',
  'invalid-field': '填写有误。',
  'changed-meanwhile': '内容已被他人修改，请核对后重新提交。',

  // What stands around the database
  'disk-full': '服务器磁盘空间不足，没有保存，填写的内容仍在本页。请联系系统管理员腾出空间，然后再保存。',
  'database-read-only': '数据库现为只读，没有保存，填写的内容仍在本页。请联系系统管理员处理，然后再保存。',
  'database-busy': '系统繁忙，没有保存，填写的内容仍在本页。请稍后再保存。',
  'database-silent': '数据库没有应答，不能确定是否已保存，填写的内容仍在本页。请稍后再保存一次；已保存的内容不会重复。',

  // Sign-in
  'wrong-credentials': '用户名或密码不正确。',
  'too-many-attempts': ({ minutes }) => `登录失败次数过多，请于 ${minutes} 分钟后再试。`,
  'account-unavailable': '该账号不可用，请联系管理员。',
  'sign-in-unavailable': '暂时无法登录，请稍后再试。',
  'session-ended': '登录已失效，请重新登录。',
  'other-account': ({ now, drawnFor }) =>
    `当前登录的是“${now}”，本页由“${drawnFor}”打开，本次操作没有执行，填写的内容仍在本页。请换回原账号再试，或刷新页面（刷新后填写的内容不再保留）。`,
  'page-outdated': '本页已失效，本次操作没有执行。请刷新页面后重试。',
  'signed-out': '登录已过期，本次操作没有执行，填写的内容仍在本页。请在新标签页登录，再回到本页重试。',

  // Passwords
  'password-wrong': '当前密码不正确。',
  'password-too-short': ({ shortest }) => `密码至少 ${shortest} 个字符。`,
  'password-too-long': ({ longest }) => `密码最多 ${longest} 个字符。`,
  'password-is-login-name': '密码不得与用户名相同或包含用户名。',
  'password-unchanged': '新密码不得与当前密码相同。',
  'password-too-simple': '密码过于简单，请勿使用单一重复字符或常见密码。',
  'password-not-repeated': '两次输入的新密码不一致。',

  // Users
  'login-name-taken': ({ loginName }) => `用户名“${loginName}”已被使用。`,
  'no-such-login-name': ({ loginName }) => `没有用户名为“${loginName}”的账号。`,
  'user-not-found': '用户不存在，或不在您的管理范围内。',
  'own-account': '不能停用自己的账号。',
  'last-administrator': '这是最后一名可用的全域管理员，不能停用或撤销其管理员角色。',
  'membership-exists': '该用户在此部门已有相同角色。',
  'membership-not-found': '该任职不存在，可能已被撤销。',
  'membership-outside-scope': '所选部门不在您的管理范围内。',
  'demo-database': '当前数据库为演示数据库，不能建立正式账号。请另行指定正式数据库（DATABASE_URL）。',

  // Departments
  'department-not-found': '部门不存在，或不在您的管理范围内。',
  'department-code-taken': ({ code, name }) => `单位代码“${code}”已被“${name}”使用。`,
  'department-name-taken': ({ name }) => `同一上级下已有名为“${name}”的部门。`,
  'department-parent-kind': ({ kind, parentKind }) => `${departmentKindLabels[kind]}不能设在${departmentKindLabels[parentKind]}之下。`,
  'roster-empty': '名册中没有可以建立的内容：请粘贴或读入带表头的表格。',
  'roster-contradicts': ({ code }) => `单位代码“${code}”在名册中有不同的名称、类型或上级，请改为一致。`,
  'roster-department-incomplete': ({ code }) => `“${code}”尚未建立，请填写其单位名称、类型和上级代码。`,
  'roster-parent-unknown': ({ code }) => `上级代码“${code}”既不在系统中，也不在名册中。`,
  'roster-columns': ({ names }) => `没有找到表头：第一行应有${names}。`,
  'roster-faulty': ({ count }) => `名册中有 ${count} 行需要改正，全部改正后才能建立；目前没有写入任何内容。`,
  'roster-too-long': ({ most }) => `名册一次最多 ${most} 行，请分几次建立。`,
  'past-years-empty': '没有可以读入的数：请粘贴或读入带表头的表格，至少有一列收支数据。',
  'past-years-columns': ({ names }) => `没有找到表头：第一行应有${names}和各项收支数据。`,
  'past-years-unknown': ({ names }) => `不认识或重复的列：${names}。请改用空白表中的列名，或删去用不到的列。`,
  'past-years-faulty': ({ count }) => `有 ${count} 行需要改正，全部改正后才能采用；这些行没有写入任何内容。`,
  'past-years-too-long': ({ most }) => `一次最多读入 ${most} 行，请分几次读入。`,
  'past-year-department': ({ code }) => `单位代码“${code}”不存在，或不在您的管理范围内。`,
  'past-year-twice': ({ line }) => `与第 ${line} 行是同一部门同一年度，请只保留一行。`,
  'past-year-not-open': ({ year }) => `该部门没有 ${year} 年度的自评表，请先在“自评任务”中开启 ${year} 年度并选定该部门。`,
  'past-year-locked': ({ year }) => `${year} 年度的自评表已送审，不能再填入。`,
  'past-year-current': ({ year }) => `${year} 年度不早于该部门最近一次自评，应由部门自己填报。`,
  'department-cycle': '不能移动到自身或其下级之下。',
  'department-root': '根节点不能移动或撤销。',
  'department-parent-closed': '上级部门已撤销。',
  'department-has-open-children': ({ count }) => `尚有 ${count} 个未撤销的下级部门，请先处理下级部门。`,
  'department-changed': ({ name }) => `部门“${name}”已被他人修改，请刷新后重试。`,

  // Rounds
  'round-not-found': '自评任务不存在，或不在您的管理范围内。',
  'round-group-not-found': '本任务没有这一组部门，请重新选择。',
  'round-name-taken': ({ year, name }) => `${year} 年度已有名为“${name}”的自评任务。`,
  'round-group-name-taken': ({ name }) => `本任务已有名为“${name}”的部门组。`,
  'scheme-not-published': '所选评价方案不存在或尚未发布。',
  'round-without-departments': '请至少选择一个部门。',
  'round-department-closed': ({ name }) => `“${name}”已撤销，不能列入自评任务。`,
  'approved-indicator': '该指标的指标值已经批复，不能删除。确需取消的，请在实际完成值填“不适用”并说明理由。',
  'round-department-alone': ({ name }) => `“${name}”没有下属单位，不能按汇总数评价，请取消勾选“汇总下属单位”。`,
  'round-department-unavailable': ({ count }) => `所选部门中有 ${count} 个不存在或不在您的管理范围内。`,
  'deadline-past': '期限不能早于今天。',
  'round-department-begun': ({ name }) => `“${name}”已经送审，不能移出本任务。`,
  'round-begun': ({ count }) => `已有 ${count} 个部门开始填报，不能作废。仍要取消的，请先逐个移出这些部门。`,
  'round-department-already-in': ({ name }) => `“${name}”在本任务中已有自评表。`,
  'deadline-node': ({ node }) => `评价方案未启用“${nodeLabels[node]}”环节，不能设定期限。`,
  'deadline-order': ({ node }) => `“${nodeLabels[node]}”的期限早于前一环节。`,

  // Projects
  'project-name-taken': ({ name }) => `已有名为“${name}”的项目。`,
  'project-code-taken': ({ code, name }) => `项目编码“${code}”是本部门项目“${name}”的。`,
  'projects-too-many': ({ most }) => `一个年度最多 ${most} 个项目。`,
  'projects-unfinished': ({ names, count }) => `有 ${count} 个项目还不能送审：${names}。项目的错误须更正，警告须说明，沿用的内容须确认。`,

  // Schemes
  'schemes-whole': '评价方案各部门共用，只有管理全部部门的管理员可以复制、修改、发布和删除。',
  'scheme-not-found': '评价方案不存在，可能已被删除。',
  'scheme-published': '该版本已发布，不能再修改；请复制为新版本。',
  'scheme-changed': '该草稿已被他人修改，您填写的内容未保存。请在另一窗口打开最新内容，核对后重新填写。',
  'scheme-has-draft': ({ version }) => `该方案已有未发布的草稿（第 ${version} 版），请先发布或删除。`,
  'scheme-id-taken': ({ id }) => `方案编号“${id}”已被使用。`,
  'scheme-id-malformed': '方案编号只能用小写字母、数字和连字符，名称不能为空。',
  'scheme-unfit': ({ count }) => `方案还有 ${count} 处需要更正，请在“修改”中更正并保存后再发布。`,
  'scheme-no-bounds': '方案的内容层级或条目过多，不是评价方案，未予保存。',
  'scheme-problems': ({ count }) => `方案还有 ${count} 处需要更正，未予保存。`,

  // Cells
  'cell-unknown': '没有这个填写项，可能已被删除，请刷新页面。',
  'cell-too-long': ({ longest, length }) => `最多 ${longest} 个字，现有 ${length} 个字。`,
  'character-broken': '含有不完整的字符（半个代理对），无法保存。请删去后重新输入。',
  'several-numbers': '这一格里有多个数。每格只能填一个数；千位之间可以用逗号或空格分隔。',
  'sign-foreign': ({ sign }) => `“${sign}”不能作为数字，请改用 0 至 9。`,
  'money-not-a-number': '请填写数字，单位为万元，例如 8,988.68；未填请留空，不适用请写“不适用：原因”。',
  'money-in-yuan': '本表单位为万元，请换算成万元后填写。',
  'money-negative': '金额不能为负数。',
  'money-decimals': '金额以万元计最多六位小数。',
  'money-too-large': '金额过大，请核对单位是否为万元。',
  'count-not-whole': '请填写不小于 0 的整数。',
  'count-too-large': '人数过大，请核对。',
  'reason-missing': ({ example }) => `请写明不适用的原因，例如“${example}”。`,
  'points-out-of-range': '请填写 0 至 100 之间的分数。',
  'points-decimals': '分数最多两位小数。',
  'share-out-of-range': '请填写 0% 至 100% 之间的百分数，例如 85%。',
  'share-ambiguous': ({ typed }) => `“${typed}”可能是系数，也可能是百分数，请带百分号填写，例如 85%。`,
  'share-decimals': '百分数最多四位小数。',
  'datum-unknown': ({ name }) => `没有名为“${name}”的数据。引用数据请用“插入数据”选取；不作引用的，请去掉花括号。`,
  'datum-not-here': '这一栏不能引用数据，请直接写数字，并去掉花括号。',
  'date-unreadable': '请填写有效日期，例如 2024-05-29。',

  // Saving cells and rows
  'no-such-cell': '没有这一栏，请刷新页面后重试。',
  'no-such-row': '所选的行已不存在，请刷新页面后重试。',
  'fixed-by-scheme': '该项由评价方案规定，不能修改或删除。',
  'reason-required': '请填写理由。',
  'grounds-required': '给出复核分的，请填写复核依据。',
  'grounds-say-nothing': '依据不能只写“无”“/”“同上”“详见附件”之类，请写明凭什么给分，例如台账、验收单、抽查情况；没有依据的，请留空。',
  'above-most': ({ most }) => `复核分不能超过本项分值 ${most} 分。`,
  'too-large': '数值过大，超出可保存的范围。',
  'too-precise': '最多精确到 0.01 元（万元为六位小数）或 0.01 分。',
  'too-long': ({ longest }) => `最多 ${longest} 个字。`,
  'too-many-cells': ({ most }) => `一次最多保存 ${most} 栏。`,
  'too-many-rows': ({ most }) => `每张表最多 ${most} 行。`,
  'row-changed': ({ byName }) => `“${byName}”刚修改过这一行，未予删除，请核对后再删。`,
  'explained-meanwhile': ({ byName, text }) => `${byName}已将说明改为“${text}”。您填写的仍在此处，核对后再次保存即以您的为准。`,
  'nothing-to-carry': '上年的内容在本页都已有，没有可以沿用的。',
  'finding-changed': '该校验结果的数据已变化，请刷新后重新说明。',

  // Review
  locked: '当前状态下不能进行此操作。',
  'note-past': '该批注已随上次送审办结，不能再改。',
  'acted-elsewhere': ({ node }) => `您已在“${nodeLabels[node]}”环节经办过本份自评，同一人不能办理两个环节。`,
  'carried-unconfirmed': ({ count }) => `还有 ${count} 个栏目沿用了上年内容，尚未核对确认，暂不能送审。`,
  'open-findings': ({ errors, warnings }) => `还有 ${errors} 个错误未改正、${warnings} 个警告未说明，暂不能送审。`,
  'opened-already': ({ byName }) => `${byName}已打开送审的内容，不能撤回；需要修改的，请联系其退回。`,
  'reconstructed-never-published': '本例含示例倒推数据，不能公开。',

  // Long work
  'year-without-evaluations': ({ year }) => `${year} 年度没有您管理的自评表。`,
  'job-over': '该任务的状态刚刚变化，请刷新页面。',
  'job-without-right': '发起人的账号已停用，或已没有办理此任务的权限，任务已中止。已完成的部分保留；恢复权限后可以点击“继续”。',
  'job-broken': '处理时多次出错，任务已中止。已完成的部分保留；请稍后点击“继续”，仍不成功的，请联系管理员查看服务器日志。',

  // Papers
  'file-missing': '文件缺失，无法提供。请联系管理员从备份中恢复。',
  'file-altered': '文件内容与存入时不一致，不再提供。请联系管理员从备份中恢复。',
  'file-unreadable': '文件暂时无法读取。请稍后再试；仍不成功的，请联系管理员。',
  'file-not-kept': '文件无法保存：存储空间不足，或文件夹不可写。请联系管理员处理后重试。',
  'missing-glyph': ({ characters }) =>
    `下列字符没有可用的字体，无法排印：${characters}。请改用其他写法，或由管理员在 FONT_DIR 文件夹中放入含有该字的字体。`,
  'missing-glyph-in-project': ({ characters, project, cell }) =>
    `项目“${project}”的“${cell}”中，下列字符没有可用的字体，无法排印：${characters}。请到该项目中改用其他写法后再送审。`,
  'fonts-missing': ({ fonts }) => `排印所需的字体没有准备好：${fonts}。请由管理员重新启动程序，启动时会自动准备。`,
  'typesetting-busy': '排印任务过多，请稍后再试。',
  'reading-busy': '正在读取的文件过多，请稍后再试。',
  'paper-replaced': '读入的报告已被换成另一份，本次没有采用任何内容。请刷新页面后核对。',
  'workbook-replaced': '读入的工作簿已被换成另一份，本次没有采用任何内容。请刷新页面后核对。',
  'table-says-nothing': '按此对应，没有找到本表要填的数据，没有保存。请核对工作表、标题所在的行和各列、各行的对应。',
  'workbook-of-another': ({ department, year }) =>
    `这是“${department}”${year} 年度的工作簿，不能读入本份自评。请选择本部门本年度下载的工作簿。`,
  'evidence-empty': '文件是空的，没有内容。',
  'evidence-kind': '不是可以接收的文件。请使用 PDF、JPG、PNG、DOCX、XLSX 或 OFD 文件，其他文件可先另存或打印为 PDF。',
  'evidence-archive': '这是压缩包。请解压后把其中的文件逐个上传。',
  'evidence-old-office':
    '这是旧格式（DOC、XLS 等）或加了密码的文件。请用 WPS 等办公软件打开，另存为不带密码的 DOCX、XLSX 或 PDF 后再上传。',
  'evidence-active': '文件中含有宏、脚本、程序，或夹带了另一个文件，未予接收。请另存为不含这些内容的 PDF 后再上传。',
  'evidence-broken': '文件不完整或结构异常，未予接收。请先确认能正常打开，必要时重新导出或扫描。',
  'evidence-name': '文件名中有斜线或不能识别的字，或只有后缀。请改名后再上传。',
  'evidence-place': '这份材料所属的位置已不存在，或者还没有保存。请先保存，或另选位置。',
  'evidence-unfinished': '未传完的文件过多，请先把它们传完，或过一天再试。',
  'evidence-ending': ({ ending, kind }) => `文件内容是 ${evidenceKindLabels[kind]}，文件名却以“.${ending}”结尾。请改名后再上传。`,
  'evidence-too-large': ({ size }) => `文件过大（${size} MB），每个不得超过 50 MB。可降低扫描分辨率，或拆成几个文件。`,
  'evidence-too-many': ({ most }) => `每份自评最多 ${most} 个佐证文件，请先删除不需要的。`,
  'evidence-here': ({ name }) => `这里已有内容完全相同的文件“${name}”，不必重复上传。`,
  'typesetting-failed': ({ reason }) => `排印失败，请联系管理员（${reason}）。`,

  // Starting the program
  'secret-missing': '未设置 AUTH_SECRET。正式运行必须设置至少 32 个字符的随机密钥，例如：openssl rand -base64 48',
  'secret-weak': 'AUTH_SECRET 过短或过于简单，须为至少 32 个字符的随机密钥，例如：openssl rand -base64 48',
  'demo-with-real-accounts': '数据库中已有正式账号，不能以演示模式启动。请取消 HENGJI_DEMO=1，或改用其他数据库。',
  'demo-data-present': '数据库中有演示数据，不能作为正式系统使用。请另行指定正式数据库（DATABASE_URL）。',
}

/** Whether there is such a refusal, whose sentence needs nothing more. */
export const isPlainRefusal = (code: string): code is PlainRefusal =>
  Object.hasOwn(sentences, code) && typeof sentences[code as PlainRefusal] === 'string'

/** Every refusal that is said. */
export const refusalCodes = Object.keys(sentences) as RefusalCode[]

/** The sentence for a refusal. One that was stored may be of an older program that knew another code: it is said as such. */
export function refusalSentence(refusal: Refusal): string {
  if (!Object.hasOwn(sentences, refusal.code)) return `无法完成操作（${refusal.code}）。`
  return refusal.facts === undefined ? sentences[refusal.code] : said(refusal)
}

/** The same at a cell whose amount is filled in in 元. */
export const refusalInYuan = (refusal: Refusal): string => IN_YUAN[refusal.code] ?? refusalSentence(refusal)

const IN_YUAN: Readonly<Partial<Record<RefusalCode, string>>> = {
  'money-not-a-number': '请填写数字，单位为元，例如 89,886,800.00；未填请留空，不适用请写“不适用：原因”。',
  'money-in-yuan': '金额以元计最多两位小数。',
  'money-too-large': '金额过大，请核对单位是否为元。',
}

/** A refusal's facts are those of its code; of any code the compiler does not see it. */
const said = <Code extends keyof RefusalFacts>({ code, facts }: { code: Code; facts: RefusalFacts[Code] }): string =>
  (sentences[code] as Saying<Code>)(facts)

/** Facts of these names: texts, numbers and names, never wording. */
type Texts<Name extends string> = Readonly<Record<Name, string>>

/** Nodes of the review and kinds of departments, as the wings that stand on this file call them. */
type Node = 'entry' | 'unit' | 'supervisor' | 'finance' | 'disclosure'
type Kind = 'region' | 'authority' | 'unit'

/** Refusals whose sentence needs nothing more. Append at the end of the group you belong to. */
export type PlainRefusal =
  // Forms in general
  | 'not-permitted'
  | 'invalid-form'
  | 'invalid-field'
  | 'changed-meanwhile'
  // What stands around the database
  | 'disk-full'
  | 'database-read-only'
  | 'database-busy'
  | 'database-silent'
  // Sign-in
  | 'wrong-credentials'
  | 'account-unavailable'
  | 'sign-in-unavailable'
  | 'session-ended'
  | 'page-outdated'
  | 'signed-out'
  // Passwords
  | 'password-wrong'
  | 'password-is-login-name'
  | 'password-unchanged'
  | 'password-too-simple'
  | 'password-not-repeated'
  // Users
  | 'user-not-found'
  | 'own-account'
  | 'last-administrator'
  | 'membership-exists'
  | 'membership-not-found'
  | 'membership-outside-scope'
  | 'demo-database'
  // 名册
  | 'roster-empty'
  | 'past-years-empty'
  // Departments
  | 'department-not-found'
  | 'department-cycle'
  | 'department-root'
  | 'department-parent-closed'
  // Rounds
  | 'round-not-found'
  | 'round-group-not-found'
  | 'scheme-not-published'
  | 'round-without-departments'
  | 'deadline-past'
  | 'approved-indicator'
  // Schemes
  | 'schemes-whole'
  | 'scheme-not-found'
  | 'scheme-published'
  | 'scheme-changed'
  | 'scheme-id-malformed'
  | 'scheme-no-bounds'
  // Cells
  | 'cell-unknown'
  | 'character-broken'
  | 'several-numbers'
  | 'money-not-a-number'
  | 'money-in-yuan'
  | 'money-negative'
  | 'money-decimals'
  | 'money-too-large'
  | 'count-not-whole'
  | 'count-too-large'
  | 'points-out-of-range'
  | 'points-decimals'
  | 'share-out-of-range'
  | 'share-decimals'
  | 'datum-not-here'
  | 'date-unreadable'
  // Saving cells and rows
  | 'no-such-cell'
  | 'no-such-row'
  | 'fixed-by-scheme'
  | 'reason-required'
  | 'grounds-required'
  | 'grounds-say-nothing'
  | 'too-large'
  | 'too-precise'
  | 'finding-changed'
  | 'nothing-to-carry'
  // Review
  | 'locked'
  | 'note-past'
  | 'reconstructed-never-published'
  // Long work
  | 'job-over'
  | 'job-broken'
  | 'job-without-right'
  // Papers
  | 'file-missing'
  | 'file-altered'
  | 'file-unreadable'
  | 'file-not-kept'
  | 'typesetting-busy'
  | 'reading-busy'
  | 'paper-replaced'
  | 'workbook-replaced'
  | 'table-says-nothing'
  // 佐证材料
  | 'evidence-empty'
  | 'evidence-kind'
  | 'evidence-archive'
  | 'evidence-old-office'
  | 'evidence-active'
  | 'evidence-broken'
  | 'evidence-name'
  | 'evidence-place'
  | 'evidence-unfinished'
  // Starting the program
  | 'secret-missing'
  | 'secret-weak'
  | 'demo-with-real-accounts'
  | 'demo-data-present'

/** What the sentence of each other refusal needs to know. Who refuses and lib/messages/refusals.ts both keep to it. */
export type RefusalFacts = {
  // Sign-in
  'too-many-attempts': Texts<'minutes'>
  'other-account': Texts<'now' | 'drawnFor'>
  // Passwords
  'password-too-short': Texts<'shortest'>
  'password-too-long': Texts<'longest'>
  // Users
  'login-name-taken': Texts<'loginName'>
  'no-such-login-name': Texts<'loginName'>
  // Departments
  'department-code-taken': Texts<'code' | 'name'>
  'department-name-taken': Texts<'name'>
  'department-parent-kind': Readonly<{ kind: Kind; parentKind: Kind }>
  'department-has-open-children': Texts<'count'>
  'department-changed': Texts<'name'>
  // 名册
  'roster-contradicts': Texts<'code'>
  'roster-department-incomplete': Texts<'code'>
  'roster-parent-unknown': Texts<'code'>
  'roster-columns': Texts<'names'>
  'roster-faulty': Texts<'count'>
  'roster-too-long': Texts<'most'>
  // 往年数据
  'past-years-columns': Texts<'names'>
  'past-years-unknown': Texts<'names'>
  'past-years-faulty': Texts<'count'>
  'past-years-too-long': Texts<'most'>
  'past-year-department': Texts<'code'>
  'past-year-twice': Texts<'line'>
  'past-year-not-open': Texts<'year'>
  'past-year-locked': Texts<'year'>
  'past-year-current': Texts<'year'>
  // Rounds
  'round-name-taken': Texts<'year' | 'name'>
  'round-group-name-taken': Texts<'name'>
  'round-department-closed': Texts<'name'>
  // Projects
  'project-name-taken': Texts<'name'>
  'project-code-taken': Texts<'code' | 'name'>
  'projects-too-many': Texts<'most'>
  'projects-unfinished': Texts<'names' | 'count'>
  'round-department-alone': Texts<'name'>
  'round-department-unavailable': Texts<'count'>
  'round-department-already-in': Texts<'name'>
  'round-department-begun': Texts<'name'>
  'round-begun': Texts<'count'>
  'deadline-node': Readonly<{ node: Node }>
  'deadline-order': Readonly<{ node: Node }>
  // Schemes
  'scheme-has-draft': Texts<'version'>
  'scheme-id-taken': Texts<'id'>
  'scheme-unfit': Texts<'count'>
  'scheme-problems': Texts<'count'>
  // Cells
  'cell-too-long': Texts<'longest' | 'length'>
  'sign-foreign': Texts<'sign'>
  'reason-missing': Texts<'example'>
  'share-ambiguous': Texts<'typed'>
  'datum-unknown': Texts<'name'>
  // Saving cells and rows
  'above-most': Texts<'most'>
  'too-long': Texts<'longest'>
  'too-many-cells': Texts<'most'>
  'too-many-rows': Texts<'most'>
  'row-changed': Texts<'byName'>
  'explained-meanwhile': Texts<'byName' | 'text'>
  // Review
  'acted-elsewhere': Readonly<{ node: Node }>
  'carried-unconfirmed': Texts<'count'>
  'open-findings': Texts<'errors' | 'warnings'>
  'opened-already': Texts<'byName'>
  // Long work
  'year-without-evaluations': Texts<'year'>
  // Papers
  'missing-glyph': Texts<'characters'>
  'missing-glyph-in-project': Texts<'characters' | 'project' | 'cell'>
  'fonts-missing': Texts<'fonts'>
  'typesetting-failed': Texts<'reason'>
  'workbook-of-another': Texts<'department' | 'year'>
  // 佐证材料
  'evidence-ending': Readonly<{ ending: string; kind: 'pdf' | 'png' | 'jpeg' | 'docx' | 'xlsx' | 'ofd' }>
  'evidence-too-large': Texts<'size'>
  'evidence-too-many': Texts<'most'>
  'evidence-here': Texts<'name'>
}

export type RefusalCode = PlainRefusal | keyof RefusalFacts
export type Refusal =
  | { code: PlainRefusal; facts?: never }
  | { [Code in keyof RefusalFacts]: { code: Code; facts: RefusalFacts[Code] } }[keyof RefusalFacts]

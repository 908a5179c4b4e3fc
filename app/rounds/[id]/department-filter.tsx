import { SearchForm } from '@/components/forms/search-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Field, Select, TextInput } from '@/components/ui/field'
import { REVIEW_STATUSES, type ReviewStatus } from '@/lib/domain/review/review'
import { statusLabels } from '@/lib/messages/labels'

/** Narrows the departments of a round. A plain GET form: what it says stands in the address. */
export function DepartmentFilter({ path, search, status }: { path: string; search: string; status: ReviewStatus | null }) {
  return (
    <search>
      <SearchForm action={`${path}#departments`} className="mb-4 flex flex-wrap items-end gap-3">
        <Field id="department-search" label="部门名称、代码或拼音" className="w-full sm:w-64">
          <TextInput id="department-search" type="search" name="search" defaultValue={search} maxLength={60} />
        </Field>
        <Field id="department-status" label="状态" className="min-w-32 grow sm:grow-0">
          <Select id="department-status" name="status" defaultValue={status ?? ''}>
            <option value="">全部</option>
            {REVIEW_STATUSES.map((one) => (
              <option key={one} value={one}>
                {statusLabels[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit">筛选</Button>
        {search === '' && status === null ? null : (
          <LinkButton variant="quiet" href={`${path}#departments`}>
            清除筛选
          </LinkButton>
        )}
      </SearchForm>
    </search>
  )
}

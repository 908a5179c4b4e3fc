import type { z } from 'zod'

/**
 * The names of a form's fields, held against its schema: `name={field('loginName')}` does not compile where the schema
 * calls it otherwise. Only the type of the schema is looked at; nothing of it goes to the browser.
 */
export const fieldsOf =
  <Schema extends z.ZodType>() =>
  <Name extends FieldName<Schema>>(name: Name): Name =>
    name

type FieldName<Schema extends z.ZodType> = keyof z.input<Schema> & string

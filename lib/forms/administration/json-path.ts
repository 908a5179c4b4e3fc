/**
 * Every place in a JSON value of type `T`, as a path of its keys: `dimensions/0/maxScore`. `Any` is how an item of a list
 * is called: a number where one is meant, `*` where all are, then also for the keys of a record.
 */
export type JsonPath<T, Any extends string = `${number}`> = T extends readonly (infer Item)[]
  ? Below<Any, NonNullable<Item>, Any>
  : T extends object
    ? { [Key in keyof T & string]-?: Below<Key | Extract<Any, '*'>, NonNullable<T[Key]>, Any> }[keyof T & string]
    : never

type Below<Step extends string, T, Any extends string> = Step | `${Step}/${JsonPath<T, Any>}`

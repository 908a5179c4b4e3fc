/** How a table or row of a project is called in a workbook of many. */
export const projectKey = (id: string, key: string): string => `projects/${id}/${key}`

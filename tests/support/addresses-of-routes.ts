import fs from 'node:fs'
import path from 'node:path'
import { home } from '@/scripts/setup/folders.mjs'

/** The addresses of all pages and of all routes, with something that could be an id wherever they hold one. */
export function addressesOfRoutes(): { pages: string[]; routes: string[] } {
  const files = fs
    .readdirSync(path.join(home, 'app'), { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.split(path.sep).join('/')}`)
  const of = (name: RegExp) =>
    files
      .filter((file) => name.test(file))
      .map((file) => file.replace(name, '') || '/')
      .map((file) =>
        file
          .replace('[...nextauth]', 'callback/password')
          .replace('[year]', '2024')
          .replace('[topic]', 'funds')
          .replace('[id]', 'cm0000000000000000000000'),
      )
      .sort()
  return {
    // A page that there is not is asked for as well
    pages: [...of(/\/page\.tsx$/), '/nowhere'],
    routes: [...of(/\/route\.ts$/), '/api/auth/csrf', '/api/auth/_log', '/api/auth/signin', '/api/auth/session'],
  }
}

import { execFileSync } from 'node:child_process'

const repository = process.env.GITHUB_REPOSITORY || 'conv-faq/conv-faq'

/** Where a file of the project can be edited. */
export const editAddress = (file: string): string => `https://github.com/${repository}/edit/main/${file}`

/** The day of a file's last commit, or nothing where there is no history to ask. */
export function lastChange(file: string): string | undefined {
  try {
    const day = execFileSync('git', ['log', '-1', '--format=%cs', '--', file], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
    return day || undefined
  } catch {
    return undefined
  }
}

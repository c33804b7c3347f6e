import { execSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'

const run = (command: string): boolean => {
  try {
    execSync(command, { stdio: ['ignore', 'ignore', 'inherit'] })
    return true
  } catch {
    return false
  }
}

function found(): string | undefined {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...system].find((path) => path && existsSync(path))
}

function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/** The Chromium that the page tests use: the one named, Playwright's own, the system's, or one installed now. */
export function browser(): string {
  const here = found()
  if (here) return here
  console.log('No Chromium found: installing one …')
  run('playwright install --with-deps chromium')
  if (!found() && isDebian() && process.getuid?.() === 0)
    run('apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy chromium fonts-noto-cjk')
  const installed = found()
  if (!installed) throw new Error('The page tests need Chromium: set CHROMIUM_PATH to one, or install it.')
  return installed
}

/** The base that the site was built with, as in astro.config.mjs, and with a slash at its end. */
export const base = `${(process.env.BASE_PATH || '/conv-faq').replace(/\/$/, '')}/`
/** Where the page tests serve the built site; another port lets two checkouts be tested at once. */
export const port = Number(process.env.PAGES_PORT ?? 4399)
export const address = `http://127.0.0.1:${port}${base}`

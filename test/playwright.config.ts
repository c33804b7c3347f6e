import { defineConfig, devices } from '@playwright/test'
import { address, browser } from './browser.ts'

const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: './pages',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000, toMatchAriaSnapshot: { pathTemplate: '{testDir}/told/{arg}{ext}' } },
  forbidOnly: true,
  retries: 0,
  globalSetup: './pages/setup.ts',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    launchOptions: { executablePath: browser(), args: [...root, ...quiet] },
  },
})

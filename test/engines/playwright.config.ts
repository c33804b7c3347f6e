import { existsSync } from 'node:fs'
import { chromium, defineConfig, devices, firefox, webkit } from '@playwright/test'
import { address, browser } from '../browser.ts'

const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
/** Playwright's own Firefox and WebKit, where they are installed; Chromium as the page tests find it. */
const others = [
  { name: 'firefox', device: devices['Desktop Firefox'], path: firefox.executablePath() },
  { name: 'webkit', device: devices['Desktop Safari'], path: webkit.executablePath() },
].filter(({ path }) => existsSync(path))
if (others.length < 2) console.log(`Engines here: chromium${others.map(({ name }) => `, ${name}`).join('')}.`)

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  globalSetup: '../pages/setup.ts',
  reporter: 'list',
  use: { baseURL: address },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: {
          executablePath: existsSync(chromium.executablePath()) ? chromium.executablePath() : browser(),
          args: root,
        },
      },
    },
    ...others.map(({ name, device }) => ({ name, use: device })),
  ],
})

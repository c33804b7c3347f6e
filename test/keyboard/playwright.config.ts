import { defineConfig } from '@playwright/test'
import pages from '../playwright.config.ts'

/** Apart from the page tests: it takes minutes, and writes what it finds into docs/keyboard.md. */
export default defineConfig({
  ...pages,
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: '../pages/setup.ts',
  timeout: 300_000,
  reporter: [['list'], ['./written.ts']],
})

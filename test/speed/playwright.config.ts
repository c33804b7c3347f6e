import { defineConfig } from '@playwright/test'
import pages from '../playwright.config.ts'

/** Apart from the page tests, since its results are of the machine as much as of the page. */
export default defineConfig({
  ...pages,
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: '../pages/setup.ts',
  fullyParallel: false,
  workers: 1,
  timeout: 600_000,
  reporter: './table.ts',
})

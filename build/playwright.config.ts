import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../out/e2e',
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../out/test-results/e2e.json' }]],
});

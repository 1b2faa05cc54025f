/** The fixtures of the end-to-end tests: a temporary profile, the app on it, its first window. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { test as base } from 'playwright/test';
import { launchApp } from '../../build/runtime/launch-app.ts';
import { selectRuntime, type Runtime } from '../../build/runtime/select-runtime.ts';

/** The app as a test uses it; it can be closed or killed and started again on the same profile. */
export interface RunningApp {
  readonly application: ElectronApplication;
  readonly page: Page;
}

interface Fixtures {
  readonly profile: string;
  /** A folder of the test, empty at first. */
  readonly folder: string;
  /** Starts the app on the profile; at the end of the test it is closed. */
  readonly start: (options?: { readonly library?: string }) => Promise<RunningApp>;
  /** Every error on a page's console and every uncaught exception; must be empty in the end. */
  readonly complaints: string[];
}

interface WorkerFixtures {
  readonly runtime: Runtime;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  runtime: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, use) => use(await selectRuntime({ allowDownload: false })),
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    base.expect(complaints).toEqual([]);
  },
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
  profile: async ({}, use) => {
    const profile = await mkdtemp(path.join(os.tmpdir(), 'readout-e2e-'));
    await use(profile);
    await rm(profile, { recursive: true, force: true });
  },
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'readout-stories-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  start: async ({ runtime, profile, complaints }, use) => {
    const running: ElectronApplication[] = [];
    await use(async (options = {}) => {
      const application = await launchApp({ runtime, profile, ...options });
      running.push(application);
      const page = await application.firstWindow();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.getByRole('button', { name: /^All briefings/ }).waitFor();
      return { application, page };
    });
    await Promise.all(running.map((application) => application.close().catch(() => undefined)));
  },
});

export { expect } from 'playwright/test';

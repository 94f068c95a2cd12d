import { chromium, defineConfig, devices } from '@playwright/test';
import { findBrowser, GRAPHICS } from './scripts/setup/browser.js';

const port = process.env['E2E_PORT'] ?? '4173';
const inCI = Boolean(process.env['CI']);
const executablePath = findBrowser(chromium.executablePath());

export default defineConfig({
	testDir: 'e2e',
	testMatch: '**/*.test.ts',
	fullyParallel: true,
	forbidOnly: inCI,
	retries: inCI ? 1 : 0,
	// Each worker draws the map on the processor.
	workers: 2,
	timeout: 60_000,
	use: { baseURL: `http://127.0.0.1:${port}`, trace: 'retain-on-failure' },
	projects: [
		{
			name: 'chromium',
			use: {
				...devices['Desktop Chrome'],
				launchOptions: {
					...(executablePath && { executablePath }),
					args: [
						...GRAPHICS,
						// A browser that asks nobody for anything.
						'--disable-quic',
						'--no-first-run',
						'--disable-background-networking',
						'--disable-component-update',
						'--disable-sync'
					]
				}
			}
		}
	],
	webServer: {
		command: 'node server.js',
		// The settings of whoever runs the tests are not the tests'.
		env: { PORT: port, HOST: '127.0.0.1', ORIGIN: '', DATELINE_DATA: '' },
		url: `http://127.0.0.1:${port}/health`,
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 6000 }
	}
});

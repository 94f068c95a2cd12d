import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: [
			'.svelte-kit/',
			'build/',
			'build-static/',
			'dist/',
			'node_modules/',
			'static/basemap/',
			'static/events-dateline.js',
			'static/gazetteer/',
			'static/schema/',
			'test-results/',
			'playwright-report/'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'svelte/no-at-html-tags': 'error',
			// Links of the view are built by core/view, which knows no router.
			'svelte/no-navigation-without-resolve': 'off',
			// Maps and sets here are built once and read: nothing waits for a change in them.
			'svelte/prefer-svelte-reactivity': 'off',
			// JSON that comes from outside has keys of its own.
			'@typescript-eslint/no-dynamic-delete': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				parser: ts.parser,
				svelteConfig
			}
		}
	}
);

// Two kinds of tests: what runs in n8n is CommonJS TypeScript (`.ts`), what drives it from outside is ESM (`.mts`).
const swc = (type) => [
	'@swc/jest',
	{
		jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
		module: { type },
		sourceMaps: 'inline',
	},
];

const shared = {
	testEnvironment: 'node',
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'node'],
	transform: { '\\.ts$': swc('commonjs'), '\\.mts$': swc('es6') },
	extensionsToTreatAsEsm: ['.mts'],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

const project = (displayName, testMatch, more = {}) => ({
	...shared,
	displayName,
	testMatch: testMatch.map((glob) => `<rootDir>/test/${glob}`),
	...more,
});

export default {
	testSequencer: '<rootDir>/test/longestFirst.mjs',
	projects: [
		// Unit tests are CommonJS like the code they test, and so are their `.mts` helpers.
		project('unit', ['unit/**/*.test.ts'], {
			transform: { '\\.m?ts$': swc('commonjs') },
			extensionsToTreatAsEsm: [],
		}),
		project('properties', ['properties/**/*.test.ts', 'properties/**/*.test.mts']),
		project('contract', ['contract/**/*.test.mts'], {
			// Jest takes no `testTimeout` of one project.
			setupFilesAfterEnv: ['<rootDir>/test/contract/support/timeLimit.mts'],
		}),
		project('commands', ['commands/**/*.test.mts']),
		project('console', ['console/**/*.test.mts']),
		project('package', ['package/**/*.test.mts']),
		project('e2e', ['e2e/**/*.test.mts']),
		project('queue', ['queue/**/*.test.mts']),
		// On other versions of n8n: `npm run test:compat` only.
		project('compat', ['compat/**/*.test.mts']),
	],
};

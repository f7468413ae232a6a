// Imported before anything of nodes/: their sources leave out file endings, as the compiler of n8n's packages wants it.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
	resolve(specifier, context, next) {
		// Its ES modules are for bundlers.
		if (specifier === 'n8n-workflow') {
			return next(specifier, { ...context, conditions: ['node', 'require'] });
		}
		const parent = context.parentURL ?? '';
		const isOurs = specifier.startsWith('.') && !parent.includes('/node_modules/');
		if (!isOurs || /\.[cm]?[jt]s$/.test(specifier)) return next(specifier, context);
		const path = fileURLToPath(new URL(specifier, parent));
		const file = existsSync(`${path}.ts`) ? `${specifier}.ts` : `${specifier}/index.ts`;
		return { ...next(file, context), format: 'module-typescript' };
	},
});

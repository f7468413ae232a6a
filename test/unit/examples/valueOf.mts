import { runInNewContext } from 'node:vm';

/** What an expression such as `={{ $json.name }}` gives, with these as what n8n puts beside it. */
export function valueOf(expression: string, given: Record<string, unknown>): unknown {
	return runInNewContext(expression.replace(/^=\{\{(.*)\}\}$/s, '$1'), given);
}

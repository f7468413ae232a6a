// What the host is told of a failed workflow: where and why, and nothing that opens a door or an account.

/**
 * Without keys, tokens and whatever may be a PIN. The numbers of a booking go too; the execution has them.
 *
 * @param {string} text
 */
function withoutSecrets(text) {
	return (
		text
			.replace(/\b(bearer|basic)\s+\S+/gi, '$1 …')
			.replace(/([?&][\w-]+=)[^&\s"')]+/g, '$1…')
			.replace(/\bseam_\w+/g, 'seam_…')
			// Long and random: a key, unless it is an ID with hyphens.
			.replace(/(?<![\w-])(?=\w*\d)\w{24,}(?![\w-])/g, '…')
			.replace(/(?<![\w-])\d{4,12}(?![\w-])/g, '••••')
	);
}

/**
 * @param {Record<string, any>} item as Error Trigger gives it: of an execution, or of a trigger that could not start
 */
function failureOf({ workflow = {}, execution, trigger }) {
	const error = execution?.error ?? trigger?.error ?? {};
	// What differs from one time to the next would tell the same failure again and again.
	const message = withoutSecrets(
		[error.message, error.description]
			.filter((part, index, all) => part && all.indexOf(part) === index)
			.join(' ')
			.replace(/ ?\[item \d+\]| ?\(Seam request ID: [^)]*\)/g, ''),
	).slice(0, 1000);
	const node = execution?.lastNodeExecuted ?? error.node?.name ?? '';
	const lines = [
		`Workflow: ${workflow.name ?? workflow.id ?? 'unknown'}`,
		...(node ? [`Node: ${node}`] : []),
		`Message: ${message || 'none'}`,
		...(execution?.url ? [`Execution: ${execution.url}`] : []),
	];
	return {
		about: `${workflow.id ?? ''} ${node} ${message}`.slice(0, 500),
		subject: `Failed: ${workflow.name ?? 'a workflow'}`,
		text: `${lines.join('\n')}\n\nThe same failure is told once an hour.`,
	};
}

module.exports = { failureOf, withoutSecrets };

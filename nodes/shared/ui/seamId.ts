/** What Seam's IDs look like; they are UUIDs throughout (Seam: API reference, object IDs). */
const UUID = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}';

/** An ID alone. */
export const SEAM_ID = `\\s*${UUID}\\s*`;

/** An ID as people paste it: alone, or inside the address of its page in Seam Console. The one group is the ID. */
function pastedIdPattern(pageName: string): string {
	return `\\s*(?:https?://\\S+/${pageName}/)?(${UUID})(?:[/?#]\\S*)?\\s*`;
}

export const PASTED_DEVICE_ID = pastedIdPattern('(?:devices|locks)');
export const PASTED_CONNECTED_ACCOUNT_ID = pastedIdPattern(
	'(?:connected-accounts|connected_accounts)',
);

/** The ID in `text` in lower case, as Seam writes it; null if there is none, or anything else beside it. */
export function pastedId(text: string, pattern: string): string | null {
	return new RegExp(`^${pattern}$`).exec(text)?.[1]?.toLowerCase() ?? null;
}

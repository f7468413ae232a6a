/** Made for the first name that is too long: that takes several milliseconds, which n8n's start is spared. */
let characters: Intl.Segmenter | undefined;

/**
 * What a lock shows of a name: the whole characters that fit into its limit. Lengths of names are counted in UTF-16
 * code units everywhere, as JavaScript and Seam's `name_length` count them, so that 👍🏽 takes four.
 *
 * @param maxLength null if the lock shows all of it
 */
export function nameShownOnLock(name: string, maxLength: number | null): string {
	if (maxLength === null || name.length <= maxLength) return name;
	characters ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
	let shown = '';
	for (const { segment } of characters.segment(name)) {
		if (shown.length + segment.length > maxLength) break;
		shown += segment;
	}
	return shown;
}

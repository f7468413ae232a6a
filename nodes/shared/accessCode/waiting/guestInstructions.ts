import type { AccessCode } from '../../schema/accessCode';

/** What a guest must know, by the warning with which Seam says it (Seam: igloohome offline access codes). */
const BY_WARNING: ReadonlyMap<string, string> = new Map([
	[
		'igloo_algopin_must_be_used_within_24_hours',
		'Use this code at the door within 24 hours of its start: unused until then, it stops working.',
	],
]);

/** Sentences for the guest of a code of which nothing but Seam's own data is known. */
export function guestInstructionsOf({ warnings }: AccessCode): string[] {
	return (warnings ?? []).flatMap(({ warning_code }) => BY_WARNING.get(warning_code) ?? []);
}

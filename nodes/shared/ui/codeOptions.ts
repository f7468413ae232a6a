import { flagField } from './fieldKinds';

/** Choices about an access code that several nodes and operations offer. */

export const keepChangesField = flagField(
	"Keep Edits Made in Lock's App",
	'isExternalModificationAllowed',
	false,
	"Whether a change made to the code in the lock's own app stays; otherwise Seam undoes it (Seam: is_external_modification_allowed)",
);

export const nativeSchedulingField = flagField(
	'Store on the Lock Early',
	'preferNativeScheduling',
	true,
	'Whether a lock that keeps its own schedule gets the code days before it starts, instead of an hour before (Seam: prefer_native_scheduling)',
);

export const disconnectedLockField = flagField(
	'Try Even If Disconnected',
	'attemptForOfflineDevice',
	true,
	'Whether Seam tries to program a lock that has no connection at the moment (Seam: attempt_for_offline_device)',
);

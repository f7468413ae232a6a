import type { Outcome } from './outcome';

/** The code that a fallback took the place of. */
export interface ReplacedCode {
	access_code_id: string;
	replaced_by: 'backup_code' | 'offline_code';
	outcome: Outcome;
	why: string;
	is_deletion_requested: boolean;
	could_still_open: boolean;
	/** The other code could not be given the booking's tag: no Booking Key finds it. */
	is_outside_booking?: true;
}

const SUBSTITUTES = {
	backup_code: 'A backup code of the lock',
	offline_code: 'An offline code',
} as const;

/** Why a code is handed out that is not the one that was waited for, and what the first one may still do. */
export function whyReplaced(replaced: ReplacedCode, whyReady: string): string {
	const substitute = SUBSTITUTES[replaced.replaced_by];
	const told = `${substitute} takes the place of the first code, which did not get ready. ${whyReady} ${tellOfFirst(replaced)}`;
	return replaced.is_outside_booking === true ? `${told} ${OUTSIDE_BOOKING}` : told;
}

const OUTSIDE_BOOKING =
	"It could not be given the booking's name in Seam: to move or delete it, use its access code ID and not the Booking Key.";

function tellOfFirst({ is_deletion_requested, could_still_open }: ReplacedCode): string {
	if (!is_deletion_requested) {
		return 'Seam could not be asked to delete the first code: it may still open the door. Delete it by hand.';
	}
	return could_still_open
		? 'Seam was asked to delete the first code; until the lock has done so, it may still open the door.'
		: 'The first code was never on the lock; Seam was asked to delete it.';
}

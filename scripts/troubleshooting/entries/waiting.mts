import type { Group } from '../entry.mts';

export const waiting: Group = {
	title: 'Waiting',
	intro:
		'The sentences that Seam Wait for Code Set puts out as `why`, in `checks.seen`, or as an error.',
	entries: [
		{
			says: [
				'Seam has confirmed that the code is set on the lock.',
				'The code is stored on the lock, which activates it by itself at the start.',
				'The PIN of the offline code is assigned; the lock accepts it without a connection.',
			],
			cause: 'The code is ready.',
			wayOut: 'Tell the guest code_to_give.',
		},
		{
			says: [
				'The PIN is not assigned yet.',
				'Seam is programming the code on the lock.',
				'The code is stored on the lock and becomes set at its start.',
				'Seam programs the code nearer to its start.',
				'The code is not on the lock yet.',
				'Seam is still changing the PIN on the lock.',
				"Seam is still changing the code's times on the lock.",
				'Someone changed the code at the lock; Seam is setting it again.',
				'The last change of the code is not on the lock yet. Seam keeps trying after failed_to_update.',
				'… Seam keeps trying after ….',
				'Seam has not confirmed this code yet.',
				'The time to wait is over. …',
				'Access code … is not ready (…): …',
			],
			cause:
				'The code was not on the lock when the wait ended, for example because the lock is disconnected.',
			wayOut:
				'Look at the lock with Seam Get Device. Seam keeps trying until the code’s end, so the code may still arrive: wait again with a later Stop Waiting, let Replacement Code take a backup or offline code, or let the guest in by hand.',
		},
		{
			says: [
				'(The next of … codes.)',
				'Once a day it looks whether anybody still waits.',
				'Waiting until the code opens the door. Next check …; gives up … (…).',
				'Waiting until the lock is known to have the code. Next check …; gives up … (…).',
				'Waiting for the other codes of this run only.',
				'All guests of one run are answered together, when the last code is ready. Send one booking per run to answer each at once.',
			],
			cause:
				'The execution is parked, as it should be. All items of a run go on together: a code that is ready waits for the others.',
			wayOut:
				'Nothing. To call a wait off, stop the workflow’s own execution. To tell each guest at once, start one execution for each booking, as the examples do.',
		},
		{
			says: [
				"Seam can't tell how the code stands: the connection to the lock's account may be down.",
				'Seam could not be asked for the code: …',
				'Seam gives the code the status "…", which this node does not know.',
			],
			cause:
				'Seam, or the maker’s account, gave no usable answer. The node keeps trying for at least ten minutes before it gives up.',
			wayOut: 'Check the connected account in Seam Console, then wait again.',
		},
		{
			says: [
				"The lock can't take the code (…)… …",
				'Another code on the lock has the same PIN: choose another PIN, or delete the other code.',
				'The lock does not take this PIN: choose another one.',
				'Delete codes that are no longer needed from the lock.',
				"Renew or upgrade the subscription with the lock's maker.",
				"Give the account that is connected to Seam an owner's rights on the lock, then connect it again.",
				"Switch the code on again in the app of the lock's maker.",
				'Attach a keypad to the lock.',
				'Add the lock to Seam again.',
				'Connect the lock to Seam again.',
				'The code is switched off on the lock.',
			],
			cause:
				'The lock or its account refuses the code, and trying again does not help (outcome failed).',
			wayOut:
				'Do what the end of the sentence says, then run Seam Create Access Code with the same Booking Key and wait again. With a generated PIN it takes another one by itself if the lock refused the first.',
		},
		{
			says: [
				'Seam knows no code with this ID: it was deleted, its time is over, or it belongs to another workspace.',
				'Seam is deleting the code.',
				'The time of the code is over, and Seam has removed it.',
				'The time of the code is over: it no longer opens the door.',
			],
			cause:
				'The code was deleted while the node waited (the booking was cancelled or moved to another lock), or ended.',
			wayOut:
				'If the booking still stands, run Seam Create Access Code again with its Booking Key.',
		},
		{
			says: [
				'The wait was to give up before the code could be ready, which is possible from … on; it gives up at … instead.',
				"The wait was to go on after the code's end; it gives up at the end, ….",
			],
			cause: 'Stop Waiting was set to a moment at which the code can’t be ready, or is over.',
			wayOut: 'Nothing: the moment was moved. See [Waiting](waiting.md).',
		},
		{
			says: [
				'The item is only a plan, so there is no access code to wait for',
				"'Access Code ID' …",
			],
			cause:
				'The item has no access code: the node before it only planned, failed, or is another one.',
		},
		{
			says: [
				'A backup code of the lock replaces the first code, which did not become ready. … …',
				"… It could not be given the booking's name in Seam: to move or delete it, use its access code ID and not the Booking Key.",
				'An offline code replaces the first code, which did not become ready. … …',
				'Seam was asked to delete the first code; until the lock has done so, it may still open the door.',
				'The first code was never on the lock; Seam was asked to delete it.',
				'Seam could not be asked to delete the first code: it may still open the door. Delete it by hand.',
				'… replaces the first code, which did not become ready. … …',
			],
			cause: 'Replacement Code has put another code in the place of the first one.',
			wayOut:
				'Tell the guest code_to_give, which is the new PIN. Where a deletion is left to you: Seam → Access Code → Delete with the ID in replaced_access_code.',
		},
		{
			says: [
				'No backup code could be pulled.',
				'No backup code could be pulled: …',
				'The backup code … is not ready either. …',
				'No offline code could be made: …',
				"The offline code … was made in its place and can't be deleted, but is not ready. …",
				'The fallback was not tried for the same reason.',
				'No offline code could be made: Seam did not say why',
				'Nothing was made',
			],
			cause:
				'The fallback found no code either. Backup codes exist only where Keep a Backup Code Ready was on when the code was made, and its pool was filled; offline codes on igloohome, Oracode and Lockly.',
			wayOut:
				'Let the guest in by hand. The example [No PIN before check-in](../examples/README.md#no-pin-before-check-in) tells you while there is still time.',
		},
		{
			says: [
				'n8n was stopped while it waited for this code. Check the code in Seam before the guest is told.',
			],
			cause: 'n8n ended in the moment in which the wait was being supervised.',
			wayOut: 'Run the workflow for this booking again: nothing is made twice with a Booking Key.',
		},
	],
};

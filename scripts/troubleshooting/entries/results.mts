import type { Group } from '../entry.mts';

export const results: Group = {
	title: 'What the outputs say',
	intro:
		'Sentences that say how things are: in `summary`, in the reasons of a plan, in the field What the Lock Takes. Most need nothing from you.',
	entries: [
		{
			says: [
				'Choose a device first',
				'The device comes from an expression: choose one from the list to see what it takes',
			],
			cause:
				'What the Lock Takes reads the chosen lock while you set the node up. With an expression the lock is known only when the workflow runs.',
			wayOut:
				'Choose a lock in Device to look at its rules, then set the expression again. Nothing depends on it: each run reads the rules of its own lock.',
		},
		{
			says: [
				'Takes no codes now',
				'Takes no time-bound codes now',
				'Once the following is mended, the other rules hold',
				'Seam Get Device says why, under problems',
			],
			cause:
				'What the Lock Takes: at the moment something is missing for codes on this lock. What it says below holds once that is mended.',
			wayOut:
				'Mend what the sentence beside it names, or what Seam Get Device reports in problems.',
		},
		{
			says: ['This device takes no access codes'],
			cause: 'What the Lock Takes: Seam lists no kind of access code for the device.',
			wayOut: 'Choose another device; for hotel doors use Seam → Access Grant → Create.',
		},
		{
			says: [
				'… kinds of codes: see this list',
				'User level “…”; …',
				'at most 31 days',
				'Offline PIN: assigned by …',
				"It can't be chosen or changed",
				'Online PIN: … digits',
				"It can't be chosen freely on this lock",
				'Online: stored on the lock up to 72 hours ahead',
				'Online: put on the lock about an hour before the start',
				'Time zone: …, … now',
			],
			cause: 'What the Lock Takes: the rules of the chosen lock.',
			wayOut:
				'Nothing: the plan keeps to them. What is chosen in this field changes nothing. [Lock families](lock-families.md) says more about each maker.',
		},
		{
			says: ['Time zone: unknown', 'Give times with an offset, or add the option Time Zone Name'],
			cause: 'What the Lock Takes: Seam does not know where the lock is.',
			wayOut:
				'Set the location of the device in Seam, add the option Time Zone Name, or give times with their offset (2027-03-01T15:00:00+01:00).',
		},
		{
			says: [
				'once within 24 hours from ……',
				'until it is deleted',
				'on its way to the lock',
				'on the lock within minutes',
				'on the lock by ……',
			],
			cause:
				'In summary of Seam Create Access Code: from when to when the code works, and when it will be on the lock.',
			wayOut:
				'Put Seam Wait for Code Set behind it: before the code is on the lock, the guest can’t rely on it.',
		},
		{
			says: ['The stay is over…its code for … … deleted'],
			cause: 'The end of the booking has passed, so its code was deleted, or would be (Plan Only).',
			wayOut:
				'Nothing. If the guest is still in the house, check Ends At and its time zone, and run again.',
		},
		{
			says: ["The stay is over, but a code for … can't be taken back"],
			cause:
				'The code is an offline code, which lives in the lock: nobody can delete it from afar.',
			wayOut:
				'See cannot_be_revoked for until when it opens the door, and decide whether the door can live with that.',
		},
		{
			says: [
				'will be assigned by …',
				'PIN still to come from …',
				'stays as it is',
				'will be chosen by Seam',
				'chosen, see plan.request.code',
			],
			cause:
				'Where the PIN stands: it is not known yet, stays the one that the code has, or is in the plan.',
			wayOut:
				'For the guest take code_to_give of Seam Wait for Code Set, which is the PIN that works.',
		},
		{
			says: [
				'The lock takes any window',
				'The lock takes any start and any end',
				'The lock takes codes …',
				'The lock takes at most …',
				'The booking keeps …',
				'The code is …',
				'The user level is …',
				'One-time codes have a …',
				'An ongoing code has …',
				'Both ends have …',
				'Seam may move the times by up to …',
				'Times that name no time zone are meant in …',
			],
			cause:
				'In because of plan.reasons: the rules that led to this code. Beside each stands where it comes from.',
			wayOut:
				'Nothing. If a rule surprises you, its source says where to look: a field of the device, or a document of Seam’s.',
		},
		{
			says: [
				'Nothing is wrong with it.',
				'Nothing is wrong with it; see problems for a hint.',
				'Problems in all: ….',
			],
			cause:
				'In summary of Seam Get Device: whether the lock can take a code, and its first problem.',
			wayOut:
				'Where it takes no code, problems says what to do, and access_code_support why each kind is ruled out.',
		},
		{
			says: [
				'To be pasted into a report, with the version of n8n. Names, places, PINs, keys and whole IDs are left out.',
			],
			cause:
				'Seam Get Device with the option Support Bundle: its output is made to be shown to others.',
			wayOut:
				'Look it through, then put it into the report of your problem, with the version of n8n.',
		},
	],
};

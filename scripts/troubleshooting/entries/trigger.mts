import type { Group } from '../entry.mts';

export const trigger: Group = {
	title: 'Trigger',
	entries: [
		{
			says: ["Seam can't reach this n8n: … is an address of a private network"],
			cause:
				'Seam sends events over the internet; n8n’s address is localhost or one of your own network.',
		},
		{
			says: ['No event is chosen'],
			cause: 'Trigger On is empty, or its expression gives nothing.',
		},
		{
			says: ["'…' holds a name that was not looked up in Seam yet"],
			cause:
				'In n8n’s log: locks in Filters that are given by name are looked up when the workflow is published. This name was not there then, for example because an expression gives another one now.',
		},
		{
			says: ['Seam created a webhook without a secret, so nothing it sends could be trusted'],
			cause:
				'Seam’s answer lacked the secret by which events are verified. The webhook was deleted again.',
		},
		{
			says: [
				'… refused a delivery: no secret is stored for its webhook. Unpublish the workflow and publish it again to register a new one',
				'… refused a delivery: it has no body that could be verified',
				'… refused a delivery: it is not signed',
				'… refused a delivery: its signature is not that of this webhook',
				'… refused a delivery: it was signed more than five minutes from now. If this persists, set the clock of this machine',
				'… refused a delivery: ….',
			],
			cause:
				'In n8n’s log: something called the webhook’s address that did not come from Seam, or not for this webhook (answer 401). Strangers do that; nothing was started. If it is Seam, a proxy has changed the body or the headers, the clock is wrong, or the workflow was copied with another’s address.',
			wayOut:
				'If events are missing: unpublish and publish the workflow, check the clock, and let the proxy pass body and svix- headers unchanged.',
		},
		{
			says: [
				'… could not take in an event: …',
				'Not taken in',
				'Not a Seam event',
				'Still being taken in',
			],
			cause:
				'Answers to Seam, and a line in n8n’s log: n8n failed with the event (500), the body was no event (400), or a repeat came while the first delivery was at work (503). Seam sends 500 and 503 again.',
			wayOut: 'If the log repeats it, see the reason that it names.',
		},
		{
			says: [
				'…: Seam could not be asked whether its webhook … is still there. It is taken to be.',
				'…: the webhook … could not be deleted at Seam: …',
			],
			cause:
				'In n8n’s log: Seam was not reachable while the workflow was published or unpublished.',
			wayOut:
				'A webhook that was left behind does no harm; the next publishing removes it. Otherwise delete it in Seam Console under Developer → Webhooks.',
		},
		{
			says: [
				'Seam did not answer within … seconds',
				'It could not be read from Seam',
				'The event names no device',
				'The event names no access code',
			],
			cause:
				'In not_added of the item: what Add to Event was to add could not be read. The event came all the same.',
			wayOut:
				'Where the workflow needs it, read it with Seam → Access Code → Get or Seam Get Device.',
		},
	],
};

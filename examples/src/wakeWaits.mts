// Parked waits are woken as soon as Seam has news of their codes.
import { rows } from './dataTables.mts';
import { calledWith } from './moreNodes.mts';
import { note, workflow } from './nodes.mts';

const README =
	'## Wake parked waits\n\nSeam Wait for Code Set polls by itself when there can be news. With this workflow it polls as soon as Seam reports something about the code.\n\n**In the booking workflow**, connect Seam Create Access Code to two nodes: to Seam Wait for Code Set, as it is, and, placed above that, to an Execute Workflow node that calls this workflow with `access_code_id` = `{{ $json.access_code_id }}` and `resume_url` = `{{ $execution.resumeUrl }}`. n8n runs the upper branch first.\n\nRows stay in the data table **Parked Waits**: those of ended waits do nothing. Empty it when you like: waits that still run then poll by themselves.';

const BEGUN = "$('A Wait Begins').item.json";
const waits = rows('Parked Waits', { access_code_id: 'string', resume_url: 'string' });

export const wakeWaits = workflow(
	'wake-waits',
	'Seam: wake parked waits',
	[
		note(README, [-0.2, -2], { name: 'How to Use', width: 520 }),
		calledWith('A Wait Begins', [0, 0], { access_code_id: 'string', resume_url: 'string' }),
		waits.make('Table of Waits', [1, 0]),
		waits.upsert(
			'Remember Where to Wake It',
			[2, 0],
			{ access_code_id: `={{ ${BEGUN}.access_code_id }}` },
			{ resume_url: `={{ ${BEGUN}.resume_url }}` },
		),
		{
			...{
				name: 'News of a Code',
				type: 'n8n-nodes-seam.seamTrigger',
				typeVersion: 1.1,
				at: [0, 1.2],
			},
			parameters: {
				events: [
					...['access_code.deleted', 'access_code.failed_to_set_on_device'],
					...['access_code.scheduled_on_device', 'access_code.set_on_device'],
				],
			},
		},
		waits.get('Who Waits for It', [1, 1.2], { access_code_id: '={{ $json.access_code_id }}' }),
		{
			...{ name: 'Wake It', type: 'n8n-nodes-base.httpRequest', typeVersion: 4.5, at: [2, 1.2] },
			parameters: { method: 'POST', url: '={{ $json.resume_url }}', options: {} },
			// A wait that has ended by itself can’t be woken.
			onError: 'continueRegularOutput',
		},
	],
	[
		['A Wait Begins', 'Table of Waits'],
		['Table of Waits', 'Remember Where to Wake It'],
		['News of a Code', 'Who Waits for It'],
		['Who Waits for It', 'Wake It'],
	],
);

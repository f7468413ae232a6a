// Whatever fails in another workflow, the host hears of it: where and why, once an hour, also if many fail at once.
import { table } from './dataTables.mts';
import { code } from './moreNodes.mts';
import { aMoment, email, fail, fields, note, only, workflow } from './nodes.mts';

const README =
	'## Error workflow: tell the host what failed\n\nThe e-mail names the workflow, the node, the message and the execution’s address. The same failure of a workflow is told once an hour. PINs and keys are left out; so are other numbers of four to twelve digits, because they may be PINs.\n\n**To set**\n\n1. Give **Message to Host** your **SMTP** account.\n2. In **Settings**, *sender* and *host* are e-mail addresses.\n3. Publish this workflow. In each workflow that it should watch, choose it under *Settings → Error Workflow*.\n\n**To try it**: *Execute workflow*, with the pinned failure.\n\n**When things go wrong**: if the message can’t be sent, this execution fails, and the next failure of the same kind is told. n8n calls it only for executions that started by themselves, not for those that you start in the editor.';

const NOW = '={{ $now.toUTC().toISO() }}';
const FAILURE = "$('Failure').first().json";
const failures = table(
	'Failures Told',
	['about', 'told_at', 'turn', 'turn_at'],
	`={{ ${FAILURE}.about }}`,
);

export const errorWorkflow = workflow(
	'error-workflow',
	'Error workflow: tell the host',
	[
		note(README, [-0.3, -2.4], { height: 400 }),
		{
			...{ name: 'Error Trigger', type: 'n8n-nodes-base.errorTrigger', typeVersion: 1, at: [0, 0] },
			parameters: {},
		},
		fields('Settings', [1, 0], { sender: 'locks@example.com', host: 'host@example.com' }),
		code('Failure', [2, 0], {
			file: 'watch/failure.js',
			call: "return [{ json: failureOf($('Error Trigger').first().json) }];",
		}),
		failures.make('Table of Failures', [3, 0]),
		failures.get('Last Told', [4, 0]),
		only(
			'Not Told This Hour',
			[5, 0],
			`(!$json.told_at || DateTime.fromISO($json.told_at) < $now.minus({ hours: 1 })) && (!$json.turn_at || DateTime.fromISO($json.turn_at) < $now.minus({ minutes: 1 }))`,
			{ notes: 'And nobody is just telling it.', notesInFlow: true },
		),
		failures.write('My Turn', [6, 0], { turn: '={{ $execution.id }}', turn_at: NOW }),
		aMoment('A Moment', [7, 0]),
		failures.get('Whose Turn', [8, 0]),
		only('Still Mine', [9, 0], '$json.turn === $execution.id'),
		email('Message to Host', [10, 0], {
			to: "={{ $('Settings').first().json.host }}",
			...{ subject: `={{ ${FAILURE}.subject }}`, text: `={{ ${FAILURE}.text }}` },
		}),
		failures.write('Told', [11, -0.4], { told_at: NOW, turn_at: '' }),
		failures.write('Not Told', [11, 0.6], { turn_at: '' }),
		fail('Message Not Sent', [12, 0.6], 'The message to the host could not be sent.'),
	],
	[
		['Error Trigger', 'Settings'],
		['Settings', 'Failure'],
		['Failure', 'Table of Failures'],
		['Table of Failures', 'Last Told'],
		['Last Told', 'Not Told This Hour'],
		['Not Told This Hour', 'My Turn'],
		['My Turn', 'A Moment'],
		['A Moment', 'Whose Turn'],
		['Whose Turn', 'Still Mine'],
		['Still Mine', 'Message to Host'],
		['Message to Host', 'Told', 0],
		['Message to Host', 'Not Told', 1],
		['Not Told', 'Message Not Sent'],
	],
	{
		'Error Trigger': [
			{
				execution: {
					...{ id: '231', url: 'https://n8n.example.com/workflow/1/executions/231' },
					error: { message: 'No device has listing_id = ‘cottage’' },
					...{ lastNodeExecuted: 'Seam Get Device', mode: 'webhook' },
				},
				workflow: { id: '1', name: 'Smoobu: booking to PIN' },
			},
		],
	},
);

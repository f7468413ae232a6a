// The host chats with an AI agent that gives people door codes and takes them away; it can touch no code of a guest.
import { note, versionOf, workflow, type Node, type SeamNode } from './nodes.mts';

const README =
	'## Door code by chat\n\nYou chat: *“The plumber needs to get into the cottage tomorrow from 9 to 12.”* The agent finds the lock, creates the code, checks that the lock has it, and only then tells you the PIN. It can also move such a code, and take it away.\n\n**To set**\n\n1. Give the four Seam tools your **Seam API** credential, and **Chat Model** an account of your model’s maker; another model’s node does as well.\n2. Give **Chat** a user and a password (*Basic Auth*): who can chat here can make codes for your doors.\n3. Publish the workflow and open the chat’s address.';

const WHAT_IT_MAY =
	'### What the agent may do\n\n- **Its own codes only**: their booking keys begin with `chat-`, which the tools add by themselves. Codes of guests, and doors, are out of its reach, whatever anybody writes to it.\n- **Show PINs to the Agent** is on in *Check Code* alone: the agent learns a PIN only once the code is known to work.\n- **Allowed Actions** name what it may change: *Create* in one tool, *Delete* in another. Do not give it *Unlock*.\n- **When things go wrong** it is told why and says so; nothing is retried behind your back. What it did stands in the list of executions.';

const SYSTEM = `=You give people door codes and take them away again, for the host who writes to you. It is {{ $now.toISO() }}.

- Find the lock with Find Locks first. If several fit, or none, ask.
- Dates and times: ISO 8601 without an offset, such as 2026-12-01T15:00. They are meant on the lock's own clock. If a day or a time is missing, ask.
- The visit's key is made of who comes and the day, such as plumber-2026-12-01. The same key changes that code; another key makes another code.
- After Create Code, use Check Code. Tell the PIN only if Check Code has answered is_ready: true, with the times from when and until when it works. Otherwise say that the lock does not have the code yet and that you can be asked again in a minute.
- Use Delete Code only if you were asked to take just this code away. If the answer has deleted: false, say that the code can't be revoked and until when it opens.
- If a tool refuses, say what it said. Do not try another way.`;

/** What the model says for a field. */
const said = (name: string, meaning: string) => `$fromAI('${name}', '${meaning}', 'string')`;
const lock = {
	device: {
		__rl: true,
		mode: 'id',
		value: `={{ ${said('device_id', 'The device_id of the lock, from Find Locks')} }}`,
	},
};
/** The tools add the beginning, so that no key of a guest can be named. */
const key = `=chat-{{ ${said('visit_key', 'Who comes and the day, such as plumber-2026-12-01')} }}`;

const tool = (
	name: string,
	type: Exclude<SeamNode, 'seamGetDevice'>,
	column: number,
	parameters: Node['parameters'],
): Node => ({
	...{ name, type: `n8n-nodes-seam.${type}Tool`, typeVersion: versionOf(type), at: [column, 1.6] },
	parameters,
});

export const doorCodeByChat = workflow(
	'door-code-by-chat',
	'Seam: door code by chat',
	[
		note(README, [-0.3, -2.4], { height: 330 }),
		note(WHAT_IT_MAY, [2.7, -2.4], { name: 'What It May', height: 330, width: 560, color: 3 }),
		{
			...{
				name: 'Chat',
				type: '@n8n/n8n-nodes-langchain.chatTrigger',
				typeVersion: 1.5,
				at: [0, 0],
			},
			parameters: {
				...{ public: true, authentication: 'basicAuth' },
				initialMessages: 'Who is to get in, where, and when?',
				options: {},
			},
		},
		{
			...{ name: 'Agent', type: '@n8n/n8n-nodes-langchain.agent', typeVersion: 3.1, at: [2, 0] },
			parameters: { options: { systemMessage: SYSTEM } },
		},
		{
			...{
				...{ name: 'Chat Model', type: '@n8n/n8n-nodes-langchain.lmChatOpenAi', typeVersion: 1.3 },
				at: [0, 1.6],
			},
			parameters: {
				model: { __rl: true, mode: 'list', value: 'gpt-5-mini' },
				...{ responsesApiEnabled: false, options: {} },
			},
		},
		{
			...{
				...{ name: 'Memory', type: '@n8n/n8n-nodes-langchain.memoryBufferWindow' },
				...{ typeVersion: 1.4, at: [1, 1.6] },
			},
			parameters: { contextWindowLength: 10 },
		},
		tool('Find Locks', 'seam', 2, {
			...{ resource: 'device', operation: 'getMany', returnAll: true },
			toolDescription:
				'The locks, each with its name, its place and the listing that it belongs to. Changes nothing.',
		}),
		tool('Create Code', 'seamCreateAccessCode', 3, {
			...lock,
			startsAt: `={{ ${said('starts_at', 'From when it opens, such as 2026-12-01T09:00')} }}`,
			endsAt: `={{ ${said('ends_at', 'Until when it opens, such as 2026-12-01T12:00')} }}`,
			name: `={{ ${said('name', 'Who comes')} }}`,
			bookingKey: key,
			...{ options: {}, allowedActions: ['create'] },
			toolDescription:
				'Give a person a code for a lock and a time, or move the code of the same visit key. The code is not on the lock yet: use Check Code then.',
		}),
		tool('Check Code', 'seamWaitForCodeSet', 4, {
			accessCodeId: `={{ ${said('access_code_id', 'From Create Code')} }}`,
			showPinsToAgent: true,
			toolDescription:
				'Whether a code can be relied on. With is_ready: true comes its PIN, as code_to_give; else nobody may be told one. Changes nothing.',
		}),
		tool('Delete Code', 'seam', 5, {
			...{ resource: 'accessCode', operation: 'delete', deleteBy: 'bookingKey', bookingKey: key },
			...lock,
			allowedActions: ['accessCode.delete'],
			toolDescription:
				'Take away the code of a visit key on a lock. Use it only if the host has asked for exactly this.',
		}),
	],
	[
		['Chat', 'Agent'],
		['Chat Model', 'Agent', 'ai_languageModel'],
		['Memory', 'Agent', 'ai_memory'],
		['Find Locks', 'Agent', 'ai_tool'],
		['Create Code', 'Agent', 'ai_tool'],
		['Check Code', 'Agent', 'ai_tool'],
		['Delete Code', 'Agent', 'ai_tool'],
	],
);

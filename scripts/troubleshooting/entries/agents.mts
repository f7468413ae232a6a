import type { Group } from '../entry.mts';

export const agents: Group = {
	title: 'AI agents',
	intro: 'What the model is told; you see it in the agent’s log.',
	entries: [
		{
			says: ["'…' is not allowed to AI agents with this tool, so nothing was done"],
			cause: 'As tools, the nodes change nothing until you allow it.',
			wayOut:
				'Open the tool’s node and choose what the agent may do under Allowed Actions. See [AI agents](agents.md).',
		},
		{
			says: [
				"This tool does not show PINs or key links to AI agents. The workflow's owner can change that under 'Show PINs to the Agent'.",
			],
			cause:
				'PINs stay out of the conversation, so that the provider of the model never sees them.',
			wayOut: 'Send the PIN by a node behind the agent, or switch Show PINs to the Agent on.',
		},
		{
			says: ['… more were left off. Ask for less at a time: filter, or ask for one by its ID.'],
			cause: 'A long answer was cut, so that it is not too much for the model.',
			wayOut: 'Nothing: the model asks again with a filter.',
		},
	],
};

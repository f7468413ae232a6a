// A chat model behind OpenAI's HTTP API, in place of a real one: it does whatever the test lets it do.
import fastify from 'fastify';

export interface ChatMessage {
	role: 'system' | 'user' | 'assistant' | 'tool';
	content: string | null;
	tool_calls?: unknown[];
}

export interface OfferedTool {
	name: string;
	description: string;
	/** JSON schema of its arguments. */
	parameters: { properties: Record<string, unknown> };
}

/** What the model says: a text, or tools to call by name, with their arguments. */
export type Saying = string | Array<{ tool: string; args: Record<string, unknown> }>;

export interface ChatModel {
	/** For n8n's OpenAI credential. */
	readonly baseUrl: string;
	/** Everything that reached the model, as text. */
	readonly heard: string[];
	/** The tools of the last request. */
	readonly tools: OfferedTool[];
	stop(): Promise<void>;
}

/** Starts a model on a free port of the loopback address; `say`: its answer to a conversation. */
export async function startChatModel(
	say: (conversation: ChatMessage[], tools: OfferedTool[]) => Saying,
): Promise<ChatModel> {
	const heard: string[] = [];
	const tools: OfferedTool[] = [];
	const server = fastify();
	server.post('/v1/chat/completions', (request) => {
		const body = request.body as {
			messages: ChatMessage[];
			tools?: Array<{ function: OfferedTool }>;
		};
		heard.push(JSON.stringify(body));
		tools.splice(0, Infinity, ...(body.tools ?? []).map((tool) => tool.function));
		return completionOf(say(body.messages, tools), heard.length);
	});
	const address = await server.listen({ host: '127.0.0.1', port: 0 });
	return {
		baseUrl: `${address}/v1`,
		heard,
		tools,
		stop: async () => await server.close(),
	};
}

function completionOf(saying: Saying, count: number) {
	const isText = typeof saying === 'string';
	const message = isText
		? { role: 'assistant', content: saying }
		: {
				role: 'assistant',
				content: null,
				tool_calls: saying.map(({ tool, args }, index) => ({
					id: `call_${count}_${index}`,
					type: 'function',
					function: { name: tool, arguments: JSON.stringify(args) },
				})),
			};
	return {
		id: `chatcmpl-${count}`,
		object: 'chat.completion',
		created: Math.floor(Date.now() / 1_000),
		model: 'stand-in',
		choices: [{ index: 0, message, finish_reason: isText ? 'stop' : 'tool_calls' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

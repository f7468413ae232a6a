// The page's live connection: server-sent events, each a whole picture of the world.
import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { World } from '../world.mts';
import { pictureOf } from './picture.mts';

/** Real ms in which changes are gathered into one picture. */
const GATHER = 40;
/** Real ms after which a page that lost the sandbox tries again. */
const RETRY = 500;

export class PictureStream {
	readonly #world: World;
	readonly #listeners = new Set<ServerResponse>();
	#timer: NodeJS.Timeout | undefined;

	constructor(world: World) {
		this.#world = world;
	}

	/** Holds a page's connection open and sends what there is now. */
	open(reply: FastifyReply): void {
		reply.hijack();
		const { raw } = reply;
		raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
		raw.write(`retry: ${RETRY}\n\n${this.#message()}`);
		this.#listeners.add(raw);
		raw.on('close', () => this.#listeners.delete(raw));
	}

	/** Something may have changed: the pages see it in a moment. */
	readonly notice = (): void => {
		if (this.#listeners.size === 0 || this.#timer) return;
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			const message = this.#message();
			for (const listener of this.#listeners) listener.write(message);
		}, GATHER);
		this.#timer.unref();
	};

	close(): void {
		clearTimeout(this.#timer);
		for (const listener of this.#listeners) listener.end();
		this.#listeners.clear();
	}

	#message(): string {
		return `data: ${JSON.stringify(pictureOf(this.#world))}\n\n`;
	}
}
